// kill -9 in each system call of the writing way: nothing torn, nothing lost once it was said to be stored, nothing
// twice, and the next start is ready at once.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>

#include "chaos/scale.h"
#include "chaos/strace.h"
#include "winnow/format.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using Clock = std::chrono::steady_clock;

constexpr int kStories = 6;
constexpr std::chrono::seconds kReadyAgain{2};

// What the store holds: paths of articles by id, those of older versions not among them.
struct Held {
  std::map<std::string, std::string> articles;
  std::set<std::string> urls;
  int versions = 0;
};

Held held(const Desk& desk) {
  Held out;
  const fs::path store = desk.path("store");
  if (!fs::exists(store)) return out;
  for (const auto& entry : fs::recursive_directory_iterator(store)) {
    if (entry.path().extension() != ".json") continue;
    const auto article = article_from_json(read(entry.path()));
    EXPECT_TRUE(article) << entry.path() << " is torn";
    if (!article) continue;
    const bool version = entry.path().stem().extension() != "";
    out.versions += version ? 1 : 0;
    if (version) continue;
    out.urls.insert(article->url);
    const auto [known, is_new] = out.articles.emplace(article->id, fs::relative(entry.path(), store).string());
    EXPECT_TRUE(is_new) << entry.path() << " and " << known->second << " are one article";
  }
  return out;
}

// The URLs that the program said it had stored, of whole lines only.
std::set<std::string> acknowledged(const std::string& err) {
  std::set<std::string> out;
  for (std::size_t at = 0, end = 0; (end = err.find('\n', at)) != std::string::npos; at = end + 1) {
    const std::string line = err.substr(at, end - at);
    const std::size_t url = line.rfind("(http");
    if (line.find("stored ") == std::string::npos || url == std::string::npos) continue;
    out.insert(line.substr(url + 1, line.size() - url - 2));
  }
  return out;
}

// How long a start takes until the store is open and the site is asked.
void expect_ready(const Desk& desk, const Paper& paper) {
  const std::size_t before = paper.requests();
  const auto start = Clock::now();
  const auto crawl = desk.start({"crawl", "paper"});
  while (paper.requests() == before && !crawl->ended() && Clock::now() - start < kPatience) ::usleep(1000);
  EXPECT_LT(Clock::now() - start, kReadyAgain);
  const Ended end = crawl->wait();
  EXPECT_EQ(end.status, 0) << end.err;
}

void expect_complete(const Desk& desk) {
  const Held after = held(desk);
  EXPECT_EQ(after.articles.size(), static_cast<std::size_t>(kStories));
  const Ended list = desk.winnow({"list", "--limit", "1000"});
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), kStories) << list.out << list.err;
  for (const auto& entry : fs::recursive_directory_iterator(desk.path("store"))) {
    EXPECT_FALSE(entry.path().filename().string().starts_with(".winnow-")) << entry.path();
  }
}

// Which calls are hit: two of them, or in the whole form all, 250 at most. How many there are varies a little from run
// to run, so the last ones need not come.
std::vector<int> moments(int calls) {
  const int rounds = std::min(calls, scaled(2, 250)), parts = rounds + (whole() ? 0 : 1);
  std::vector<int> out;
  for (int i = 1; i <= rounds; ++i) out.push_back(std::max(1, static_cast<int>(std::int64_t{calls} * i / parts)));
  return out;
}

int count_calls(const Desk& desk, const std::string& call, const std::vector<std::string>& arguments) {
  const std::string log = desk.path("calls");
  const Ended end = run(traced(desk, call, arguments, log), {.folder = desk.path()});
  EXPECT_EQ(end.status, 0) << end.err;
  const std::string lines = read(log);
  return static_cast<int>(std::count(lines.begin(), lines.end(), '\n'));
}

class CommitKill : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!can_trace()) GTEST_SKIP() << "strace can't trace programs here";
  }
  const Paper paper_{kStories};
};

