#include "worker/warm_up.h"

#include <string>

#include "crawl/source.h"
#include "winnow/winnow.h"

namespace winnow::worker {
namespace {

// A page with something for each stage: scripts of two kinds, damage, dates, a byline, lists, links.
constexpr const char* kPage =
    "<html lang=zh><meta charset=utf-8><title>標題 - 日報</title><body><div class=nav><a "
    "href=/a>首頁</a></div><article>"
    "<h1>標題</h1><p>記者 王小明 2025-02-11 "
    "21:42</p><p>我们的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長了。</p>"
    "<p>The mayor opened the bridge on Monday morning, cafÃ© and all, and hundreds of people crossed it.</p>"
    "<ul><li>one</li><li>two</li></ul><p>Share this article on Facebook</p></article></body></html>";

// One of each kind of source: the XML parser, its mending, and the selectors.
void read_sources() {
  using crawl::Source;
  const crawl::UrlFilter filter(crawl::UrlRules{"https://warm.example/", {{}, {"x$"}, {}, {}}, {}});
  const struct {
    Source::Kind kind;
    const char* bytes;
  } rows[] = {
      {Source::Kind::feed,
       "<rss version='2.0'><channel><title>a &nbsp; b</title><item><link>https://warm.example/1</link>"
       "<pubDate>Tue, 11 Feb 2025 21:42:00 GMT</pubDate></item></channel>"},
      {Source::Kind::sitemap,
       "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://warm.example/"
       "2</loc><lastmod>2025-02-11</lastmod></url></urlset>"},
      {Source::Kind::list, "<a href=/2025/02/11/three.html>Three</a>"},
      {Source::Kind::home, "<link rel=alternate type=application/rss+xml href=/feed>"},
  };
  for (const auto& row : rows) {
    const Source source{row.kind, "https://warm.example/", {"https://warm.example/", "a", "a.next", 2}, 1, 0};
    (void)crawl::read_source(source, {row.bytes, "https://warm.example/", ""}, filter);
  }
}

}  // namespace

void warm_up() {
  Options options;
  options.zone = "Asia/Shanghai";
  const Reader reader(options);
  (void)reader.read({.bytes = kPage,
                     .url = "https://warm.example/2025/02/11/up.html",
                     .content_type = {},
                     .fetched_at = {},
                     .site = ""});
  // Every encoding's converter is in the library's own data; opening one makes ICU look for that once.
  for (const char* label :
       {"gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr", "utf-16be", "utf-16le", "windows-1252"}) {
    (void)decode_bytes("\xB0\xA1 warm \x41\x42", {}, label);
  }
  read_sources();
}

}  // namespace winnow::worker
