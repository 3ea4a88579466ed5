#include "base/time.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

struct Row {
  std::string_view input, iso;  // an empty one: no date
};

template <class Parse>
void expect_dates(Parse parse, std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    const auto stamp = parse(row.input);
    EXPECT_EQ(stamp ? to_iso(*stamp) : "", row.iso) << row.input;
  }
}

TEST(Iso, ExtendedAndBasicForms) {
  expect_dates(parse_iso, {{"2025-02-11", "2025-02-11"},
                           {"20250211", "2025-02-11"},
                           {"2025-02-11T21:42:41", "2025-02-11T21:42:41"},
                           {"2025-02-11T21:42:41Z", "2025-02-11T21:42:41+00:00"},
                           {"2025-02-11T21:42:41+08:00", "2025-02-11T21:42:41+08:00"},
                           {"2025-02-11T21:42:41-0330", "2025-02-11T21:42:41-03:30"},
                           {"2025-02-11T21:42:41+08", "2025-02-11T21:42:41+08:00"},
                           {"20250211T214241Z", "2025-02-11T21:42:41+00:00"},
                           {"20250211T2142+0800", "2025-02-11T21:42:00+08:00"},
                           {"2025-02-11T21:42", "2025-02-11T21:42:00"},
                           {"2025-02-11T21:42Z", "2025-02-11T21:42:00+00:00"}});
}

TEST(Iso, FormsThatPagesUse) {
  expect_dates(parse_iso, {{" 2025-02-11 \n", "2025-02-11"},
                           {"2025-02-11 21:42:41", "2025-02-11T21:42:41"},
                           {"2025-02-11 21:42:41 +0800", "2025-02-11T21:42:41+08:00"},
                           {"2025-02-11 21:42:41 UTC", "2025-02-11T21:42:41+00:00"},
                           {"2025-02-11 T 21:42", ""},
                           {"2025-02-11t21:42:41z", "2025-02-11T21:42:41+00:00"},
                           {"2025-02-11T21:42:41.123456789Z", "2025-02-11T21:42:41+00:00"},
                           {"2025-02-11T21:42:41,5+01:00", "2025-02-11T21:42:41+01:00"},
                           {"2025-2-1", "2025-02-01"},
                           {"2025-2-1 9:05", "2025-02-01T09:05:00"},
                           {"2025-02-11T21:42:41\u221205:00", "2025-02-11T21:42:41-05:00"}});
}

TEST(Iso, CalendarAndClockAreChecked) {
  expect_dates(parse_iso, {{"2024-02-29", "2024-02-29"},
                           {"2025-02-29", ""},
                           {"2025-13-01", ""},
                           {"2025-00-10", ""},
                           {"2025-04-31", ""},
                           {"0999-01-01", ""},
                           {"2025-02-11T24:00:00", "2025-02-12T00:00:00"},
                           {"2025-12-31T24:00", "2026-01-01T00:00:00"},
                           {"9999-12-31T24:00", ""},
                           {"2025-02-11T24:00:01", ""},
                           {"2025-02-11T25:00", ""},
                           {"2025-02-11T21:60", ""},
                           {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"},
                           {"2025-02-11T21:42:61", ""},
                           {"2025-02-11T21:42+24:00", ""},
                           {"2025-02-11T21:42+08:60", ""}});
}

TEST(Iso, TheWholeTextMustBeOne) {
  expect_dates(parse_iso, {{"", ""},
                           {"2025", ""},
                           {"2025-02", ""},
                           {"2025-02-11T", ""},
                           {"2025-02-11 x", ""},
                           {"2025-02-11T21", ""},
                           {"2025-02-11T21:42:41Z.", ""},
                           {"2025-02-11T21:42:41+", ""},
                           {"2025-02-11T21:42:41 GMT x", ""},
                           {"x2025-02-11", ""},
                           {"2025/02/11", ""},
                           {"202502111", ""},
                           {"2025-02-111", ""}});
}

TEST(Rfc822, MailHttpAndAsctime) {
  expect_dates(parse_rfc822, {{"Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37+00:00"},
                              {"Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37+00:00"},
                              {"Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37"},
                              {"Tue, 11 Feb 2025 21:42:41 +0800", "2025-02-11T21:42:41+08:00"},
                              {"11 Feb 2025 21:42 -0500", "2025-02-11T21:42:00-05:00"},
                              {"11 Feb 25 21:42:41 UT", "2025-02-11T21:42:41+00:00"},
                              {"Sun Nov 6 08:49:37 PST 1994", "1994-11-06T08:49:37-08:00"}});
}

TEST(Rfc822, UsualFaultsAreForgiven) {
  expect_dates(parse_rfc822, {{"Mon, 11 Feb 2025 21:42:41 GMT", "2025-02-11T21:42:41+00:00"},  // it was a Tuesday
                              {"Tues, 11 February 2025 21:42:41 GMT", "2025-02-11T21:42:41+00:00"},
                              {"Thurs 1 Sept. 2022 1:02:03 Z", "2022-09-01T01:02:03+00:00"},
                              {"tue,11 feb 2025 21:42:41 gmt", "2025-02-11T21:42:41+00:00"},
                              {"Tue, 11 Feb 2025", "2025-02-11"},
                              {"Feb 11, 2025", "2025-02-11"},
                              {"Tue, 11 Feb 2025 21:42:41", "2025-02-11T21:42:41"},
                              {"Tue, 11 Feb 2025 21:42:41 +08:00", "2025-02-11T21:42:41+08:00"},
                              {"Tue, 11 Feb 2025 21:42:41 GMT+0800", "2025-02-11T21:42:41+08:00"},
                              {"Tue, 11 Feb 2025 21:42:41 +0800 (CST)", "2025-02-11T21:42:41+08:00"},
                              {"Tue, 11 Feb 2025 24:00:00 GMT", "2025-02-12T00:00:00+00:00"},
                              {"Feb 11, 2025 9:42 PM", "2025-02-11T21:42:00"},
                              {"Feb 11, 2025 12:05 AM", "2025-02-11T00:05:00"},
                              {"11 Feb 99 10:00 GMT", "1999-02-11T10:00:00+00:00"},
                              {"11 Feb 103 10:00 GMT", "2003-02-11T10:00:00+00:00"}});
}

TEST(Rfc822, NamedZones) {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {"EST", "-05:00"}, {"EDT", "-04:00"}, {"CST", "-06:00"}, {"CDT", "-05:00"}, {"MST", "-07:00"},
      {"MDT", "-06:00"}, {"PST", "-08:00"}, {"PDT", "-07:00"}, {"UTC", "+00:00"}, {"CEST", "+02:00"},
      {"JST", "+09:00"}, {"XYZ", ""},       {"A", ""},
  };
  for (const auto& [zone, offset] : rows) {
    const auto stamp = parse_rfc822("11 Feb 2025 10:00:00 " + std::string(zone));
    ASSERT_TRUE(stamp) << zone;
    EXPECT_EQ(to_iso(*stamp), "2025-02-11T10:00:00" + std::string(offset));
  }
}