constexpr const char* kSite = "store: {raw: true, keep: [json, markdown]}\n";

TEST_P(CommitKill, TheNextCrawlHasEachArticleOnce) {
  int calls = 0;
  {
    const Desk desk;
    desk.write("sites/paper.yaml", paper_.site("paper", kSite));
    calls = count_calls(desk, GetParam(), {"crawl", "paper"});
  }
  int killed = 0;
  for (const int moment : moments(calls)) {
    SCOPED_TRACE(std::string(GetParam()) + " number " + std::to_string(moment) + " of " + std::to_string(calls));
    const Desk desk;
    desk.write("sites/paper.yaml", paper_.site("paper", kSite));
    const std::string inject = std::string(GetParam()) + ":signal=KILL:when=" + std::to_string(moment);
    const Ended end = run(traced(desk, inject, {"crawl", "paper"}), {.folder = desk.path()});
    killed += end.signal == SIGKILL || end.status == 128 + SIGKILL ? 1 : 0;
    const Held before = held(desk);
    for (const std::string& url : acknowledged(end.err)) EXPECT_TRUE(before.urls.contains(url)) << url << " is lost";
    expect_ready(desk, paper_);
    expect_complete(desk);
    for (const auto& [id, path] : before.articles) EXPECT_EQ(held(desk).articles[id], path);
    EXPECT_EQ(held(desk).versions, 0);
  }
  EXPECT_GE(killed * 10, static_cast<int>(moments(calls).size()) * 9) << "of " << calls;
  RecordProperty("killed", killed);
  if (whole()) std::printf("%s: killed in %d of %d calls\n", GetParam(), killed, calls);
}

std::string call_name(const ::testing::TestParamInfo<const char*>& call) { return call.param; }

INSTANTIATE_TEST_SUITE_P(All, CommitKill,
                         ::testing::Values("openat", "openat2", "mkdirat", "write", "pwrite64", "fsync", "fdatasync",
                                           "syncfs", "renameat", "ftruncate", "fcntl", "close"),
                         call_name);

// The way of a newer version: the older file gets a second name, the new one takes its place.
class VersionKill : public CommitKill {};

TEST_P(VersionKill, EachArticleHasItsNewVersionAndOneOlder) {
  const std::string newer = std::string(kSite) + "language: de\n";  // so each article reads otherwise
  const Desk desk;
  const auto first = [&] {
    fs::remove_all(desk.path("store"));
    desk.write("sites/paper.yaml", paper_.site("paper", kSite));
    ASSERT_EQ(desk.winnow({"crawl", "paper"}).status, 0);
    desk.write("sites/paper.yaml", paper_.site("paper", newer));
  };
  first();
  const int calls = count_calls(desk, GetParam(), {"crawl", "--again", "paper"});
  ASSERT_EQ(held(desk).versions, kStories);
  for (const int moment : moments(calls)) {
    SCOPED_TRACE(std::string(GetParam()) + " number " + std::to_string(moment) + " of " + std::to_string(calls));
    first();
    const std::string inject = std::string(GetParam()) + ":signal=KILL:when=" + std::to_string(moment);
    (void)run(traced(desk, inject, {"crawl", "--again", "paper"}), {.folder = desk.path()});
    EXPECT_EQ(held(desk).articles.size(), static_cast<std::size_t>(kStories));
    const Ended again = desk.winnow({"crawl", "--again", "paper"});
    EXPECT_EQ(again.status, 0) << again.err;
    expect_complete(desk);
    EXPECT_EQ(held(desk).versions, kStories);
  }
  if (whole()) std::printf("%s of a new version: killed in each of %d calls\n", GetParam(), calls);
}

INSTANTIATE_TEST_SUITE_P(All, VersionKill,
                         ::testing::Values("openat2", "linkat", "fdatasync", "renameat", "syncfs", "pwrite64"),
                         call_name);

}  // namespace
}  // namespace winnow::chaos
