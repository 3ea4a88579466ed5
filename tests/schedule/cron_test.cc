#include <gtest/gtest.h>

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
