#include "app/polite.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "fetch/curl_fetcher.h"
#include "newsstand/http_server.h"

namespace winnow::app {
namespace {

using newsstand::HttpServer;
using newsstand::Query;
using newsstand::Reply;
using ::testing::HasSubstr;

Reply reply(int status, std::string body = "", newsstand::Headers headers = {}) {
  Reply out;
  out.status = status;
  out.body = std::move(body);
  out.headers = std::move(headers);
  return out;
}

// A server that answers by path, and a client of it.
class PoliteTest : public ::testing::Test {
 protected:
  PoliteTest() : fetcher_(fetch::make_curl_fetcher()) {
    auto started = HttpServer::start([this](const Query& query) {
      cookies_ = query.header("cookie");
      const auto found = pages_.find(query.path());
      if (found == pages_.end()) return reply(404);
      Reply answer = found->second;
      if (answer.status == 503) found->second = reply(200, "at last");  // the first time alone
      return answer;
    });
    server_ = std::move(*started);
    terms_.site.home = server_->origin() + "/";
    terms_.site.manners.delay = Millis(0);
    terms_.site.manners.allow_addresses = {"127.0.0.0/8"};
    terms_.user_agent = "winnow-test";
    terms_.time = std::chrono::seconds(60);
  }
  [[nodiscard]] std::string url(const std::string& path) const { return server_->origin() + path; }

  std::map<std::string, Reply> pages_;
  std::string cookies_;
  std::unique_ptr<HttpServer> server_;
  std::unique_ptr<fetch::Fetcher> fetcher_;
  Polite::Terms terms_;
};

TEST_F(PoliteTest, RobotsTxtIsAskedOnceAndObeyed) {
  pages_["/robots.txt"] = reply(200, "User-agent: winnow\nDisallow: /no\nSitemap: /map.xml\n");
  pages_["/yes"] = reply(200, "page");
  Polite polite(*fetcher_, terms_);
  const auto first = polite.get(url("/yes"));
  ASSERT_TRUE(first);
  EXPECT_EQ(first->body, "page");
  const auto forbidden = polite.get(url("/no/1"));
  ASSERT_FALSE(forbidden);
  EXPECT_THAT(forbidden.error().text, HasSubstr("robots.txt forbids it (Disallow: /no (line 2))"));
  EXPECT_EQ(server_->count("/robots.txt"), 1U);
  EXPECT_EQ(server_->count("/no/1"), 0U);
  EXPECT_EQ(polite.sitemaps(), std::vector<std::string>{url("/map.xml")});
  EXPECT_EQ(polite.requests(), 1U);
}

TEST_F(PoliteTest, EveryHopIsJudged) {
  pages_["/robots.txt"] = reply(200, "User-agent: *\nDisallow: /no\n");
  pages_["/a"] = reply(302, "", {{"Location", "/b"}});
  pages_["/b"] = reply(200, "b");
  pages_["/c"] = reply(301, "", {{"Location", "/no"}});
  pages_["/loop"] = reply(301, "", {{"Location", "/loop"}});
  Polite polite(*fetcher_, terms_);
  EXPECT_EQ(polite.get(url("/a"))->url, url("/b"));
  EXPECT_THAT(polite.get(url("/c")).error().text, HasSubstr("robots.txt forbids it"));
  EXPECT_THAT(polite.get(url("/loop")).error().text, HasSubstr("more than 10 redirects"));
  EXPECT_THAT(polite.get("ftp://a.example/").error().text, HasSubstr("only http and https"));
}

TEST_F(PoliteTest, WhatMayPassIsTriedAgainWhenTheServerSays) {
  pages_["/busy"] = reply(503, "", {{"Retry-After", "1"}});
  Polite polite(*fetcher_, terms_);
  const auto before = std::chrono::steady_clock::now();
  const auto answer = polite.get(url("/busy"));
  ASSERT_TRUE(answer);
  EXPECT_EQ(answer->body, "at last");
  EXPECT_GE(std::chrono::steady_clock::now() - before, std::chrono::seconds(1));
  EXPECT_EQ(polite.get(url("/gone"))->status, 404);
  EXPECT_EQ(server_->count("/gone"), 1U);
}

TEST_F(PoliteTest, AHostThatWantsToBeLeftAloneIs) {
  pages_["/busy"] = reply(503, "", {{"Retry-After", "3600"}});
  pages_["/page"] = reply(200, "page");
  Polite polite(*fetcher_, terms_);
  EXPECT_EQ(polite.get(url("/busy"))->status, 503);
  const auto later = polite.get(url("/page"));
  ASSERT_FALSE(later);
  EXPECT_THAT(later.error().text, HasSubstr("wants to be left alone"));
  EXPECT_EQ(server_->count("/page"), 0U);
}

TEST_F(PoliteTest, AHostThatKeepsFailingIsLeftAlone) {
  pages_["/robots.txt"] = reply(404);
  pages_["/broken"] = reply(500);
  Polite polite(*fetcher_, terms_);
  for (int i = 0; i < schedule::kFailuresInARow; ++i) (void)polite.get(url("/broken"));
  const std::size_t asked = server_->count("/broken");
  EXPECT_FALSE(polite.get(url("/broken")));
  EXPECT_EQ(server_->count("/broken"), asked);
}

TEST_F(PoliteTest, WhereRobotsTxtFailsNothingIsAsked) {
  pages_["/robots.txt"] = reply(500);
  pages_["/page"] = reply(200, "page");
  Polite polite(*fetcher_, terms_);
  const auto answer = polite.get(url("/page"));
  ASSERT_FALSE(answer);
  EXPECT_THAT(answer.error().text, HasSubstr("robots.txt of " + server_->origin() + " can't be read (HTTP 500)"));
  EXPECT_EQ(server_->count("/page"), 0U);
}

TEST_F(PoliteTest, CookiesOfTheSiteGoBackToIt) {
  pages_["/a"] = reply(200, "a", {{"Set-Cookie", "consent=yes"}});
  pages_["/b"] = reply(200, "b");
  Polite polite(*fetcher_, terms_);
  ASSERT_TRUE(polite.get(url("/a")));
  ASSERT_TRUE(polite.get(url("/b")));
  EXPECT_EQ(cookies_, "consent=yes");
  terms_.site.manners.cookies = false;
  Polite without(*fetcher_, terms_);
  ASSERT_TRUE(without.get(url("/a")));
  ASSERT_TRUE(without.get(url("/b")));
  EXPECT_EQ(cookies_, "");
}

TEST_F(PoliteTest, ItIsOverWhenItsTimeIsUp) {
  pages_["/slow"] = reply(200, "slow");
  pages_["/slow"].delay = Millis(30'000);
  terms_.time = Millis(400);
  Polite polite(*fetcher_, terms_);
  const auto answer = polite.get(url("/slow"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().code, Code::interrupted);
  EXPECT_TRUE(polite.over());
  EXPECT_FALSE(polite.get(url("/slow")));
}

}  // namespace
}  // namespace winnow::app
