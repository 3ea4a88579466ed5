// A crawl that is interrupted or killed: what is stored is whole, and the next crawl brings the rest.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <random>

#include "cli/desk.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;

constexpr int kStories = 60;

void expect_all(const Desk& desk) {
  const Ended end = desk.winnow({"crawl", "paper"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(desk.articles().size(), static_cast<std::size_t>(kStories));
  const Ended list = desk.winnow({"list", "--limit", "1000"});
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), kStories) << list.err;
  for (const auto& entry : fs::recursive_directory_iterator(desk.path("store"))) {
    EXPECT_NE(entry.path().extension(), ".tmp") << entry.path();
  }
}

TEST(Kill, TheNextCrawlCompletesTheSet) {
  const unsigned seed = std::random_device()();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  const Paper paper(kStories, Millis(4));
  for (int round = 0; round < 5; ++round) {
    const Desk desk;
    desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\n"));
    std::string moments;
    for (int kill = 0; kill < 3; ++kill) {
      const auto crawl = desk.start({"crawl", "paper"});
      const auto wait = static_cast<unsigned>(random() % 250);
      ::usleep(wait * 1000);
      crawl->signal(SIGKILL);
      (void)crawl->wait();
      moments += " " + std::to_string(wait) + " ms: " + std::to_string(desk.articles().size());
    }
    SCOPED_TRACE("killed after (and stored by then)" + moments);
    expect_all(desk);
  }
}

TEST(Interrupt, IsStatus130AndLosesNothing) {
  for (const int number : {SIGINT, SIGTERM}) {
    const Paper paper(kStories, Millis(80));  // the first are told after a second
    const Desk desk;
    desk.write("sites/paper.yaml", paper.site("paper"));
    const auto crawl = desk.start({"crawl", "paper"});
    EXPECT_TRUE(crawl->says("paper: stored ")) << crawl->err();
    crawl->signal(number);
    const Ended end = crawl->wait();
    EXPECT_EQ(end.status, 130) << end.err;
    EXPECT_THAT(end.out, HasSubstr("paper: "));
    const std::size_t stored = desk.articles().size();
    EXPECT_GT(stored, 0U);
    EXPECT_LT(stored, static_cast<std::size_t>(kStories));
    expect_all(desk);
    EXPECT_LE(paper.count("/story/1.html"), 2U);
  }
}

TEST(Interrupt, EndsSoonWithASlowPageInFlight) {
  const Paper paper(2, Millis(40'000));
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper"));
  const auto crawl = desk.start({"crawl", "paper"});
  for (int i = 0; i < 6000 && paper.count("/story/1.html") == 0; ++i) ::usleep(10'000);
  const auto asked = std::chrono::steady_clock::now();
  crawl->signal(SIGINT);
  EXPECT_EQ(crawl->wait().status, 130);
  EXPECT_LT(std::chrono::steady_clock::now() - asked, std::chrono::seconds(10));
}

}  // namespace
}  // namespace winnow::cli
