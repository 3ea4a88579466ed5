#include "schedule/cadence.h"

#include <gtest/gtest.h>

namespace winnow::schedule {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

Instant at(std::string_view iso) { return to_instant(*parse_iso(iso)); }
Zone zone(std::string_view name) { return *Zone::find(name); }

Cadence every(Millis interval) {
  Cadence cadence;
  cadence.kind = Cadence::Kind::interval;
  cadence.every = interval;
  return cadence;
}

Cadence by_cron(std::string_view line) {
  Cadence cadence;
  cadence.kind = Cadence::Kind::cron;
  cadence.cron = *Cron::parse(line);
  return cadence;
}

Cadence within(Cadence cadence, std::string_view open) {
  cadence.hours = *Hours::parse(open);
  return cadence;
}

std::string next_of(const Cadence& cadence, std::optional<std::string_view> last, std::string_view now,
                    std::string_view in = "UTC", Rhythm rhythm = {}) {
  return to_iso(next_visit(cadence, rhythm, last ? std::optional(at(*last)) : std::nullopt, at(now), zone(in)));
}

TEST(Hours, AreReadAsTwoClockTimes) {
  for (const std::string_view good : {"06:00-24:00", "00:00-24:00", "22:00-04:00", "09:30-17:45"}) {
    EXPECT_TRUE(Hours::parse(good)) << good;
  }
  for (const std::string_view bad : {"", "6-24", "6:00-24:00", "06:00", "06:00-25:00", "06:60-07:00", "24:01-06:00",
                                     "06:00-06:00", "06:00 - 24:00", "ab:cd-ef:gh", "06:00-24:000"}) {
    const auto hours_read = Hours::parse(bad);
    ASSERT_FALSE(hours_read) << bad;
    EXPECT_EQ(hours_read.error().text, "'" + std::string(bad) + "' are no hours; write them as \"06:00-24:00\"");
  }
}

TEST(Hours, MayGoOverMidnight) {
  struct Row {
    std::string_view open;
    int minute_of_day;
    bool inside;
  };
  const Row rows[] = {
      {"06:00-24:00", 5 * 60 + 59, false}, {"06:00-24:00", 6 * 60, true},   {"06:00-24:00", 23 * 60 + 59, true},
      {"06:00-12:00", 12 * 60, false},     {"22:00-04:00", 22 * 60, true},  {"22:00-04:00", 0, true},
      {"22:00-04:00", 4 * 60, false},      {"22:00-04:00", 12 * 60, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Hours::parse(row.open)->contains(minutes(row.minute_of_day)), row.inside)
        << row.open << " " << row.minute_of_day;
  }
}

TEST(NextVisit, OfASiteNeverVisitedIsNow) {
  EXPECT_EQ(next_of(every(minutes(30)), {}, "2025-02-11T10:00:00Z"), "2025-02-11T10:00:00Z");
  EXPECT_EQ(next_of(by_cron("0 3 * * *"), {}, "2025-02-11T10:00:00Z"), "2025-02-11T10:00:00Z");
  EXPECT_EQ(next_of(Cadence{}, {}, "2025-02-11T10:00:00Z"), "2025-02-11T10:00:00Z");
}

TEST(NextVisit, CountsFromTheStartOfTheLast) {
  EXPECT_EQ(next_of(every(minutes(30)), "2025-02-11T10:00:00Z", "2025-02-11T10:07:00Z"), "2025-02-11T10:30:00Z");
  EXPECT_EQ(next_of(every(Millis(1500)), "2025-02-11T10:00:00Z", "2025-02-11T10:00:01Z"), "2025-02-11T10:00:02Z");
  EXPECT_EQ(next_of(Cadence{}, "2025-02-11T10:00:00Z", "2025-02-11T10:07:00Z"), "2025-02-11T10:30:00Z");
}

TEST(NextVisit, MissedOnesAreMadeUpForOnce) {
  const std::string_view now = "2025-02-11T10:07:00Z";
  EXPECT_EQ(next_of(every(minutes(30)), "2025-02-09T10:00:00Z", now), now);
  EXPECT_EQ(next_of(by_cron("*/20 * * * *"), "2025-02-09T10:00:00Z", now), now);
  // The visit that made up for them is the last one now.
  EXPECT_EQ(next_of(every(minutes(30)), now, now), "2025-02-11T10:37:00Z");
  EXPECT_EQ(next_of(by_cron("*/20 * * * *"), now, now), "2025-02-11T10:20:00Z");
}

TEST(NextVisit, AClockSetBackIsNotWaitedOut) {
  const std::string_view last = "2026-02-11T10:00:00Z", now = "2025-02-11T10:00:00Z";
  EXPECT_EQ(next_of(every(minutes(30)), last, now), "2025-02-11T10:30:00Z");
  EXPECT_EQ(next_of(Cadence{}, last, now), "2025-02-11T10:30:00Z");
  EXPECT_EQ(next_of(by_cron("*/20 * * * *"), last, now), "2025-02-11T10:20:00Z");
}

TEST(NextVisit, ACronLineThatNeverComesIsAskedAboutInAYear) {
  EXPECT_EQ(next_of(by_cron("0 0 30 2 *"), "2025-02-11T10:00:00Z", "2025-02-11T10:00:00Z"), "2026-02-12T10:00:00Z");
}

TEST(NextVisit, WaitsForTheHours) {
  const Cadence daytime = within(every(minutes(30)), "06:00-24:00");
  const Cadence night = within(every(hours(1)), "22:00-04:00");
  // 16:00Z is midnight in Shanghai.
  EXPECT_EQ(next_of(daytime, "2025-02-11T15:45:00Z", "2025-02-11T15:50:00Z", "Asia/Shanghai"), "2025-02-11T22:00:00Z");
  EXPECT_EQ(next_of(daytime, "2025-02-11T10:00:00Z", "2025-02-11T10:05:00Z", "Asia/Shanghai"), "2025-02-11T10:30:00Z");
  EXPECT_EQ(next_of(daytime, {}, "2025-02-11T20:00:00Z", "Asia/Shanghai"), "2025-02-11T22:00:00Z");
  EXPECT_EQ(next_of(night, "2025-02-11T03:30:00Z", "2025-02-11T03:31:00Z"), "2025-02-11T22:00:00Z");
  EXPECT_EQ(next_of(within(by_cron("0 5 * * *"), "06:00-24:00"), "2025-02-11T06:00:00Z", "2025-02-11T06:01:00Z"),
            "2025-02-12T06:00:00Z");
}

TEST(NextVisit, HoursThatBeginInTheGapBeginAtItsEnd) {
  const Cadence cadence = within(every(minutes(30)), "02:30-24:00");
  EXPECT_EQ(next_of(cadence, "2025-03-30T00:00:00Z", "2025-03-30T00:10:00Z", "Europe/Berlin"), "2025-03-30T01:00:00Z");
  EXPECT_EQ(next_of(cadence, "2025-03-09T06:00:00Z", "2025-03-09T06:10:00Z", "America/New_York"),
            "2025-03-09T07:00:00Z");
}

}  // namespace
}  // namespace winnow::schedule
