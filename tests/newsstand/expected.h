// What a crawl of the newsstand should bring home, and what it should not.
#pragma once

#include <string>
#include <vector>

namespace winnow::newsstand {

struct Expected {
  std::string path;
  std::string title;
  std::string published;  // as an article's published_at, for a site whose zone is Asia/Shanghai
  std::string language;
  std::string has;    // a sentence or part of one that must be in the text
  std::string lacks;  // one that stands on the page and must not be
};
// One for each story, by path; the three-part story under the path of its first part.
[[nodiscard]] std::vector<Expected> expected();
// Every paragraph of that story, subheadings too: the whole text in order.
[[nodiscard]] std::vector<std::string> paragraphs_of(const std::string& path);

enum class Fate {
  same_story,  // leads to a story that is stored under its own URL
  duplicate,   // the text of a story under another URL without saying so
  no_article,  // fetched, but nothing to store: empty page, PDF
  failure,     // 500, 404, torn, redirect loop
  disallowed,  // robots.txt forbids it: must not be asked for
};
struct Odd {
  std::string target;
  Fate fate;
  std::string story;  // the path of the story, for the first two
};
// What the feed and the list pages name besides the stories.
[[nodiscard]] std::vector<Odd> odd_links();

inline constexpr const char* kSlowPath = "/news/2025/03/river-fish.html";  // some 100 ms late
inline constexpr const char* kBusyPath = "/en/2025/03/stone-wall.html";    // 429, Retry-After: 1, the first time

}  // namespace winnow::newsstand
