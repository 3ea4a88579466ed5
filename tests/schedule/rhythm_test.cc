#include "schedule/rhythm.h"

#include <gtest/gtest.h>

#include <numeric>

#include "schedule/cadence.h"
#include "schedule/visit_plan.h"

namespace winnow::schedule {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant kMonday = std::chrono::sys_days{std::chrono::year(2025) / 2 / 10};
const Zone kUtc;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }
double expected_in(const Rhythm& rhythm, Instant from, seconds length, const Zone& zone = kUtc) {
  return sum(rhythm.expected(from, minutes(5), static_cast<std::size_t>(length / minutes(5)), zone));
}

// Visited every hour for so many days; each day `articles` come at that time of the day.
Rhythm daily(seconds at, int articles, int for_days, const Zone& zone = kUtc, Instant start = kMonday) {
  Rhythm rhythm;
  rhythm.learn({{}, start, {}}, zone);
  for (Instant now = start + hours(1); now < start + days(for_days); now += hours(1)) {
    Rhythm::Visit visit{now - hours(1), now, {}};
    const std::chrono::local_seconds local(now.time_since_epoch() + zone.offset_at(now));
    const auto published = std::chrono::floor<days>(local) + at;
    if (published <= local && published > local - hours(1))
      visit.found.assign(static_cast<std::size_t>(articles), now - (local - published));
    rhythm.learn(visit, zone);
  }
  return rhythm;
}

TEST(Rhythm, KnowsTheTimeOfTheDay) {
  const Rhythm rhythm = daily(hours(7) + minutes(12), 10, 28);
  const Instant day = kMonday + days(28);
  EXPECT_GT(expected_in(rhythm, day + hours(7) + minutes(10), minutes(5)), 4);
  EXPECT_LT(expected_in(rhythm, day + hours(12), hours(10)), 2);
  EXPECT_NEAR(expected_in(rhythm, day, days(7)) / 7, 10, 2);
}

TEST(Rhythm, KnowsTheDayOfTheWeek) {
  Rhythm rhythm;
  for (int d = 0; d < 70; ++d) {
    const Instant now = kMonday + days(d) + hours(18);
    Rhythm::Visit visit{now - days(1), now, {}};
    if (d % 7 < 5) visit.found.assign(8, now - hours(6));
    rhythm.learn(visit, kUtc);
  }
  const double tuesday = expected_in(rhythm, kMonday + days(71), days(1));
  const double sunday = expected_in(rhythm, kMonday + days(76), days(1));
  EXPECT_GT(tuesday, 6);
  EXPECT_LT(sunday, 1.5);
}

TEST(Rhythm, GoesByTheSitesZone) {
  const Zone berlin = *Zone::find("Europe/Berlin");
  const Instant march = std::chrono::sys_days{std::chrono::year(2025) / 3 / 1};
  const Rhythm rhythm = daily(hours(7), 10, 28, berlin, march);
  // The clocks have changed: seven o'clock is at 5:00 UTC now.
  const Instant april = std::chrono::sys_days{std::chrono::year(2025) / 4 / 2};
  EXPECT_GT(expected_in(rhythm, april + hours(5), minutes(5), berlin), 4);
  EXPECT_LT(expected_in(rhythm, april + hours(6), minutes(5), berlin), 1);
}

TEST(Rhythm, ForgetsWhatIsNoLongerSo) {
  Rhythm rhythm = daily(hours(7), 10, 60);
  for (int d = 60; d < 60 + 180; ++d) {
    rhythm.learn({kMonday + days(d), kMonday + days(d + 1), {}}, kUtc);
  }
  EXPECT_LT(expected_in(rhythm, kMonday + days(241), days(1)), 1.5);
}

TEST(Rhythm, SeesThatMoreIsGoingOnThanUsual) {
  const Rhythm usual = daily(hours(7), 10, 28);
  const Instant now = kMonday + days(28) + hours(15);
  Rhythm quiet = usual, busy = usual;
  quiet.learn({now - hours(1), now, {}}, kUtc);
  busy.learn({now - hours(1), now, std::vector<std::optional<Instant>>(12, now - minutes(20))}, kUtc);
  EXPECT_GT(expected_in(busy, now, hours(1)), 3 * expected_in(quiet, now, hours(1)));
}

TEST(Rhythm, AFirstVisitLearnsFromTheLastWeekOnly) {
  Rhythm rhythm;
  const Instant now = kMonday + hours(12);
  Rhythm::Visit first{{}, now, {now - days(400), std::nullopt, now + hours(3)}};
  for (int d = 0; d < 7; ++d) first.found.push_back(now - days(d) - hours(3));
  rhythm.learn(first, kUtc);
  EXPECT_NEAR(expected_in(rhythm, now, days(7)), 7, 4);
}

