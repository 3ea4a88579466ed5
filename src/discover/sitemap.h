// Sitemaps to URLs: urlset, index, news sitemaps, text, gzip. Pure, total, bounded; safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

namespace winnow::discover {

struct SitemapEntry {
  std::string url;                 // absolute
  std::optional<Stamp> modified;   // <lastmod>
  std::optional<Stamp> published;  // <news:publication_date>
  std::string title;               // <news:title>
};

struct Sitemap {
  bool is_index = false;              // then the entries are sitemaps themselves
  bool recognised = false;            // false: it is no sitemap
  std::vector<SitemapEntry> entries;  // at most 50,000 (sitemaps.org), further ones are counted only
  std::size_t left_out = 0;
};

[[nodiscard]] Sitemap parse_sitemap(std::string_view bytes, std::string_view content_type, std::string_view url);

}  // namespace winnow::discover
