#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "schedule/cadence.h"

namespace winnow::schedule {
namespace {

Instant at(std::string_view iso) { return to_instant(*parse_iso(iso)); }
Zone zone(std::string_view name) { return *Zone::find(name); }

std::string next_of(std::string_view line, std::string_view after, std::string_view in) {
  const auto cron = Cron::parse(line);
  if (!cron) return cron.error().text;
  const auto next = cron->next(at(after), zone(in));
  return next ? to_iso(*next) : "never";
}

struct Row {
  std::string_view line, after, next;
};

struct Reference {
  std::string_view text;
  std::set<int> minutes, hours;
  int weekday;  // -1: any
};

std::set<int> all_hours() {
  std::set<int> all;
  for (int h = 0; h < 24; ++h) all.insert(h);
  return all;
}

void expect_next(std::string_view in, std::initializer_list<Row> rows) {
  for (const Row& row : rows)
    EXPECT_EQ(next_of(row.line, row.after, in), row.next) << row.line << " after " << row.after;
}

TEST(Cron, FieldsAreListsRangesStepsAndNames) {
  // 2025-02-11 is a Tuesday.
  expect_next("UTC", {
                         {"* * * * *", "2025-02-11T10:00:00Z", "2025-02-11T10:01:00Z"},
                         {"* * * * *", "2025-02-11T10:00:59Z", "2025-02-11T10:01:00Z"},
                         {"*/20 * * * *", "2025-02-11T10:41:00Z", "2025-02-11T11:00:00Z"},
                         {"*/20 6-23 * * *", "2025-02-11T23:40:00Z", "2025-02-12T06:00:00Z"},
                         {"5,35 * * * *", "2025-02-11T10:05:00Z", "2025-02-11T10:35:00Z"},
                         {"10-20/5 * * * *", "2025-02-11T10:15:00Z", "2025-02-11T10:20:00Z"},
                         {"50/3 * * * *", "2025-02-11T10:53:00Z", "2025-02-11T10:56:00Z"},
                         {"0 0 1 * *", "2025-02-11T10:00:00Z", "2025-03-01T00:00:00Z"},
                         {"0 0 1 jan *", "2025-02-11T10:00:00Z", "2026-01-01T00:00:00Z"},
                         {"0 0 1 FEB-Apr *", "2025-02-11T10:00:00Z", "2025-03-01T00:00:00Z"},
                         {"0 9 * * mon-fri", "2025-02-14T09:00:00Z", "2025-02-17T09:00:00Z"},
                         {"0 9 * * 0", "2025-02-11T10:00:00Z", "2025-02-16T09:00:00Z"},
                         {"0 9 * * 7", "2025-02-11T10:00:00Z", "2025-02-16T09:00:00Z"},
                         {"0 9 * * 5-7", "2025-02-15T10:00:00Z", "2025-02-16T09:00:00Z"},
                         {"0 0 29 2 *", "2025-02-11T10:00:00Z", "2028-02-29T00:00:00Z"},
                         {" 0\t9  *  *  * ", "2025-02-11T10:00:00Z", "2025-02-12T09:00:00Z"},
                     });
}

TEST(Cron, RestrictedDaysOfMonthAndWeekAreAlternatives) {
  expect_next("UTC", {
                         {"0 0 13 * fri", "2025-06-01T00:00:00Z", "2025-06-06T00:00:00Z"},  // a Friday
                         {"0 0 13 * fri", "2025-06-06T00:00:00Z", "2025-06-13T00:00:00Z"},  // both
                         {"0 0 13 * mon", "2025-06-10T00:00:00Z", "2025-06-13T00:00:00Z"},  // the 13th
                         {"0 0 */2 * mon", "2025-06-02T00:00:00Z",
                          "2025-06-09T00:00:00Z"},  // a star with a step still counts as one
                     });
}

TEST(Cron, ADayThatNeverComesIsNever) {
  EXPECT_EQ(next_of("0 0 30 2 *", "2025-02-11T10:00:00Z", "UTC"), "never");
  EXPECT_EQ(next_of("0 0 31 4,6,9,11 *", "2025-02-11T10:00:00Z", "Asia/Shanghai"), "never");
}

TEST(Cron, RunsInTheSitesZone) {
  expect_next("Asia/Shanghai", {{"0 6 * * *", "2025-02-11T10:00:00Z", "2025-02-11T22:00:00Z"}});
  expect_next("America/New_York", {{"0 6 * * *", "2025-02-11T10:00:00Z", "2025-02-11T11:00:00Z"},
                                   {"0 6 * * *", "2025-07-11T09:00:00Z", "2025-07-11T10:00:00Z"}});
  expect_next("Asia/Kolkata", {{"15 * * * *", "2025-02-11T10:00:00Z", "2025-02-11T10:45:00Z"}});
}

// Clocks go from 02:00 to 03:00 at 2025-03-30T01:00Z.
TEST(Cron, ATimeInTheGapRunsAtItsEnd) {
  expect_next("Europe/Berlin", {
                                   {"30 2 * * *", "2025-03-29T12:00:00Z", "2025-03-30T01:00:00Z"},
                                   {"30 2 * * *", "2025-03-30T01:00:00Z", "2025-03-31T00:30:00Z"},
                                   {"*/30 * * * *", "2025-03-30T00:30:00Z", "2025-03-30T01:00:00Z"},
                                   {"*/30 * * * *", "2025-03-30T01:00:00Z", "2025-03-30T01:30:00Z"},
                                   {"0 3 * * *", "2025-03-29T12:00:00Z", "2025-03-30T01:00:00Z"},
                               });
  expect_next("America/New_York", {
                                      {"0 2 * * *", "2025-03-08T12:00:00Z", "2025-03-09T07:00:00Z"},
                                      {"59 2 * * *", "2025-03-08T12:00:00Z", "2025-03-09T07:00:00Z"},
                                      {"59 1 * * *", "2025-03-08T12:00:00Z", "2025-03-09T06:59:00Z"},
                                  });
  // A gap of half an hour.
  expect_next("Australia/Lord_Howe", {{"10 2 * * *", "2025-10-04T12:00:00Z", "2025-10-04T15:30:00Z"}});
}

// Clocks go from 03:00 back to 02:00 at 2025-10-26T01:00Z.
TEST(Cron, ATimeThatOccursTwiceRunsOnce) {
  expect_next("Europe/Berlin", {
                                   {"30 2 * * *", "2025-10-25T12:00:00Z", "2025-10-26T00:30:00Z"},
                                   {"30 2 * * *", "2025-10-26T00:30:00Z", "2025-10-27T01:30:00Z"},
                                   {"30 2 * * *", "2025-10-26T01:10:00Z", "2025-10-27T01:30:00Z"},
                                   {"0 3 * * *", "2025-10-26T00:30:00Z", "2025-10-26T02:00:00Z"},
                               });
  expect_next("America/New_York", {
                                      {"30 1 * * *", "2025-11-01T12:00:00Z", "2025-11-02T05:30:00Z"},
                                      {"30 1 * * *", "2025-11-02T05:30:00Z", "2025-11-03T06:30:00Z"},
                                  });
}

// Every minute of the period is asked what the clocks show, and whether they showed it before. Slow, and plainly right.
std::vector<Instant> by_minutes(const Reference& line, const Zone& in, Instant from, Instant to) {
  std::vector<Instant> out;
  std::set<std::chrono::local_seconds> done;  // of this day and the one before
  const auto shown = [&in](Instant t) { return std::chrono::local_seconds(t.time_since_epoch() + in.offset_at(t)); };
  for (Instant t = from; t < to; t += std::chrono::minutes(1)) {
    // Where the clocks jump forward, what they skip is due now.
    const auto now = shown(t);
    const auto before = shown(t - std::chrono::minutes(1)) + std::chrono::minutes(1);
    bool due = false;
    for (auto local = std::min(before, now); local <= now; local += std::chrono::minutes(1)) {
      const auto day = std::chrono::floor<std::chrono::days>(local);
      const auto minute = (local - day).count() / 60;
      const bool matches =
          line.hours.count(static_cast<int>(minute / 60)) > 0 &&
          line.minutes.count(static_cast<int>(minute % 60)) > 0 &&
          (line.weekday < 0 || std::chrono::weekday(day).c_encoding() == static_cast<unsigned>(line.weekday));
      if (matches && done.insert(local).second) due = true;
    }
    if (due) out.push_back(t);
    while (!done.empty() && *done.begin() < now - std::chrono::hours(48)) done.erase(done.begin());
  }
  return out;
}

// Ten years, of which only the days around each change of the clocks are looked at.
TEST(Cron, AgreesWithASlowReferenceAtEveryChangeOfTheClocksInTenYears) {
  const Reference lines[] = {
      {"30 2 * * *", {30}, {2}, -1},
      {"0 3 * * *", {0}, {3}, -1},
      {"*/30 * * * *", {0, 30}, all_hours(), -1},
      {"15,45 1-3 * * *", {15, 45}, {1, 2, 3}, -1},
      {"10 2 * * sun", {10}, {2}, 0},
      {"0 0 * * *", {0}, {0}, -1},
      {"59 1 * * *", {59}, {1}, -1},
      {"5 * * * sun", {5}, all_hours(), 0},
      {"45 1,2 * * *", {45}, {1, 2}, -1},
      {"0 2 * * *", {0}, {2}, -1},
  };
  std::size_t changes = 0, runs = 0;
  for (const char* name : {"Europe/Berlin", "America/New_York", "Australia/Lord_Howe"}) {
    const Zone in = zone(name);
    for (Instant day = at("2020-01-01T00:00:00Z"); day < at("2030-01-01T00:00:00Z"); day += std::chrono::days(1)) {
      if (in.offset_at(day) == in.offset_at(day + std::chrono::days(1))) continue;
      ++changes;
      const Instant from = day - std::chrono::days(1), to = day + std::chrono::days(2);
      for (const Reference& line : lines) {
        std::vector<Instant> expected = by_minutes(line, in, from, to), got;
        const Cron cron = *Cron::parse(line.text);
        for (auto next = cron.next(from - std::chrono::seconds(1), in); next && *next < to;
             next = cron.next(*next, in)) {
          got.push_back(*next);
        }
        runs += got.size();
        EXPECT_EQ(got, expected) << line.text << " in " << name << " on " << to_iso(day);
      }
    }
  }
  EXPECT_EQ(changes, 60U);
  EXPECT_GT(runs, 10'000U);
}

// A fake clock over ten years, with a machine that sleeps: each run that was due is made, what was missed once.
TEST(Cron, OverTheYearsEachDayHasItsRun) {
  Cadence cadence;
  cadence.kind = Cadence::Kind::cron;
  cadence.cron = *Cron::parse("30 2 * * *");
  const Zone berlin = zone("Europe/Berlin");
  Instant last = at("2020-01-01T12:00:00Z");
  int runs = 0;
  for (; last < at("2030-01-01T12:00:00Z"); ++runs) {
    const bool slept = runs % 50 == 49;
    const Instant now = slept ? last + std::chrono::days(5) : last;
    const Instant next = next_visit(cadence, {}, last, now, berlin);
    EXPECT_EQ(next == now, slept) << to_iso(last);
    EXPECT_GT(next, last);
    if (!slept) {
      EXPECT_LE(next - last, std::chrono::hours(25) + std::chrono::minutes(1)) << to_iso(last);
    }
    last = next;
  }
  // 3653 days; of each five slept through one run is left, and the one after it comes on its day.
  EXPECT_NEAR(runs, 3653 - (3653 / 54) * 4, 8);
}

TEST(Cron, FaultsNameTheFieldAndItsBounds) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"", "'' is no cron line: it needs five fields, as in \"*/20 6-23 * * *\""},
      {"* * * *", "'* * * *' is no cron line: it needs five fields, as in \"*/20 6-23 * * *\""},
      {"* * * * * *", "'* * * * * *' is no cron line: it needs five fields, as in \"*/20 6-23 * * *\""},
      {"60 * * * *", "'60' is no minute of a cron line (0-59)"},
      {"* 24 * * *", "'24' is no hour of a cron line (0-23)"},
      {"* * 0 * *", "'0' is no day of the month of a cron line (1-31)"},
      {"* * * 13 *", "'13' is no month of a cron line (1-12)"},
      {"* * * * 8", "'8' is no day of the week of a cron line (0-7)"},
      {"*/0 * * * *", "'*/0' is no minute of a cron line (0-59)"},
      {"30-10 * * * *", "'30-10' is no minute of a cron line (0-59)"},
      {"1,,2 * * * *", "'' is no minute of a cron line (0-59)"},
      {"1-2-3 * * * *", "'1-2-3' is no minute of a cron line (0-59)"},
      {"1/2/3 * * * *", "'1/2/3' is no minute of a cron line (0-59)"},
      {"x * * * *", "'x' is no minute of a cron line (0-59)"},
      {"-5 * * * *", "'-5' is no minute of a cron line (0-59)"},
      {"99999999999 * * * *", "'99999999999' is no minute of a cron line (0-59)"},
      {"* * * * tue5", "'tue5' is no day of the week of a cron line (0-7)"},
  };
  for (const auto& [line, fault] : rows) {
    const auto cron = Cron::parse(line);
    ASSERT_FALSE(cron) << line;
    EXPECT_EQ(cron.error().text, fault) << line;
  }
}

}  // namespace
}  // namespace winnow::schedule
