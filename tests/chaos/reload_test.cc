// Reloads under load, some of them broken: each is taken up or refused at once, and the last good configuration stays.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <random>
#include <string>
#include <vector>

#include "chaos/newswire.h"
#include "chaos/scale.h"
#include "cli/notify_socket.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using ::testing::HasSubstr;
using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;

constexpr int kSites = 20;
constexpr const char* kGood = "schedule: {every: 1s}\n";

// What an operator may do to a configuration between two reloads. The faults are of different kinds: YAML that does not
// parse, a key that is none, a value that is none, a file that is empty, two files of one name.
struct Change {
  const char* file;
  const char* text;  // null: the file goes
  bool good;
};
constexpr Change kChanges[] = {
    {"sites/more.yaml", "site: more\nhome: http://127.0.0.1:1/\nenabled: false\n", true},
    {"sites/more.yaml", "site: more\nhome: http://127.0.0.1:1/\nenabled: false\nzone: Asia/Tokyo\n", true},
    {"sites/more.yaml", nullptr, true},
    {"sites/more.yaml", "site: [more\n", false},
    {"sites/more.yaml", "site: more\nhome: http://127.0.0.1:1/\nshedule: {every: 1s}\n", false},
    {"sites/more.yaml", "site: more\nhome: http://127.0.0.1:1/\nschedule: {every: soon}\n", false},
    {"sites/more.yaml", "", false},
    {"sites/more.yaml", "site: wire1\nhome: http://127.0.0.1:1/\n", false},
};

TEST(Reload, UnderLoadTheLastGoodConfigurationStays) {
  const int reloads = scaled(60, 10'000);
  const Newswire wire(kSites, Millis(500));
  const Desk desk;
  wire.write_all(desk, kGood);
  NotifySocket notes(desk.path("notify"));
  const auto daemon = desk.start({"daemon", "--log-level", "error"}, notes.setting());
  ASSERT_NE(notes.until("READY=1"), "") << daemon->err();
  std::mt19937 random(7);
  std::vector<milliseconds> took;
  const std::size_t before = wire.requests();
  for (int i = 0; i < reloads; ++i) {
    const Change& change = kChanges[random() % std::size(kChanges)];
    if (change.text != nullptr) {
      desk.write(change.file, change.text);
    } else {
      fs::remove(desk.path(change.file));
    }
    const auto begun = Clock::now();
    daemon->signal(SIGHUP);
    const std::string note = notes.until("READY=1");
    took.push_back(std::chrono::duration_cast<milliseconds>(Clock::now() - begun));
    ASSERT_NE(note, "") << i << ": " << daemon->err();
    EXPECT_EQ(note.find("reload failed") == std::string::npos, change.good) << i << ": " << note;
  }
  std::sort(took.begin(), took.end());
  std::printf("%d reloads, median %lld ms, slowest %lld ms, %zu requests meanwhile\n", reloads,
              static_cast<long long>(took[took.size() / 2].count()), static_cast<long long>(took.back().count()),
              wire.requests() - before);
  // A machine that does ten other things may hold up one of the short form's.
  EXPECT_LT(whole() ? took.back() : took[took.size() * 9 / 10], milliseconds(200));
  EXPECT_GT(wire.requests(), before) << "the crawl stood still";
  const std::size_t then = wire.requests();
  EXPECT_TRUE(comes_true([&] { return wire.requests() > then + kSites; })) << daemon->err();
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
}

}  // namespace
}  // namespace winnow::chaos
