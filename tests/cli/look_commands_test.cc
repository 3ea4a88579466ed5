// `winnow url`, `winnow robots` and `winnow feed`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/desk.h"
#include "newsstand/server.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::vector<Json> lines_of(const std::string& text) {
  std::vector<Json> out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    auto line = Json::parse(text.substr(at, end - at));
    EXPECT_TRUE(line) << text.substr(at, end - at);
    if (line) out.push_back(std::move(*line));
    at = end + 1;
  }
  return out;
}

TEST(UrlCommand, PartsAndCanonicalForm) {
  const Ended end = winnow({"url", "HTTP://News.Example:80/a/../b?utm_source=x&id=1#top"});
  EXPECT_EQ(end.status, 0) << end.err;
  const Json parts = Json::parse(end.out).value_or(Json());
  EXPECT_EQ(parts["href"].string(), "http://news.example/b?utm_source=x&id=1#top");
  EXPECT_EQ(parts["protocol"].string(), "http:");
  EXPECT_EQ(parts["host"].string(), "news.example");
  EXPECT_EQ(parts["hash"].string(), "#top");
  EXPECT_EQ(parts["canonical"].string(), "http://news.example/b?id=1");
}

TEST(UrlCommand, ARelativeOneNeedsABase) {
  const Ended based = winnow({"url", "../c?x", "--base", "https://a.example/b/d"});
  EXPECT_EQ(based.status, 0);
  EXPECT_EQ(Json::parse(based.out).value_or(Json())["href"].string(), "https://a.example/c?x");
  for (const std::vector<std::string>& row : std::vector<std::vector<std::string>>{
           {"url", "c.html"}, {"url", "http://"}, {"url", "c.html", "--base", "d.html"}}) {
    const Ended end = winnow(row);
    EXPECT_EQ(end.status, 1);
    EXPECT_THAT(end.err, HasSubstr(row.back() + ": "));
    EXPECT_EQ(end.out, "");
  }
}

TEST(RobotsCommand, EachUrlWithTheRuleThatDecided) {
  const Desk desk;
  desk.write("robots.txt",
             "User-agent: *\nDisallow: /private/\nAllow: /private/open\n\nUser-agent: badbot\nDisallow: /\n");
  const Ended end = desk.winnow({"robots", "robots.txt", "--agent", "winnow", "https://a.example/news",
                                 "https://a.example/private/x", "/private/open"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("allowed\thttps://a.example/news\t-\n"
                                  "disallowed\thttps://a.example/private/x\tDisallow: /private/"));
  EXPECT_THAT(end.out, HasSubstr("\nallowed\t/private/open\tAllow: /private/open"));
  const Ended bad = desk.winnow({"robots", "robots.txt", "--agent", "badbot/2.0", "https://a.example/news"});
  EXPECT_THAT(bad.out, StartsWith("disallowed\thttps://a.example/news\tDisallow: /"));
}

TEST(RobotsCommand, WhatIsNoUrlOrFileIsNamed) {
  const Desk desk;
  desk.write("robots.txt", "");
  const Ended end = desk.winnow({"robots", "robots.txt", "--agent", "a", "::", "https://a.example/"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("::: "));
  EXPECT_EQ(end.out, "allowed\thttps://a.example/\t-\n");
  const Ended none = desk.winnow({"robots", "none.txt", "--agent", "a", "https://a.example/"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("none.txt: No such file"));
}

constexpr const char* kAtom =
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>Harbour</title><link href='https://a.example/'/>"
    "<entry><title>One &amp; all</title><id>urn:1</id><link href='https://a.example/1'/>"
    "<published>2025-03-01T10:00:00+01:00</published><updated>2025-03-02T10:00:00Z</updated>"
    "<summary>Short</summary></entry></feed>";

TEST(FeedCommand, TheFeedAndThenItsEntries) {
  const Desk desk;
  desk.write("feed.xml", kAtom);
  for (const char* source : {"feed.xml", "-"}) {
    const Ended end = desk.winnow({"feed", source}, {.input = kAtom});
    EXPECT_EQ(end.status, 0) << end.err;
    const auto lines = lines_of(end.out);
    ASSERT_EQ(lines.size(), 2U);
    EXPECT_EQ(lines[0]["title"].string(), "Harbour");
    EXPECT_EQ(lines[1]["title"].string(), "One & all");
    EXPECT_EQ(lines[1]["link"].string(), "https://a.example/1");
    EXPECT_EQ(lines[1]["id"].string(), "urn:1");
    EXPECT_EQ(lines[1]["published"].string(), "2025-03-01T10:00:00+01:00");
    EXPECT_EQ(lines[1]["summary"].string(), "Short");
  }
}

TEST(FeedCommand, FetchesAUrlOfAnAllowedAddress) {
  const auto stand = newsstand::Newsstand::start();
  ASSERT_TRUE(stand);
  const Desk desk;
  const Ended refused = desk.winnow({"feed", (*stand)->url("/rss.xml")});
  EXPECT_EQ(refused.status, 4);
  EXPECT_THAT(refused.err, HasSubstr("allow_addresses"));
  EXPECT_TRUE((*stand)->log().empty());

  desk.write("winnow.yaml", "store: store\ndefaults: {manners: {allow_addresses: [127.0.0.0/8]}}\n");
  const Ended end = desk.winnow({"feed", (*stand)->url("/rss.xml")});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(lines_of(end.out).size(), 12U);
  const Ended map = desk.winnow({"feed", (*stand)->url("/sitemap-2.xml.gz")});
  EXPECT_EQ(map.status, 0) << map.err;
  EXPECT_GT(lines_of(map.out).size(), 10U);
}

TEST(FeedCommand, WhatCannotBeReadOrFetchedIsNamed) {
  const Desk desk;
  desk.write("winnow.yaml", "store: store\ndefaults: {manners: {allow_addresses: [127.0.0.0/8]}}\n");
  desk.write("page.html", "<html><body><p>Hello</p></body></html>");
  const Paper paper(1);
  const struct {
    std::string source;
    int status;
    const char* says;
  } rows[] = {{"none.xml", 1, "No such file"},
              {"page.html", 1, "neither a feed nor a sitemap"},
              {paper.origin() + "/gone.xml", 4, "404"},
              {paper.origin() + "/story/1.html", 1, "neither a feed nor a sitemap"},
              {"http://127.0.0.1:1/feed.xml", 4, "127.0.0.1:1"}};
  for (const auto& row : rows) {
    const Ended end = desk.winnow({"feed", row.source});
    EXPECT_EQ(end.status, row.status) << row.source;
    EXPECT_THAT(end.err, StartsWith("winnow: " + row.source + ": "));
    EXPECT_THAT(end.err, HasSubstr(row.says));
    EXPECT_EQ(end.out, "");
  }
}

}  // namespace
}  // namespace winnow::cli
