#include "crawl/source.h"

#include <algorithm>

#include "decode/decode.h"
#include "discover/feed.h"
#include "discover/links.h"
#include "discover/sitemap.h"

namespace winnow::crawl {
namespace {

constexpr std::size_t kSitemapsOfAnIndex = 50;
constexpr int kIndexDepth = 3;
constexpr std::size_t kFeedsOfAHome = 5;

std::string iso(const std::optional<Stamp>& stamp) { return stamp ? to_iso(*stamp) : std::string(); }

std::int64_t seconds(const std::optional<Stamp>& stamp) {
  return stamp ? to_instant(*stamp).time_since_epoch().count() : 0;
}

SourceFinds read_feed(const SourceText& text, const UrlFilter& filter) {
  SourceFinds finds;
  const discover::Feed feed = discover::parse_feed(text.bytes, text.content_type, text.url);
  if (feed.kind.empty()) finds.fault = "is no feed";
  for (const discover::FeedEntry& entry : feed.entries) {
    auto found = filter.found(entry.link, Origin::feed);
    if (!found) continue;
    found->published = iso(entry.published);
    found->modified = seconds(entry.updated);
    finds.urls.push_back(std::move(*found));
  }
  return finds;
}

SourceFinds read_index(const Source& source, discover::Sitemap sitemap) {
  SourceFinds finds;
  if (source.depth >= kIndexDepth) return finds;
  // The newest first: an archive's old parts don't change, and only so many are asked in a run.
  std::stable_sort(sitemap.entries.begin(), sitemap.entries.end(),
                   [](const auto& a, const auto& b) { return seconds(a.modified) > seconds(b.modified); });
  for (const discover::SitemapEntry& entry : sitemap.entries) {
    if (finds.further.size() == kSitemapsOfAnIndex) break;
    finds.further.push_back({Source::Kind::sitemap, entry.url, {}, 1, source.depth + 1});
  }
  return finds;
}

SourceFinds read_sitemap(const Source& source, const SourceText& text, const UrlFilter& filter) {
  discover::Sitemap sitemap = discover::parse_sitemap(text.bytes, text.content_type, text.url);
  if (sitemap.is_index) return read_index(source, std::move(sitemap));
  SourceFinds finds;
  if (!sitemap.recognised) finds.fault = "is no sitemap";
  for (const discover::SitemapEntry& entry : sitemap.entries) {
    auto found = filter.found(entry.url, Origin::sitemap);
    if (!found) continue;
    found->published = iso(entry.published);
    found->modified = seconds(entry.modified);
    finds.urls.push_back(std::move(*found));
  }
  return finds;
}

std::string text_of(const SourceText& text) {
  return decode::to_text(text.bytes, text.content_type, "auto", /*html=*/true).utf8;
}

SourceFinds read_list(const Source& source, const SourceText& text, const UrlFilter& filter) {
  SourceFinds finds;
  const discover::ListPage page = discover::read_list(text_of(text), text.url, source.list.links, source.list.next);
  const Origin origin = source.list.links.empty() ? Origin::list_guessed : Origin::list;
  std::vector<std::size_t> articles(page.elements.size());  // in each
  for (std::size_t i = 0; i < page.links.size(); ++i) {
    auto found = filter.found(page.links[i], origin);
    if (!found) continue;
    finds.urls.push_back(std::move(*found));
    ++articles[page.places[i]];
  }
  if (!finds.urls.empty()) {
    const auto most = std::max_element(articles.begin(), articles.end());
    finds.links_at = page.elements[static_cast<std::size_t>(most - articles.begin())];
  }
  if (!source.list.links.empty() && page.links.empty()) {
    finds.fault = "has no links that match '" + source.list.links + "'";
  }
  if (source.page < source.list.max_pages && !page.next.empty()) {
    finds.further.push_back({Source::Kind::list, page.next, source.list, source.page + 1, 0});
  }
  return finds;
}

SourceFinds read_home(const SourceText& text) {
  SourceFinds finds;
  for (const std::string& feed : discover::read_alternates(text_of(text), text.url).feeds) {
    if (finds.further.size() < kFeedsOfAHome) finds.further.push_back({Source::Kind::feed, feed, {}, 1, 0});
  }
  return finds;
}

}  // namespace

SourceFinds read_source(const Source& source, const SourceText& text, const UrlFilter& filter) {
  switch (source.kind) {
    case Source::Kind::feed:
      return read_feed(text, filter);
    case Source::Kind::sitemap:
      return read_sitemap(source, text, filter);
    case Source::Kind::list:
      return read_list(source, text, filter);
    case Source::Kind::home:
      return read_home(text);
  }
  return {};
}

std::vector<Source> named_before(const Source& source, const store::SourceRow& row) {
  std::vector<Source> out;
  if (source.kind != Source::Kind::home && source.kind != Source::Kind::sitemap) return out;
  const auto kind = source.kind == Source::Kind::home ? Source::Kind::feed : Source::Kind::sitemap;
  for (const std::string& url : row.named) out.push_back({kind, url, {}, 1, source.depth + 1});
  return out;
}

std::vector<Source> sources_of(const site::Site& site) {
  std::vector<Source> out;
  for (const std::string& url : site.discover.feeds) out.push_back({Source::Kind::feed, url, {}, 1, 0});
  for (const std::string& url : site.discover.sitemaps) out.push_back({Source::Kind::sitemap, url, {}, 1, 0});
  for (const site::ListSource& list : site.discover.lists) out.push_back({Source::Kind::list, list.url, list, 1, 0});
  if (site.discover.automatic && !site.home.empty()) out.push_back({Source::Kind::home, site.home, {}, 1, 0});
  return out;
}

}  // namespace winnow::crawl
