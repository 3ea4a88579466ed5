#include "discover/sitemap.h"

#include <algorithm>

#include "base/scan.h"
#include "base/unicode.h"
#include "decode/decode.h"
#include "discover/feed_text.h"
#include "discover/feed_xml.h"
#include "discover/gunzip.h"
#include "discover/xml.h"

namespace winnow::discover {
namespace {

constexpr std::size_t kMaxUrls = 50'000;
constexpr std::size_t kMaxUnpacked = std::size_t{50} << 20;  // sitemaps.org

void add(Sitemap& sitemap, SitemapEntry entry) {
  if (entry.url.empty()) return;
  if (sitemap.entries.size() == kMaxUrls) {
    ++sitemap.left_out;
  } else {
    sitemap.entries.push_back(std::move(entry));
  }
}

// <url> or <sitemap>; some write the address without a <loc>.
SitemapEntry read_entry(const XmlTree& tree, XmlId id, std::string_view base) {
  SitemapEntry entry;
  const std::vector<XmlId> children = tree.children(id);
  for (const XmlId child : children) {
    const std::string& name = tree.name(child);
    if (name == "loc" && entry.url.empty()) entry.url = absolute_link(tree.text(child), base);
    if (name == "lastmod" && !entry.modified) entry.modified = feed_date(tree.text(child));
    if (name != "news:news") continue;
    for (const XmlId news : tree.children(child)) {
      if (tree.name(news) == "news:publication_date") entry.published = feed_date(tree.text(news));
      if (tree.name(news) == "news:title") entry.title = maybe_html_to_plain(tree.text(news));
    }
  }
  if (entry.url.empty() && children.empty()) entry.url = absolute_link(tree.text(id), "");
  return entry;
}

Sitemap read_urls(const XmlTree& tree, XmlId root, std::string_view base) {
  Sitemap sitemap;
  sitemap.recognised = true;
  sitemap.is_index = tree.name(root) == "sitemapindex";
  for (XmlId id = root + 1; id < tree.size(); ++id) {
    if (tree.name(id) == "url" || tree.name(id) == "sitemap") add(sitemap, read_entry(tree, id, base));
  }
  return sitemap;
}

// sitemaps.org: a feed may stand for a sitemap.
Sitemap from_feed(const Feed& feed) {
  Sitemap sitemap;
  sitemap.recognised = !feed.kind.empty();
  for (const FeedEntry& entry : feed.entries) add(sitemap, {entry.link, entry.updated, entry.published, entry.title});
  return sitemap;
}

// Cuts the text where it has all the addresses that are kept: the tree of the rest would be thrown away. How many
// follow.
std::size_t cut_after_most(std::string_view& text) {
  constexpr std::string_view kAddress = "<loc>";
  std::size_t count = 0, end = text.size();
  for (std::size_t at = text.find(kAddress); at != text.npos; at = text.find(kAddress, at + kAddress.size())) {
    if (count++ == kMaxUrls) end = at;
  }
  text = text.substr(0, end);
  return count > kMaxUrls ? count - kMaxUrls : 0;
}

Sitemap read_xml_sitemap(std::string_view text, std::string_view url) {
  const std::size_t behind = cut_after_most(text);
  const XmlTree tree = read_xml(text);
  for (XmlId id = 0; id < tree.size(); ++id) {
    if (tree.name(id) != "urlset" && tree.name(id) != "sitemapindex") continue;
    Sitemap sitemap = read_urls(tree, id, url);
    sitemap.left_out += behind;
    return sitemap;
  }
  return from_feed(read_xml_feed(tree, url));
}

// sitemaps.org: one address a line. It is one when its first line that is not empty is an address.
Sitemap read_lines(std::string_view text) {
  Sitemap sitemap;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
    const std::string_view line = unicode::trim(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty()) continue;
    if (sitemap.entries.size() == kMaxUrls) {
      ++sitemap.left_out;
      continue;
    }
    std::string url = line.find(' ') == line.npos ? absolute_link(line, "") : std::string();
    if (!sitemap.recognised && url.empty()) return sitemap;
    sitemap.recognised = true;
    add(sitemap, {std::move(url), {}, {}, {}});
  }
  return sitemap;
}

}  // namespace

Sitemap parse_sitemap(std::string_view bytes, std::string_view content_type, std::string_view url) {
  std::string unpacked;
  if (is_gzip(bytes)) {
    unpacked = gunzip(bytes, kMaxUnpacked);
    bytes = unpacked;
    content_type = {};  // that of the archive
  }
  const std::string text = xml_to_utf8(bytes, content_type);
  unpacked = {};
  const std::string_view begin = unicode::trim(std::string_view(text).substr(0, 4096));
  return begin.starts_with('<') ? read_xml_sitemap(text, url) : read_lines(text);
}

}  // namespace winnow::discover
