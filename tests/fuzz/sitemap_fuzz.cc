// Sitemaps, packed and plain; the first line is the Content-Type.
#include "discover/sitemap.h"

#include "base/url.h"
#include "fuzz/check.h"

using namespace winnow;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto [content_type, bytes] = fuzz::first_line(fuzz::text_of(data, size));
  const auto sitemap = discover::parse_sitemap(bytes, content_type, "https://news.example/sitemap.xml");
  for (const discover::SitemapEntry& entry : sitemap.entries) {
    fuzz::require(Url::parse(entry.url).has_value(), "an entry has an absolute URL");
    fuzz::require_utf8(entry.title);
    fuzz::require(!entry.modified || entry.modified->day.ok(), "a date is one of the calendar");
    fuzz::require(!entry.published || entry.published->day.ok(), "a date is one of the calendar");
  }
  fuzz::require(sitemap.entries.size() <= 50'000, "a sitemap has at most 50,000 entries");
  fuzz::require(sitemap.recognised || sitemap.entries.empty(), "entries come from sitemaps only");
  return 0;
}
