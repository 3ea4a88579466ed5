// A small news site of a table's making: what it says at each address, and a survey that asks it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "survey/survey.h"

namespace winnow::survey {

inline constexpr const char* kHome = "https://news.example/";

struct Story {
  std::string path, title;
  std::string day = "2025-05-03";  // ISO; "": the page does not say
};

class SmallSite {
 public:
  // Every page has this in front of and behind what it is about: links to the sections, pages about the site.
  std::string top, bottom;
  std::string language = "en";

  void add(const std::string& path, std::string bytes, std::string type = "text/html; charset=utf-8");
  void add_page(const std::string& path, const std::string& title, const std::string& inside,
                const std::string& head = {});
  void add_story(const Story& story, const std::string& inside = {}, const std::string& head = {});
  void add_list(const std::string& path, const std::vector<Story>& stories, const std::string& behind = {});

  [[nodiscard]] Answer answer(const std::string& url) const;
  [[nodiscard]] std::vector<std::string> urls() const;
  std::map<std::string, Answer> answers;  // by URL
};

// Stories with titles and texts of their own, the newest first: "/sport/SLUG-NUMBER".
[[nodiscard]] std::vector<Story> stories_of(const std::string& section, int count, int first_number = 1000);
[[nodiscard]] std::string prose(const std::string& subject, int paragraphs = 7);
[[nodiscard]] std::string links_to(const std::vector<Story>& stories);

struct Asked {
  std::vector<std::string> urls, whys;
  Findings findings;
};

[[nodiscard]] Asked survey_of(const SmallSite& site, const std::vector<std::string>& sitemaps = {}, Limits limits = {});

}  // namespace winnow::survey
