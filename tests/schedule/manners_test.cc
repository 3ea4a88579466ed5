#include "schedule/manners.h"

#include <gtest/gtest.h>

namespace winnow::schedule {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Tick kStart{hours(1000)};
const HostGate::Terms kTwoSeconds{seconds(2), 1};

void ask(HostGate& gate, const HostGate::Terms& terms, Tick at, const char* host = "a") {
  gate.begin(host, terms, at);
  gate.finish(host);
}

TEST(HostGate, AsksAnUnknownHostAtOnce) { EXPECT_EQ(HostGate().ready_at("a", kTwoSeconds, kStart), kStart); }

TEST(HostGate, KeepsTheDelayFromBeginToBegin) {
  HostGate gate;
  ask(gate, kTwoSeconds, kStart);
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + Millis(500)), kStart + seconds(2));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + seconds(5)), kStart + seconds(5));
  EXPECT_EQ(gate.ready_at("b", kTwoSeconds, kStart), kStart);
}

TEST(HostGate, CountsTheDelayFromWhenTheHostWasReached) {
  HostGate gate;
  gate.reached("a", kStart);  // unknown
  gate.begin("a", kTwoSeconds, kStart);
  gate.reached("a", kStart + Millis(300));
  gate.reached("a", kStart + Millis(100));
  gate.finish("a");
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + seconds(1)), kStart + Millis(2300));
}

TEST(HostGate, KeepsTheNumberOfRequestsAtOnce) {
  HostGate gate;
  const HostGate::Terms two{Millis(0), 2};
  gate.begin("a", two, kStart);
  EXPECT_EQ(gate.ready_at("a", two, kStart), kStart);
  gate.begin("a", two, kStart);
  EXPECT_EQ(gate.ready_at("a", two, kStart), std::nullopt);
  gate.finish("a");
  EXPECT_EQ(gate.ready_at("a", two, kStart), kStart);
  EXPECT_EQ(gate.ready_at("a", {Millis(0), 0}, kStart), std::nullopt);  // at least one, never none
}

TEST(HostGate, OfSitesThatShareAHostTheMorePatientWins) {
  HostGate gate;
  const HostGate::Terms five{seconds(5), 1};
  ask(gate, five, kStart);
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart + seconds(5)) << "the one before asked for five";
  ask(gate, kTwoSeconds, kStart + seconds(5));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart + seconds(5)), kStart + seconds(7));
  EXPECT_EQ(gate.ready_at("a", five, kStart + seconds(5)), kStart + seconds(10));
}

