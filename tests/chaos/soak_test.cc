// Hours of visits to sites that go on publishing: memory and descriptors stay flat after the warm-up.
//
// The whole form runs the program's clock eight times as fast (libfaketime): six hours of its schedule in 45 minutes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdio>
#include <string>
#include <thread>
#include <vector>

#include "chaos/newswire.h"
#include "chaos/process.h"
#include "chaos/scale.h"
#include "cli/notify_socket.h"

namespace winnow::chaos {
namespace {

using namespace cli;
using std::chrono::seconds;
using Clock = std::chrono::steady_clock;

constexpr const char* kFakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";
constexpr int kSites = 20;

struct Sample {
  double hours;  // of real time
  double megabytes;
  int descriptors;
};

// By least squares.
double slope(const std::vector<Sample>& samples) {
  double n = 0, x = 0, y = 0, xx = 0, xy = 0;
  for (const Sample& s : samples) {
    n += 1, x += s.hours, y += s.megabytes, xx += s.hours * s.hours, xy += s.hours * s.megabytes;
  }
  return n * xx == x * x ? 0 : (n * xy - x * y) / (n * xx - x * x);
}

TEST(Soak, MemoryAndDescriptorsStayFlat) {
  const int run_for = scaled(8, 45 * 60);
  const bool fast = whole() && fs::exists(kFakeTime);
  // In the rush at the beginning caches of a bounded size fill up: that is the warm-up.
  const seconds pace(whole() ? 10 : 1), warm_up(run_for / 3);
  const Newswire wire(kSites, Millis(scaled(300, 3'000)), whole() ? warm_up : seconds(0));
  const Desk desk;
  wire.write_all(desk, fast ? "schedule: {every: 60s}\n" : "schedule: {every: 1s}\n");
  NotifySocket notes(desk.path("notify"));
  Setting setting = notes.setting();
  if (fast) {
    setting.environment.insert(setting.environment.end(),
                               {{"LD_PRELOAD", kFakeTime}, {"FAKETIME", "+0 x8"}, {"FAKETIME_DONT_FAKE_MONOTONIC", "1"}});
  }
  const auto daemon = desk.start({"daemon", "--log-level", "error"}, setting);
  ASSERT_NE(notes.until("READY=1"), "") << daemon->err();
  std::vector<Sample> samples;
  const auto begun = Clock::now();
  while (Clock::now() - begun < seconds(run_for)) {
    std::this_thread::sleep_for(pace);
    const auto age = Clock::now() - begun;
    const Footprint now = footprint_with_children(daemon->pid());
    ASSERT_GT(now.resident_bytes, 0) << "the daemon has gone: " << daemon->err();
    if (whole()) {
      std::printf("%.0f s: %.1f MB, %d descriptors, %zu requests\n", std::chrono::duration<double>(age).count(),
                  static_cast<double>(now.resident_bytes) / 1e6, now.descriptors, wire.requests());
      std::fflush(stdout);
    }
    if (age < warm_up) continue;
    samples.push_back({std::chrono::duration<double>(age).count() / 3600, static_cast<double>(now.resident_bytes) / 1e6,
                       now.descriptors});
  }
  ASSERT_GE(samples.size(), 3U);
  int fewest = samples.front().descriptors, most = fewest;
  for (const Sample& s : samples) fewest = std::min(fewest, s.descriptors), most = std::max(most, s.descriptors);
  std::printf("%d s%s: %zu articles, slope %.3f MB/h from %.1f MB, descriptors %d to %d\n", run_for,
              fast ? ", the program's clock 8 times as fast" : "", desk.articles().size(), slope(samples),
              samples.front().megabytes, fewest, most);
  if (whole()) {
    EXPECT_LT(slope(samples), 1.0);
  }
  EXPECT_LE(most - fewest, 16);  // connections come and go
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
}

}  // namespace
}  // namespace winnow::chaos
