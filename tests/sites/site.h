// A complete generated web site in memory, with the truth of each of its pages. The same options give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sites/change_kind.h"

namespace winnow::sites {

enum class Role {
  article,
  part,   // of an article: its second page and those after it
  print,  // twins of an article on pages of their own
  amp,
  mobile,
  comments,  // of an article, on a page of their own
  list,      // home, sections, tags, authors, archives, results: lists of links
  other,     // about, privacy, videos, galleries …
  missing,   // says that there is no such page, with status 200
  data       // feeds, sitemaps, robots.txt
};

[[nodiscard]] std::string_view name_of(Role role);

struct Truth {
  Role role = Role::other;
  std::string canonical;  // absolute: the article's address, for the article and what is derived from it
  std::string title;
  std::vector<std::string> authors;
  std::string published;  // ISO 8601, with all that is known
  int exactness = 0;      // what the page tells of it: 0 nothing, 1 the day, 2 the clock, 3 the offset
  // The lines of the article's text in order, over all its parts, the lead first where the page shows one; headings,
  // quotes and list items are lines. Where a paywall leaves a teaser: the lines that are shown.
  std::vector<std::string> lines;
  std::size_t from = 0, to = 0;      // those that stand on this page: [from, to)
  std::vector<std::string> lacks;    // lines of the page that must not be lines of the text
  std::vector<std::string> neutral;  // lines that may be in the text or not (the clocks of a live blog)
  bool gated = false;                // a teaser
};

struct SitePage {
  std::string url;  // absolute
  int status = 200;
  std::string content_type;
  std::string bytes;
  Truth truth;
};

struct SiteOptions {
  std::string_view kind;
  std::uint64_t seed = 1;
  std::string origin = "https://www.example.com";
  std::string mobile_origin = "https://m.example.com";  // where the kind has one
  std::size_t stories = 0;                              // 0: 40 to 80, by seed; more of them: the same site, later
  std::optional<ChangeKind> change = {};                // the site after its template was changed
};

class GeneratedSite {
 public:
  // Throws std::out_of_range for an unknown kind.
  explicit GeneratedSite(const SiteOptions& options);

  [[nodiscard]] const std::string& home() const { return home_; }
  [[nodiscard]] const std::map<std::string, SitePage, std::less<>>& pages() const { return pages_; }
  // The page at an absolute URL, without its fragment and whatever tracking parameters it has; null: there is none.
  [[nodiscard]] const SitePage* page(std::string_view url) const;
  [[nodiscard]] const SitePage& missing() const { return missing_; }  // what is served for those, with status 404
  [[nodiscard]] std::vector<const SitePage*> articles() const;        // the oldest first
  // Where articles can be found, each sort complete by itself but for feeds, which hold the newest.
  [[nodiscard]] const std::vector<std::string>& feeds() const { return feeds_; }
  [[nodiscard]] const std::vector<std::string>& sitemaps() const { return sitemaps_; }
  [[nodiscard]] const std::vector<std::string>& lists() const { return lists_; }  // the first page of each

 private:
  friend class SiteBuilder;
  std::string home_;
  std::map<std::string, SitePage, std::less<>> pages_;
  std::vector<std::string> articles_, feeds_, sitemaps_, lists_;
  SitePage missing_;
};

}  // namespace winnow::sites