TEST(HostGate, BesideARequestThatWantsToBeAloneNobodyBegins) {
  HostGate gate;
  const HostGate::Terms many{Millis(0), 4}, alone{Millis(0), 1};
  gate.begin("a", alone, kStart);
  EXPECT_EQ(gate.ready_at("a", many, kStart), std::nullopt);
  gate.finish("a");
  gate.begin("a", many, kStart);
  gate.begin("a", many, kStart);
  EXPECT_EQ(gate.ready_at("a", many, kStart), kStart) << "it is over";
  EXPECT_EQ(gate.ready_at("a", alone, kStart), std::nullopt);
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

TEST(HostGate, ForgetsIdleHostsOnly) {
  HostGate gate;
  const HostGate::Terms day{hours(24), 1};
  ask(gate, day, kStart, "idle"), gate.begin("busy", day, kStart), ask(gate, kTwoSeconds, kStart, "held");
  gate.hold("held", kStart + hours(2));
  const Tick later = kStart + hours(1);
  gate.forget(later, minutes(10));
  EXPECT_EQ(gate.ready_at("idle", day, later), later);
  EXPECT_EQ(gate.ready_at("busy", day, later), std::nullopt);
  EXPECT_EQ(gate.ready_at("held", kTwoSeconds, later), kStart + hours(2));
}

TEST(HostGate, AnUnexpectedFinishIsHarmless) {
  HostGate gate;
  gate.finish("a");
  ask(gate, kTwoSeconds, kStart), gate.finish("a");
  gate.begin("a", kTwoSeconds, kStart);
  EXPECT_EQ(gate.ready_at("a", {Millis(0), 1}, kStart), std::nullopt);
}

TEST(HostGate, WhatItRemembersCanBeRecalled) {
  HostGate before, after;
  ask(before, kTwoSeconds, kStart);
  before.hold("a", kStart + minutes(3));
  for (int i = 0; i < 3; ++i) (void)before.failed("a", false, kStart);
  const auto memory = before.memory("a", kStart + seconds(1));
  EXPECT_EQ(memory.asked_ago, Millis(1000));
  EXPECT_EQ(memory.held_for, Millis(179'000));
  EXPECT_EQ(memory.failures, 3);
  const Tick other_clock{seconds(7)};
  EXPECT_FALSE(after.knows("a"));
  after.recall("a", memory, other_clock);
  EXPECT_TRUE(after.knows("a"));
  EXPECT_EQ(after.ready_at("a", kTwoSeconds, other_clock), other_clock + seconds(179));
  EXPECT_EQ(after.memory("a", other_clock).failures, 3);
  after.recall("b", {Millis(500), Millis(3000), Millis(0), 0}, other_clock);
  EXPECT_EQ(after.ready_at("b", kTwoSeconds, other_clock), other_clock + Millis(2500))
      << "the delay that was promised then";
  EXPECT_FALSE(after.memory("c", other_clock).asked_ago);
}

// Fails `times` times in a row from `at` on; the last pause.
std::optional<Millis> fail(HostGate& gate, int times, Tick at) {
  std::optional<Millis> pause;
  for (int i = 0; i < times; ++i) pause = gate.failed("a", false, at);
  return pause;
}

TEST(Breaker, OpensAfterFiveFailuresInARow) {
  HostGate gate;
  EXPECT_FALSE(fail(gate, kFailuresInARow - 1, kStart));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart);
  const auto pause = fail(gate, 1, kStart);
  ASSERT_TRUE(pause);
  EXPECT_GE(*pause, minutes(5));
  EXPECT_LE(*pause, minutes(6));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart + *pause);
}

TEST(Breaker, ASuccessBetweenBeginsTheCountAnew) {
  HostGate gate;
  EXPECT_FALSE(fail(gate, kFailuresInARow - 1, kStart));
  gate.succeeded("a");
  EXPECT_FALSE(fail(gate, kFailuresInARow - 1, kStart));
}

TEST(Breaker, RepeatsOfOneRequestDoNotOpenIt) {
  HostGate gate;
  for (int i = 0; i < 50; ++i) EXPECT_FALSE(gate.failed("a", i > 0, kStart));
}

TEST(Breaker, OnProbationOneRequestAtATimeDecides) {
  HostGate gate;
  const Tick over = kStart + *fail(gate, kFailuresInARow, kStart);
  const HostGate::Terms many{Millis(0), 8};
  EXPECT_EQ(gate.ready_at("a", many, over), over);
  gate.begin("a", many, over);
  EXPECT_EQ(gate.ready_at("a", many, over), std::nullopt) << "one at a time";
  gate.finish("a");
  const auto longer = gate.failed("a", true, over);  // of a repeat too
  ASSERT_TRUE(longer);
  EXPECT_GE(*longer, minutes(10));
  const Tick again = over + *longer;
  gate.begin("a", many, again), gate.finish("a");
  gate.succeeded("a");
  gate.begin("a", many, again);
  EXPECT_EQ(gate.ready_at("a", many, again), again) << "all is well";
}

TEST(Breaker, WhatWasUnderWayWhenItOpenedCountsOnce) {
  HostGate gate;
  const auto pause = fail(gate, kFailuresInARow, kStart);
  EXPECT_FALSE(fail(gate, 7, kStart + seconds(1)));
  EXPECT_EQ(gate.ready_at("a", kTwoSeconds, kStart), kStart + *pause);
}

TEST(Breaker, PausesGrowFromFiveMinutesToAnHour) {
  const std::pair<int, Millis> rows[] = {
      {0, Millis(0)},   {4, Millis(0)},   {5, minutes(5)}, {6, minutes(10)},          {7, minutes(20)},
      {8, minutes(40)}, {9, minutes(60)}, {10, hours(1)},  {1'000'000'000, hours(1)},
  };
  for (const auto& [failures, pause] : rows) {
    EXPECT_EQ(breaker_pause(failures, 0), pause) << failures;
    EXPECT_LE(breaker_pause(failures, 999), pause * 6 / 5) << failures;
  }
  EXPECT_NE(breaker_pause(6, 1), breaker_pause(6, 500));
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
  const Instant now =
      std::chrono::sys_days{std::chrono::year(2025) / 2 / 11} + hours(10);  // Tue, 11 Feb 2025 10:00:00 GMT
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
