#include "discover/sitemap.h"

#include <gtest/gtest.h>
#include <zlib.h>

namespace winnow::discover {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 1, Z_DEFLATED, 16 + MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()) + 32, '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string urls(const Sitemap& sitemap) {
  std::string out;
  for (const SitemapEntry& entry : sitemap.entries) out += entry.url + "\n";
  return out;
}

const std::string kUrlset = R"(<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"
        xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
  <url><loc> https://n.example/1?a=1&amp;b=2 </loc><lastmod>2025-02-11</lastmod></url>
  <url><loc>https://n.example/2</loc><image:image><image:loc>https://n.example/2.jpg</image:loc></image:image>
    <n:news><n:publication><n:name>N</n:name></n:publication><n:publication_date>2025-02-11T08:05:07+08:00</n:publication_date>
    <n:title>标题 &amp; more</n:title></n:news></url>
  <url><lastmod>2025-02-11</lastmod></url>
</urlset>)";

TEST(Sitemap, UrlsetWithNews) {
  const Sitemap sitemap = parse_sitemap(kUrlset, "application/xml", "https://n.example/sitemap.xml");
  EXPECT_TRUE(sitemap.recognised);
  EXPECT_FALSE(sitemap.is_index);
  EXPECT_EQ(urls(sitemap), "https://n.example/1?a=1&b=2\nhttps://n.example/2\n");
  EXPECT_EQ(to_iso(sitemap.entries[0].modified.value()), "2025-02-11");
  EXPECT_EQ(to_iso(sitemap.entries[1].published.value()), "2025-02-11T08:05:07+08:00");
  EXPECT_EQ(sitemap.entries[1].title, "标题 & more");
}

TEST(Sitemap, Index) {
  const Sitemap sitemap = parse_sitemap(
      "<sitemapindex><sitemap><loc>https://n.example/a.xml</loc></sitemap><sitemap>https://n.example/b.xml</sitemap>"
      "<sitemap><loc>/c.xml.gz</loc></sitemap></sitemapindex>",
      "", "https://n.example/sitemap.xml");
  EXPECT_TRUE(sitemap.is_index);
  EXPECT_EQ(urls(sitemap), "https://n.example/a.xml\nhttps://n.example/b.xml\nhttps://n.example/c.xml.gz\n");
}

TEST(Sitemap, NamespacesByOtherPrefixesOrNone) {
  const Sitemap sitemap = parse_sitemap(
      "<s:urlset "
      "xmlns:s='http://www.sitemaps.org/schemas/sitemap/0.9'><s:url><s:loc>https://n.example/1</s:loc></s:url></"
      "s:urlset>",
      "", "");
  EXPECT_EQ(urls(sitemap), "https://n.example/1\n");
}

TEST(Sitemap, TextIsOneAddressALine) {
  const Sitemap sitemap =
      parse_sitemap("\xEF\xBB\xBFhttps://n.example/1\r\n\r\nnot an address\nhttps://n.example/2", "text/plain", "");
  EXPECT_TRUE(sitemap.recognised);
  EXPECT_EQ(urls(sitemap), "https://n.example/1\nhttps://n.example/2\n");
}

TEST(Sitemap, FeedsStandForSitemaps) {
  EXPECT_EQ(urls(parse_sitemap("<rss><channel><item><link>https://n.example/1</link></item></channel></rss>", "", "")),
            "https://n.example/1\n");
}

TEST(Sitemap, Gzip) {
  const Sitemap whole = parse_sitemap(gzip(kUrlset), "application/gzip", "https://n.example/s.xml.gz");
  EXPECT_EQ(urls(whole), "https://n.example/1?a=1&b=2\nhttps://n.example/2\n");
  const std::string packed = gzip(kUrlset);
  EXPECT_TRUE(parse_sitemap(packed.substr(0, packed.size() - 20), "", "").recognised);
  EXPECT_FALSE(parse_sitemap(packed.substr(0, 12), "", "").recognised);
}

TEST(Sitemap, GzipBombsAreNone) {
  const std::string bomb =
      gzip("<urlset><url><loc>https://n.example/1</loc></url>" + std::string(std::size_t{80} << 20, ' '));
  EXPECT_FALSE(parse_sitemap(bomb, "", "").recognised);
}

TEST(Sitemap, EntriesAreBounded) {
  std::string text = "<urlset>";
  for (int i = 0; i < 50'010; ++i) text += "<url><loc>https://n.example/" + std::to_string(i) + "</loc></url>";
  const Sitemap sitemap = parse_sitemap(text, "", "");
  EXPECT_EQ(sitemap.entries.size(), 50'000u);
  EXPECT_EQ(sitemap.left_out, 10u);
  EXPECT_EQ(sitemap.entries.back().url, "https://n.example/49999");
}

TEST(Sitemap, OtherThingsAreNone) {
  for (const std::string_view text :
       {"", "hello", "<html><body>x</body></html>", "User-agent: *\nDisallow: /", "<", "\x1f\x8b", "{}"}) {
    EXPECT_FALSE(parse_sitemap(text, "", "").recognised) << text;
  }
}

}  // namespace
}  // namespace winnow::discover
