// The writers of pages: each gives the HTML of one page in UTF-8 and notes its truth. Private to this folder.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sites/context.h"

namespace winnow::sites {

// What stands in <head>.
struct Head {
  std::string title = {}, description = {}, path = {};
  std::string canonical = {};            // absolute; "": path's own
  const Story* story = nullptr;          // an article's metadata
  std::string previous = {}, next = {};  // paths of <link rel>
  bool noindex = false;
};
[[nodiscard]] std::string written_head(const Context& site, const Head& head);

// The document around what stands in the main column; names of the site's own lines go into the truth.
[[nodiscard]] std::string framed(const Context& site, const Head& head, const std::string& column, Truth& truth,
                                 const Story* story);

// An article or a part of it (from 1), and what may stand in its place (Layout::Serving).
[[nodiscard]] std::string article_page(const Context& site, const Story& story, std::size_t part, Truth& truth);
// Print, AMP and comment pages.
[[nodiscard]] std::string twin_page(const Context& site, const Story& story, Role role, Truth& truth);
// A block of an article by its slot ("share", "related" …), for its order and for the inserts of its body.
[[nodiscard]] std::string block(const Context& site, const Story& story, std::string_view slot, Truth& truth);
// The lines [from, to) of a story in the body's element, with the inserts between them.
[[nodiscard]] std::string body_of(const Context& site, const Story& story, std::size_t from, std::size_t to,
                                  Truth& truth);

struct ListPage {
  std::string title, path, previous, next;  // paths; "": none
  std::string intro;                        // HTML above the list
  std::vector<const Story*> stories;
};
[[nodiscard]] std::string list_page(const Context& site, const ListPage& list, Truth& truth);
[[nodiscard]] std::string to_iso_of(const Story& story);
[[nodiscard]] std::string home_page(const Context& site, Truth& truth);

// Pages that are no articles: "about", "privacy", "login", "video" …; `number` tells several of one name apart.
[[nodiscard]] std::string other_page(const Context& site, std::string_view name, std::size_t number,
                                     const std::string& path, Truth& truth);

[[nodiscard]] std::string rss(const Context& site, const std::vector<const Story*>& stories, const std::string& path);
[[nodiscard]] std::string atom(const Context& site, const std::vector<const Story*>& stories, const std::string& path);
struct Located {
  std::string url, modified;  // ISO 8601; "": not stated
  const Story* story = nullptr;
};
[[nodiscard]] std::string urlset(const Context& site, const std::vector<Located>& pages, bool news);
[[nodiscard]] std::string sitemap_index(const std::vector<std::string>& urls);

}  // namespace winnow::sites