TEST(Rfc822, OtherTextIsNoDate) {
  expect_dates(parse_rfc822, {{"", ""},
                              {"Tue", ""},
                              {"Feb 2025", ""},
                              {"2025-02-11", ""},
                              {"32 Jan 2025", ""},
                              {"30 Feb 2025 10:00 GMT", ""},
                              {"11 Foo 2025", ""},
                              {"11 Feb 2025 25:00", ""},
                              {"11 Feb 2025 10:00 o'clock", ""},
                              {"11 Feb 2025 10:00 13 PM", ""},
                              {"11 Feb 2025 20250", ""},
                              {"11 Feb 2025 10:00 +99999", ""},
                              {"11 Feb 2025 10:00 (open", ""}});
}

TEST(Stamp, BecomesAnInstantAndBack) {
  const Stamp stamp = *parse_iso("2025-02-11T21:42:41+08:00");
  EXPECT_EQ(to_iso(to_instant(stamp)), "2025-02-11T13:42:41Z");
  EXPECT_EQ(to_iso(to_stamp(to_instant(stamp), hours{8})), "2025-02-11T21:42:41+08:00");
  EXPECT_EQ(to_iso(to_instant(*parse_iso("2025-02-11 21:42"), hours{8})), "2025-02-11T13:42:00Z");
  EXPECT_EQ(to_iso(to_instant(*parse_iso("2025-02-11"), minutes{-60})), "2025-02-11T01:00:00Z");
  EXPECT_EQ(to_iso(to_stamp(Instant{seconds{-1}}, minutes{-30})), "1969-12-31T23:29:59-00:30");
}

TEST(Stamp, ExtremeInstantsStayWithinFourDigitYears) {
  EXPECT_EQ(to_iso(Instant::max()), "9999-12-31T23:59:59Z");
  EXPECT_EQ(to_iso(Instant::min()), "0000-01-01T00:00:00Z");
}

TEST(Stamp, RemembersWhetherSecondsWereStated) {
  EXPECT_TRUE(parse_iso("2025-02-11T21:42:00")->has_seconds);
  EXPECT_FALSE(parse_iso("2025-02-11T21:42")->has_seconds);
  EXPECT_FALSE(parse_iso("2025-02-11")->clock.has_value());
}

TEST(Duration, ReadsNumbersWithUnits) {
  const std::pair<std::string_view, long> rows[] = {
      {"30m", 1800000},   {"2s", 2000},    {"500ms", 500},    {"1h", 3600000},   {"1d", 86400000},
      {"90", 90000},      {"0", 0},        {"0.5", 500},      {"1.5h", 5400000}, {"1h 30m", 5400000},
      {"1h30m", 5400000}, {" 2 s ", 2000}, {"1w", 604800000},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(parse_duration(text), Millis{expected}) << text;
  for (const std::string_view text :
       {"", "s", "-1s", "1x", "1 2", "1h 5", "1e3", ".5", "99999999999999999999d", "1m/s"}) {
    EXPECT_FALSE(parse_duration(text)) << text;
  }
}

TEST(Duration, IsWrittenInTwoUnits) {
  const std::pair<long, std::string_view> rows[] = {
      {0, "0s"},        {350, "350ms"},     {2000, "2s"},       {2350, "2s 350ms"},
      {65000, "1m 5s"}, {3900000, "1h 5m"}, {3905000, "1h 5m"}, {90000000, "1d 1h"},
      {86400000, "1d"}, {86405000, "1d"},   {-2000, "-2s"},
  };
  for (const auto& [millis, text] : rows) EXPECT_EQ(to_text(Millis{millis}), text);
  EXPECT_FALSE(to_text(Millis::min()).empty());
}

}  // namespace
}  // namespace winnow
