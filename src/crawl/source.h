// The places that name a site's articles: reading them once their answer is there. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "crawl/url_filter.h"
#include "site/site.h"
#include "store/state.h"
#include "winnow/observation.h"

namespace winnow::crawl {

struct Source {
  enum class Kind { feed, sitemap, list, home };
  Kind kind = Kind::feed;
  std::string url;
  site::ListSource list;  // of a list
  int page = 1;           // of a list; its first page is `list.url`
  int depth = 0;          // of a sitemap inside indexes
};

struct SourceFinds {
  std::vector<store::Found> urls;
  std::vector<Source> further;  // a list's next page, an index's sitemaps, a home page's feeds
  std::string fault;            // it is not what it should be; empty: fine
  ElementSeen links_at;         // of a list: what most of its links to articles stand in
};

// What a source answered; views of it.
struct SourceText {
  std::string_view bytes, url, content_type;
};

[[nodiscard]] SourceFinds read_source(const Source& source, const SourceText& text, const UrlFilter& filter);

// The further sources that a source named when it was last read, for when it answers 304.
[[nodiscard]] std::vector<Source> named_before(const Source& source, const store::SourceRow& row);

// A site's own sources, in the order of the file; the home page last, where `auto` is on.
[[nodiscard]] std::vector<Source> sources_of(const site::Site& site);

}  // namespace winnow::crawl
