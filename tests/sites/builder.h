// Puts the pages of a site together. Private to this folder.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "sites/writers.h"

namespace winnow::sites {

class SiteBuilder {
 public:
  SiteBuilder(const SiteOptions& options, GeneratedSite& out);
  void build();

 private:
  void add_mobile_home();
  void add_articles();
  void add_article(const Story& story);
  void add_twins(const Story& story);
  void add_lists();
  // A list and its further pages; `path_of` gives the path of page 1, 2 …
  void add_list(const std::string& title, const std::vector<const Story*>& stories, const std::string& intro,
                const std::function<std::string(std::size_t)>& path_of);
  void add_people_and_tags();
  void add_others();
  void add_feeds();
  void add_sitemaps();
  void add_robots();
  void add_data(const std::string& path, const std::string& type, std::string bytes);
  void add(SitePage page);  // throws std::logic_error where its address is taken: a fault in a kind
  void add_html(const std::string& url, const std::string& html, Truth truth, int status = 200);
  void add_missing();
  [[nodiscard]] std::vector<const Story*> newest(const std::function<bool(const Story&)>& which) const;
  [[nodiscard]] std::string content_type() const;

  Context site_, mobile_;
  GeneratedSite& out_;
};

// UTF-8 into the encoding; what it has no bytes for becomes a character reference, as content systems do it.
[[nodiscard]] std::string encoded(std::string_view encoding, const std::string& html);

}  // namespace winnow::sites
