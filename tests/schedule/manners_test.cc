#include "schedule/manners.h"

#include <gtest/gtest.h>

namespace winnow::schedule {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Moment kStart = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11} + hours(10);
const HostGate::Terms kTwoSeconds{seconds(2), 1};

TEST(HostGate, AsksAnUnknownHostAtOnce) { EXPECT_EQ(HostGate().ready_at("a", kTwoSeconds, kStart), kStart); }

TEST(HostGate, KeepsTheDelayFromBeginToBegin) {
  HostGate gate;
  gate.begin("a", kStart);
  gate.finish("a");
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + Millis(500)), kStart + seconds(2));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + seconds(5)), kStart + seconds(5));
  EXPECT_EQ(gate.ready_at("b", kTwoSeconds, kStart), kStart);
}

TEST(HostGate, KeepsTheNumberOfRequestsAtOnce) {
  HostGate gate;
  const HostGate::Terms two{Millis(0), 2};
  gate.begin("a", kStart);
  EXPECT_EQ(gate.ready_at("a", two, kStart), kStart);
  gate.begin("a", kStart);
  EXPECT_EQ(gate.ready_at("a", two, kStart), std::nullopt);
  gate.finish("a");
  EXPECT_EQ(gate.ready_at("a", two, kStart), kStart);
  EXPECT_EQ(gate.ready_at("a", {Millis(0), 0}, kStart), std::nullopt);  // at least one, never none
}

TEST(HostGate, HoldsAreNeverShortened) {
  HostGate gate;
  gate.hold("a", kStart + minutes(10));
  gate.hold("a", kStart + minutes(5));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart + minutes(10));
  gate.hold("a", kStart + minutes(20));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart + minutes(20));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + hours(1)), kStart + hours(1));
}

TEST(HostGate, AClockSetBackCostsOneDelay) {
  HostGate gate;
  gate.begin("a", kStart);
  gate.finish("a");
  const Moment earlier = kStart - hours(24);
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, earlier), earlier + seconds(2));
}

TEST(HostGate, ForgetsIdleHostsOnly) {
  HostGate gate;
  for (const char* host : {"idle", "busy", "held"}) gate.begin(host, kStart);
  gate.finish("idle"), gate.finish("held");
  gate.hold("held", kStart + hours(2));
  const Moment later = kStart + hours(1);
  gate.forget(later, minutes(10));
  const HostGate::Terms day{hours(24), 1};
  EXPECT_EQ(gate.ready_at("idle", day, later), later);
  EXPECT_EQ(gate.ready_at("busy", day, later), std::nullopt);
  EXPECT_EQ(gate.ready_at("held", kTwoSeconds, later), kStart + hours(2));
}

TEST(HostGate, AnUnexpectedFinishIsHarmless) {
  HostGate gate;
  gate.finish("a");
  gate.begin("a", kStart);
  gate.finish("a"), gate.finish("a");
  gate.begin("a", kStart);
  EXPECT_EQ(gate.ready_at("a", {Millis(0), 1}, kStart), std::nullopt);
}

TEST(BackOff, DoublesFromHalfAMinuteToSixHours) {
  const std::pair<int, Millis> rows[] = {
      {-1, seconds(30)}, {0, seconds(30)},  {1, seconds(30)},      {2, seconds(60)},
      {3, seconds(120)}, {4, seconds(240)}, {5, seconds(480)},     {10, seconds(15'360)},
      {11, hours(6)},    {12, hours(6)},    {1'000'000, hours(6)},
  };
  for (const auto& [tries, wait] : rows) EXPECT_EQ(back_off(tries, 0), wait) << tries;
}

TEST(BackOff, JitterIsUpToAFifthAndTheSameForTheSameUrl) {
  for (std::uint64_t seed : {0ULL, 1ULL, 999ULL, 12345ULL, ~0ULL}) {
    const Millis wait = back_off(3, seed);
    EXPECT_GE(wait, seconds(120)) << seed;
    EXPECT_LE(wait, seconds(144)) << seed;
    EXPECT_EQ(wait, back_off(3, seed));
  }
  EXPECT_NE(back_off(3, 1), back_off(3, 500));
}

TEST(RetryAfter, IsSecondsOrADateFromNowAndADayAtMost) {
  const Instant now = std::chrono::floor<seconds>(kStart);  // Tue, 11 Feb 2025 10:00:00 GMT
  struct Row {
    std::string_view value;
    std::optional<Millis> wait;
  };
  const Row rows[] = {
      {"0", Millis(0)},
      {"120", seconds(120)},
      {"  7 ", seconds(7)},
      {"86400", hours(24)},
      {"86401", hours(24)},
      {"99999999999999999999999", hours(24)},
      {"Tue, 11 Feb 2025 10:05:00 GMT", minutes(5)},
      {"Tuesday, 11-Feb-25 10:05:00 GMT", minutes(5)},
      {"Tue Feb 11 10:05:00 2025", minutes(5)},
      {"Tue, 11 Feb 2025 09:00:00 GMT", Millis(0)},
      {"Fri, 11 Feb 2035 10:00:00 GMT", hours(24)},
      {"", std::nullopt},
      {"   ", std::nullopt},
      {"-5", std::nullopt},
      {"1.5", std::nullopt},
      {"soon", std::nullopt},
      {"12s", std::nullopt},
  };
  for (const Row& row : rows) EXPECT_EQ(retry_after(row.value, now), row.wait) << row.value;
}

}  // namespace
}  // namespace winnow::schedule
