// A page that kills its worker: refused with its reason, kept aside, and no reason to stop.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "crawl/support.h"

namespace winnow::crawl {
namespace {

class Kept : public store::Aside {
 public:
  Result<std::string> put(const store::AsidePage& page) override {
    if (full) return fail(Code::no_space, "aside: the disk is full");
    pages.emplace(page.url, page.bytes);
    return "aside/" + std::string(page.site) + ".json";
  }
  std::map<std::string, std::string> pages;
  bool full = false;
};

class PutAside : public testing::Test {
 protected:
  void SetUp() override {
    auto started = newsstand::Newsstand::start();
    ASSERT_TRUE(started) << started.error().text;
    stand_ = std::move(*started);
  }
  // A whole visit in which the page at `path` kills its worker.
  Summary crawl(const std::string& path) {
    auto fetcher = fetch::make_curl_fetcher();
    InlineCleaner cleaner(*fetcher);
    cleaner.kills = path;
    Parts parts{*fetcher, *stores_.state, *stores_.articles, cleaner, events_, real_now, "winnow-test", "", 16};
    parts.aside = &aside_;
    Crawler crawler(std::move(parts));
    EXPECT_TRUE(crawler.begin(std::make_shared<const site::Site>(site_of(*stand_))));
    const auto deadline = real_now() + std::chrono::seconds(90);
    while (!crawler.idle() && real_now() < deadline) EXPECT_TRUE(crawler.step(Millis(500)));
    return crawler.take_finished().at(0);
  }

  std::unique_ptr<newsstand::Newsstand> stand_;
  store::Stores stores_ = store::memory_store();
  Recorder events_;
  Kept aside_;
};

TEST_F(PutAside, ThePageIsRefusedAndKeptAndTheOthersComeHome) {
  const std::string path = newsstand::expected().front().path, url = stand_->url(path);
  const Summary summary = crawl(path);
  EXPECT_EQ(summary.stored, newsstand::expected().size() - 1);
  ASSERT_EQ(aside_.pages.count(url), 1U);
  EXPECT_NE(aside_.pages[url], "");
  const Event* refused = events_.find(Event::Kind::refused, url);
  ASSERT_NE(refused, nullptr);
  EXPECT_EQ(refused->text, "the page killed its worker");
  const Event* notice = events_.find(Event::Kind::notice, url);
  ASSERT_NE(notice, nullptr);
  EXPECT_THAT(notice->text, testing::HasSubstr("it is kept as aside/"));
}

TEST_F(PutAside, APageThatCannotBeKeptIsNoReasonToStop) {
  aside_.full = true;
  const std::string path = newsstand::expected().front().path;
  EXPECT_EQ(crawl(path).stored, newsstand::expected().size() - 1);
  EXPECT_THAT(events_.find(Event::Kind::notice, stand_->url(path))->text, testing::HasSubstr("the disk is full"));
}

}  // namespace
}  // namespace winnow::crawl
