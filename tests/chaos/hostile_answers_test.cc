// Answers that no honest server gives: each is bounded in memory and time, and told by what it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "chaos/hostile_site.h"
#include "chaos/scale.h"
#include "newsstand/gzip.h"

namespace winnow::chaos {
namespace {

using namespace std::string_literals;
using newsstand::Query;
using newsstand::Reply;
using ::testing::HasSubstr;

constexpr std::int64_t kMega = 1 << 20;

struct Row {
  const char* name;
  Reply page;  // to every article
  const char* says;
};

Reply raw(std::string bytes) {
  Reply reply;
  reply.raw = std::move(bytes);
  return reply;
}

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

Reply endless(std::string body, bool chunked) {
  Reply reply = reply_of(std::move(body));
  reply.endless = true;
  reply.chunked = chunked;
  return reply;
}

std::vector<Row> rows() {
  const std::string ok = "HTTP/1.1 200 OK\r\n", chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
  return {
      {"1 MB of headers", raw(ok + repeated("X-A: " + std::string(1000, 'a') + "\r\n", 1000) + "\r\n"),
       "bytes of headers"},
      {"1 MB of tiny headers", raw(ok + repeated("a: b\r\n", 170'000) + "\r\n"), "lines of headers"},
      {"one header of 1 MB", raw(ok + "X-A: " + std::string(1'000'000, 'a') + "\r\n\r\n"), "longer than 100 KiB"},
      {"NUL in a header", raw(ok + "X-A: a\0b\r\n\r\nbody"s), "Nul byte in header"},
      {"NUL in the status line", raw("HTTP/1.1 200 \0OK\r\n\r\nbody"s), "Nul byte in header"},
      {"no line break at all", raw(std::string(1'000'000, 'x')), "does not answer in HTTP"},
      {"a header without an end", raw(ok + "X-A: a"), "in the middle of its answer"},
      {"endless early answers", raw(repeated("HTTP/1.1 100 Continue\r\n\r\n", 100'000)), "of headers"},
      {"a status that is none", raw("HTTP/1.1 9999999999 OK\r\n\r\nbody"), ""},
      {"two lengths", raw(ok + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nbody!"), ""},
      {"a length below nothing", raw(ok + "Content-Length: -1\r\n\r\nbody"), ""},
      {"a length beyond all", raw(ok + "Content-Length: 99999999999999999999\r\n\r\nbody"), ""},
      {"a chunk that is none", raw(chunked + "zz\r\nbody\r\n0\r\n\r\n"), "in the middle of its answer"},
      {"a chunk beyond all", raw(chunked + "ffffffffffffffffff\r\nbody"), "in the middle of its answer"},
      {"a torn chunk", raw(chunked + "ffff\r\nbody"), "in the middle of its answer"},
      {"an endless body", endless(std::string(100'000, 'x'), false), "on the wire (limits.page)"},
      {"endless chunks", endless(std::string(100'000, 'x'), true), "on the wire (limits.page)"},
      {"endless trailers", raw(chunked + "1\r\nx\r\n0\r\n" + repeated("a: b\r\n", 170'000)), "of headers"},
      {"a body too long by its word", raw(ok + "Content-Length: 900000000\r\n\r\nbody"), "announced as larger"},
  };
}

constexpr const char* kSite = "discover: {auto: false, sitemaps: [ORIGIN/sitemap.txt]}\nlimits: {time: 30s}\n";

// Each on a host of its own, since a host that fails five times is left alone for a while.
TEST(HostileAnswers, AreBoundedAndTold) {
  const std::vector<Row> all = rows();
  std::vector<std::unique_ptr<newsstand::HttpServer>> servers;
  std::string feed = "<rss version=\"2.0\"><channel>";
  for (std::size_t i = 0; i < all.size(); ++i) {
    auto server = newsstand::HttpServer::start(
        [&page = all[i].page](const Query& query) { return query.target == "/robots.txt" ? not_found() : page; }, 0, {},
        "127.0.3." + std::to_string(i + 1));
    ASSERT_TRUE(server) << server.error().text;
    feed += "<item><link>" + (*server)->origin() + "/story</link></item>";
    servers.push_back(std::move(*server));
  }
  const Ending ending = crawl_hostile(
      [&](const Query& query) {
        return query.target == "/feed.xml" ? reply_of(feed + "</channel></rss>", "application/rss+xml") : not_found();
      },
      "discover: {auto: false, feeds: [ORIGIN/feed.xml]}\nlimits: {time: 10s}\n");
  EXPECT_GE(ending.ended.status, 0) << "signal " << ending.ended.signal;
  EXPECT_LE(ending.took, std::chrono::seconds(20));  // what may pass is tried three times, after 1 s and 3 s
  EXPECT_LE(ending.peak_bytes, 256 * kMega);
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::string& err = ending.ended.err;
    const std::string url = servers[i]->origin() + "/story";
    const std::size_t at = err.rfind(url + ": ");
    if (at == std::string::npos) {
      EXPECT_STREQ(all[i].says, "") << all[i].name << " was not told:\n" << err;
      continue;
    }
    EXPECT_THAT(err.substr(at, err.find('\n', at) - at), HasSubstr(all[i].says)) << all[i].name;
  }
}

TEST(HostileAnswers, LinesMayEndWithoutACarriageReturn) {
  const std::string story = cli::Paper::story(7);
  const Ending ending = crawl_hostile(
      [&](const Query& query) {
        if (query.target == "/robots.txt") return not_found();
        if (query.target == "/sitemap.txt") return sitemap_for(query, 1);
        return raw("HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: " + std::to_string(story.size()) +
                   "\n\n" + story);
      },
      kSite);
  EXPECT_EQ(ending.ended.status, 0);
  EXPECT_THAT(ending.ended.out, HasSubstr("1 stored"));
}

// RFC 9309, 2.5: the beginning counts.
TEST(HostileAnswers, ARobotsTxtOf100MegabytesIsReadSoFar) {
  const Ending ending = crawl_hostile(
      [](const Query& query) {
        if (query.target == "/sitemap.txt") return sitemap_for(query, 2);
        if (query.target != "/robots.txt") return reply_of(cli::Paper::story(7));
        Reply reply = reply_of("User-agent: *\nDisallow: /news/10001\n" + repeated("Disallow: /nowhere\n", 5'500'000),
                               "text/plain");
        return reply;
      },
      kSite);
  EXPECT_EQ(ending.ended.status, 0);
  EXPECT_THAT(ending.ended.out, HasSubstr("1 stored"));
  EXPECT_THAT(ending.ended.out, HasSubstr("1 refused"));
  EXPECT_LE(ending.peak_bytes, 256 * kMega);
  EXPECT_LE(ending.took, std::chrono::seconds(20));
}

// Addresses without a host are taken for those of the file's.
std::string huge_sitemap(int urls) {
  std::string out = "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">";
  for (int i = 0; i < urls; ++i) out += "<url><loc>/news/" + std::to_string(1'000'000 + i) + "</loc></url>";
  return out + "</urlset>";
}

TEST(HostileAnswers, ASitemapOf5MillionUrlsIsReadSoFar) {
  const int urls = scaled(500'000, 5'000'000);
  const std::string packed = newsstand::gzip(huge_sitemap(urls));
  const Ending ending = crawl_hostile(
      [&](const Query& query) {
        if (query.target == "/robots.txt") return not_found();
        if (query.target != "/huge.xml.gz") return reply_of(cli::Paper::story(7));
        return reply_of(packed, "application/gzip");
      },
      "discover: {auto: false, sitemaps: [ORIGIN/huge.xml.gz]}\nlimits: {page: 64MB, time: 60s, pages_per_run: 3}\n");
  EXPECT_EQ(ending.ended.status, 0) << ending.ended.err;
  EXPECT_EQ(ending.requests, 5u);  // robots.txt, the sitemap, three pages
  EXPECT_LE(ending.peak_bytes, 512 * kMega);
  std::printf("%d URLs, %zu bytes packed: peak %lld MB, %lld ms\n", urls, packed.size(),
              static_cast<long long>(ending.peak_bytes / kMega), static_cast<long long>(ending.took.count()));
}

std::string lol(const std::string& root, const std::string& inside) {
  std::string dtd = "<?xml version=\"1.0\"?><!DOCTYPE " + root + " [<!ENTITY lol0 \"lollollollol\">";
  for (int i = 1; i < 12; ++i) {
    dtd += "<!ENTITY lol" + std::to_string(i) + " \"" + repeated("&lol" + std::to_string(i - 1) + ";", 10) + "\">";
  }
  return dtd + "<!ENTITY file SYSTEM \"file:///etc/passwd\"><!ENTITY net SYSTEM \"http://169.254.169.254/\">]>" +
         inside;
}

TEST(HostileAnswers, DtdsDeclareNothing) {
  const Ending ending = crawl_hostile(
      [](const Query& query) {
        if (query.target == "/robots.txt") return not_found();
        const std::string host = "http://" + std::string(query.header("host"));
        if (query.target == "/feed.xml") {
          return reply_of(
              lol("rss",
                  "<rss version=\"2.0\"><channel><title>&lol11;&file;</title><item><title>&lol11;&net;</title>"
                  "<link>" +
                      host + "/news/10001</link></item></channel></rss>"),
              "application/rss+xml");
        }
        if (query.target == "/sitemap.xml") {
          return reply_of(lol("urlset", "<urlset><url><loc>" + host + "/news/10002?a=&lol11;</loc></url><url><loc>" +
                                            host + "/news/10003</loc></url></urlset>"),
                          "application/xml");
        }
        return reply_of(cli::Paper::story(query.target.back() - '0'));
      },
      "discover: {auto: false, feeds: [ORIGIN/feed.xml], sitemaps: [ORIGIN/sitemap.xml]}\n");
  EXPECT_EQ(ending.ended.status, 0) << ending.ended.err;
  EXPECT_LE(ending.requests, 6u);
  EXPECT_LE(ending.peak_bytes, 256 * kMega);
  EXPECT_LE(ending.took, std::chrono::seconds(20));
}

// A list whose next page is always another one, articles whose next part is, an index that leads to indexes.
TEST(HostileAnswers, TrapsEndWithinTheirBudget) {
  const auto trap = [](const Query& query) {
    const std::string host = "http://" + std::string(query.header("host"));
    static int number = 0;
    ++number;
    if (query.target == "/robots.txt") return not_found();
    if (query.target.starts_with("/calendar")) {
      return reply_of("<a rel=next href=\"/calendar?day=" + std::to_string(number) + "\">next</a><a href=\"/news/" +
                      std::to_string(20'000 + number) + "\">story</a>");
    }
    if (query.target.starts_with("/index")) {
      std::string out = "<sitemapindex>";
      for (int i = 0; i < 50; ++i) {
        out +=
            "<sitemap><loc>" + host + "/index?" + std::to_string(number) + "." + std::to_string(i) + "</loc></sitemap>";
      }
      return reply_of(out + "</sitemapindex>", "application/xml");
    }
    const std::string next = "<link rel=next href=\"/news/" + std::to_string(20'000 + number) +
                             "?page=" + std::to_string(number) +
                             "\"><a rel=next href=\"/news/10000?page=" + std::to_string(number) + "\">2</a>";
    return reply_of(cli::Paper::story(number) + next);
  };
  const Ending calendar = crawl_hostile(
      trap, "discover: {auto: false, lists: [{url: ORIGIN/calendar, max_pages: 7}]}\nlimits: {pages_per_run: 5}\n");
  EXPECT_GE(calendar.requests, 1u + 7u + 5u);
  EXPECT_LE(calendar.requests, 1u + 7u + 5u * 20u) << calendar.ended.err;
  const Ending index =
      crawl_hostile(trap, "discover: {auto: false, sitemaps: [ORIGIN/index]}\nlimits: {pages_per_run: 5}\n");
  EXPECT_LE(index.requests, 1u + 201u) << "indexes of indexes";
  EXPECT_THAT(index.ended.err, HasSubstr("one source too many"));
}

}  // namespace
}  // namespace winnow::chaos