TEST(Rhythm, IsKeptAsText) {
  const Rhythm rhythm = daily(hours(7), 10, 28);
  const std::string text = rhythm.text();
  EXPECT_LT(text.size(), 2048U);
  const Rhythm again = Rhythm::parse(text);
  EXPECT_EQ(again.text(), text);
  EXPECT_NEAR(expected_in(again, kMonday + days(28), days(7)), expected_in(rhythm, kMonday + days(28), days(7)), 0.1);
  EXPECT_EQ(Rhythm::parse(Rhythm().text()), Rhythm());
}

TEST(Rhythm, DamagedTextIsNothingKnown) {
  const std::string text = daily(hours(7), 10, 28).text();
  for (const std::string& damaged :
       {std::string(), std::string("x"), text.substr(0, text.size() / 2), text + " 1", "-" + text, "nan " + text,
        std::string("1e300 ") + text.substr(text.find(' ') + 1), std::string("inf") + text.substr(text.find(' '))}) {
    EXPECT_EQ(Rhythm::parse(damaged), Rhythm()) << damaged.substr(0, 40);
  }
}

// Clocks that were set, a machine that slept for years, more articles than there can be.
TEST(Rhythm, SurvivesOddTimes) {
  Rhythm rhythm;
  rhythm.learn({kMonday + days(1), kMonday, {kMonday}}, kUtc);  // set back
  rhythm.learn({kMonday, kMonday, {kMonday}}, kUtc);
  rhythm.learn({kMonday, kMonday + days(20'000), {std::nullopt}}, kUtc);
  rhythm.learn({kMonday + days(20'000), kMonday + days(20'000) + seconds(1),
                std::vector<std::optional<Instant>>(100'000, kMonday - days(9'000))},
               kUtc);
  for (const Instant from : {Instant{}, kMonday, kMonday + days(30'000)}) {
    const double sum = expected_in(rhythm, from, days(1));
    EXPECT_TRUE(sum >= 0 && sum < 1e9) << sum;
    const Instant next = next_visit(Cadence{}, rhythm, from, from, kUtc);
    EXPECT_GE(next - from, minutes(5));
    EXPECT_LE(next - from, hours(12));
  }
}

TEST(StepsToVisit, AreForOneOrTwoArticlesWhereNothingChanges) {
  for (const double a_step : {1.0, 0.5, 0.15, 0.05, 0.02}) {
    const auto steps = steps_to_visit(std::vector<double>(1440, a_step), 1, 720);
    EXPECT_NEAR(static_cast<double>(steps), std::max(kArticlesAVisit / a_step, 1.0), 1 + 0.1 * kArticlesAVisit / a_step)
        << a_step;
  }
}

TEST(StepsToVisit, StayInTheirBounds) {
  EXPECT_EQ(steps_to_visit(std::vector<double>(100, 50.0), 4, 50), 4U);
  EXPECT_EQ(steps_to_visit(std::vector<double>(100, 0.0), 4, 50), 50U);
  EXPECT_EQ(steps_to_visit(std::vector<double>(2, 0.0), 1, 1), 1U);
  EXPECT_EQ(steps_to_visit({}, 1, 10), 10U);
}

TEST(StepsToVisit, ComeAtTheEndOfABurst) {
  std::vector<double> edition(288, 0.001);
  edition[40] = edition[41] = 1;
  EXPECT_EQ(steps_to_visit(edition, 1, 144), 42U);
}

// Both at once where `max` does not let it wait for the burst and be done.
TEST(StepsToVisit, AreSpentWhereTheyReachABurst) {
  std::vector<double> edition(288, 0.001);
  edition[200] = 12;
  const auto first = steps_to_visit(edition, 1, 144);
  EXPECT_GE(first, 201U - 144U);
  std::vector<double> later(edition.begin() + static_cast<std::ptrdiff_t>(first), edition.end());
  later.resize(288, 0.001);
  EXPECT_EQ(first + steps_to_visit(later, 1, 144), 201U);
}

TEST(NextVisit, OfAnAdaptiveSiteStaysInItsBounds) {
  const Rhythm rhythm = daily(hours(7), 300, 10);
  for (const auto& [min, max] : {std::pair<Millis, Millis>{minutes(5), hours(12)},
                                 {minutes(1), hours(1)},
                                 {Millis(1), Millis(1)},
                                 {hours(3), hours(3)},
                                 {hours(2), days(30)},
                                 {minutes(90), minutes(30)}}) {
    Cadence cadence;
    cadence.min = min, cadence.max = max;
    for (int h = 0; h < 24; ++h) {
      const Instant last = kMonday + days(10) + hours(h);
      const auto gap = next_visit(cadence, rhythm, last, last, kUtc) - last;
      EXPECT_GE(gap, std::min<Millis>(min, max));
      EXPECT_LE(gap, std::max<Millis>(max, seconds(1)));
    }
  }
}

}  // namespace
}  // namespace winnow::schedule
