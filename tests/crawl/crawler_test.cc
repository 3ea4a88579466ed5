// The whole way: the newsstand's server, the real fetcher, the real store.
#include "crawl/crawler.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "crawl/support.h"

namespace winnow::crawl {
namespace {

class Newsstand : public testing::Test {
 protected:
  void SetUp() override {
    auto started = newsstand::Newsstand::start();
    ASSERT_TRUE(started) << started.error().text;
    stand_ = std::move(*started);
    site_ = site_of(*stand_);
  }
  Summary crawl() { return crawl_once(folder_.path(), site_, events_); }
  std::map<std::string, Article> stored() {
    std::map<std::string, Article> by_path;
    for (Article& article : articles_in(folder_.path())) {
      const std::string path = article.url.substr(stand_->origin().size());
      EXPECT_TRUE(by_path.emplace(path, std::move(article)).second) << path << " is stored twice";
    }
    return by_path;
  }

  Folder folder_;
  Recorder events_;
  std::unique_ptr<newsstand::Newsstand> stand_;
  site::Site site_;
};

TEST_F(Newsstand, ComesHomeWhole) {
  const Summary summary = crawl();
  const auto articles = stored();
  EXPECT_EQ(summary.stored, articles.size());
  for (const newsstand::Expected& expected : newsstand::expected()) {
    const auto found = articles.find(expected.path);
    ASSERT_NE(found, articles.end()) << expected.path << " was not stored";
    const Article& article = found->second;
    EXPECT_EQ(article.title, expected.title) << expected.path;
    EXPECT_EQ(article.published_at, expected.published) << expected.path;
    EXPECT_EQ(article.language, expected.language) << expected.path;
    EXPECT_NE(article.text.find(expected.has), std::string::npos) << expected.path << " lacks " << expected.has << "\n"
                                                                  << article.text;
    EXPECT_EQ(article.text.find(expected.lacks), std::string::npos) << expected.path << " has " << expected.lacks;
  }
  EXPECT_EQ(articles.size(), newsstand::expected().size());
}

TEST_F(Newsstand, WhatIsNoArticleIsNamedAndNotStored) {
  (void)crawl();
  const auto articles = stored();
  for (const newsstand::Odd& odd : newsstand::odd_links()) {
    EXPECT_EQ(articles.count(odd.target), 0u) << odd.target;
    const std::string url = stand_->url(odd.target);
    if (odd.fate == newsstand::Fate::disallowed) {
      EXPECT_EQ(stand_->count(odd.target), 0u) << odd.target << " was asked for";
    }
    if (odd.fate == newsstand::Fate::no_article) {
      EXPECT_TRUE(events_.find(Event::Kind::refused, url)) << odd.target;
    }
    if (odd.fate == newsstand::Fate::duplicate) {
      EXPECT_TRUE(events_.find(Event::Kind::duplicate, url)) << odd.target;
    }
    if (odd.fate == newsstand::Fate::failure) {
      EXPECT_TRUE(events_.find(Event::Kind::failed, url) || events_.find(Event::Kind::refused, url)) << odd.target;
    }
  }
}

TEST_F(Newsstand, TheSecondRunStoresNothingAndAsksOnlyConditionally) {
  const Summary first = crawl();
  EXPECT_GT(first.stored, 20u);
  stand_->clear_log();
  const Summary second = crawl();
  EXPECT_EQ(second.stored + second.updated + second.duplicates, 0u);
  EXPECT_EQ(second.requests, second.conditional);
  EXPECT_GT(second.requests, 0u);
  for (const newsstand::Logged& request : stand_->log()) EXPECT_TRUE(request.conditional) << request.target;
}

TEST_F(Newsstand, ARevisedStoryBecomesANewVersion) {
  (void)crawl();
  const std::string path = newsstand::expected().front().path;
  const std::string added =
      "Eine Ergänzung, die erst später kam: The council will vote again on the matter next month.";
  stand_->revise(path, added);
  const Summary second = crawl();
  EXPECT_EQ(second.updated, 1u);
  EXPECT_EQ(second.stored, 0u);
  std::size_t versions = 0;
  bool newest = false;
  for (const Article& article : articles_in(folder_.path())) {
    if (article.url != stand_->url(path)) continue;
    ++versions;
    newest = newest || article.text.find(added) != std::string::npos;
  }
  EXPECT_EQ(versions, 2u);
  EXPECT_TRUE(newest);
}

TEST_F(Newsstand, TheDelayIsKept) {
  site_.manners.delay = Millis(60);
  site_.manners.concurrency = 4;
  site_.limits.pages_per_run = 8;
  (void)crawl();
  const auto log = stand_->log();
  ASSERT_GT(log.size(), 8u);
  for (std::size_t i = 1; i < log.size(); ++i) {
    // Begun 60 ms apart by the crawler's clock; a busy machine may have noted the first one late.
    EXPECT_GE((log[i].at - log[0].at).count(), 60 * static_cast<std::int64_t>(i) - 150) << log[i].target;
  }
}

TEST_F(Newsstand, ConcurrencyIsKept) {
  site_.manners.concurrency = 2;
  (void)crawl();
  for (const newsstand::Logged& request : stand_->log()) EXPECT_LE(request.open, 2) << request.target;
}

TEST_F(Newsstand, PagesPerRunAreKeptAndTheRestComesNextTime) {
  site_.limits.pages_per_run = 5;
  const Summary first = crawl();
  EXPECT_LE(first.pages, 5u);
  EXPECT_GT(first.left, 0u);
  site_.limits.pages_per_run = 200;
  (void)crawl();
  EXPECT_EQ(stored().size(), newsstand::expected().size());
}

TEST_F(Newsstand, RobotsMayBeIgnoredOnlyWhenTheSiteFileSaysSo) {
  site_.manners.obey_robots = false;
  (void)crawl();
  EXPECT_EQ(stand_->count("/robots.txt"), 0u);
  for (const newsstand::Odd& odd : newsstand::odd_links()) {
    if (odd.fate == newsstand::Fate::disallowed) {
      EXPECT_GT(stand_->count(odd.target), 0u);
    }
  }
}

TEST_F(Newsstand, AnUnreachableRobotsTxtForbidsAll) {
  newsstand::Reply broken;
  broken.status = 503;
  stand_->replace("/robots.txt", broken);
  const Summary summary = crawl();
  EXPECT_EQ(summary.stored, 0u);
  for (const newsstand::Logged& request : stand_->log()) EXPECT_EQ(request.target, "/robots.txt");
}

TEST_F(Newsstand, AMissingRobotsTxtAllowsAll) {
  newsstand::Reply missing;
  missing.status = 404;
  stand_->replace("/robots.txt", missing);
  EXPECT_GT(crawl().stored, 20u);
}

TEST_F(Newsstand, WithoutLeaveForTheAddressNothingIsAsked) {
  site_.manners.allow_addresses.clear();
  const Summary summary = crawl();
  EXPECT_EQ(summary.stored, 0u);
  EXPECT_TRUE(stand_->log().empty());
}

TEST_F(Newsstand, ADeadFeedDoesNotStopTheRest) {
  newsstand::Reply broken;
  broken.status = 404;
  stand_->replace("/rss.xml", broken);
  const Summary summary = crawl();
  EXPECT_GE(summary.sources_failed, 1u);
  EXPECT_EQ(stored().size(), newsstand::expected().size());
}

TEST_F(Newsstand, ABrokenListPageIsReadAgainWhole) {
  newsstand::Reply broken;
  broken.status = 500;
  const auto pages = stand_->count("/list.html");
  EXPECT_EQ(pages, 0u);
  stand_->replace("/list-2.html", broken);
  (void)crawl();
  stand_->clear_log();
  (void)crawl();
  // Page one was fine, but its validators were not kept: page two is asked for again.
  EXPECT_EQ(stand_->count("/list.html"), 1u);
  EXPECT_GE(stand_->count("/list-2.html"), 1u);
}

TEST_F(Newsstand, StopEndsARunSoonAndLosesNothing) {
  site_.manners.delay = Millis(100);
  {
    auto stores = store::open_store(folder_.path(), store::Access::read_write);
    ASSERT_TRUE(stores);
    auto fetcher = fetch::make_curl_fetcher();
    InlineCleaner cleaner(*fetcher);
    Crawler crawler({*fetcher, *stores->state, *stores->articles, cleaner, events_, real_now, "winnow-test", "", 16});
    ASSERT_TRUE(crawler.begin(std::make_shared<const site::Site>(site_)));
    while (crawler.going().size() == 1 && crawler.going().front().stored < 3) ASSERT_TRUE(crawler.step(Millis(100)));
    ASSERT_TRUE(crawler.stop());
    const auto begun = real_now();
    while (!crawler.idle() && real_now() < begun + std::chrono::seconds(5)) ASSERT_TRUE(crawler.step(Millis(50)));
    EXPECT_TRUE(crawler.idle());
  }
  const std::size_t kept = articles_in(folder_.path()).size();
  EXPECT_GE(kept, 3u);
  site_.manners.delay = Millis(0);
  (void)crawl();
  EXPECT_EQ(stored().size(), newsstand::expected().size());
}

}  // namespace
}  // namespace winnow::crawl
