#include "base/zone.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

using std::chrono::minutes;

Instant at(std::string_view iso) { return to_instant(*parse_iso(iso)); }
std::chrono::local_seconds local(std::string_view iso) {
  return std::chrono::local_seconds{at(iso).time_since_epoch()};
}

TEST(Zone, IsFoundByItsIanaName) {
  for (const std::string_view name : {"Asia/Shanghai", "UTC", "America/New_York", "Asia/Kolkata", "Etc/GMT-8"}) {
    const auto zone = Zone::find(name);
    ASSERT_TRUE(zone) << name;
    EXPECT_EQ(zone->name(), name);
  }
  for (const std::string_view name : {"", "Asia/Nowhere", "GMT+8:30", "+08:00", "Etc/Unknown", "\xFF"}) {
    EXPECT_FALSE(Zone::find(name)) << name;
  }
  EXPECT_FALSE(Zone::find(std::string(100000, 'a')));
}

TEST(Zone, OffsetFollowsTheRules) {
  struct Row {
    std::string_view zone, utc;
    int offset;
  };
  const Row rows[] = {
      {"Asia/Shanghai", "2025-02-11T00:00Z", 480},     {"Asia/Shanghai", "1988-07-01T00:00Z", 540},
      {"America/New_York", "2025-01-15T12:00Z", -300}, {"America/New_York", "2025-07-15T12:00Z", -240},
      {"America/New_York", "2025-03-09T06:59Z", -300}, {"America/New_York", "2025-03-09T07:00Z", -240},
      {"Europe/London", "2025-07-01T00:00Z", 60},      {"Asia/Kolkata", "2025-07-01T00:00Z", 330},
      {"Australia/Sydney", "2025-01-01T00:00Z", 660},  {"UTC", "2025-01-01T00:00Z", 0},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(Zone::find(row.zone)->offset_at(at(row.utc)), minutes{row.offset}) << row.zone << " " << row.utc;
  }
}

TEST(Zone, LocalTimeInAGapReadsWithTheOffsetBeforeIt) {
  const Zone zone = *Zone::find("America/New_York");
  EXPECT_EQ(zone.offset_at_local(local("2025-03-09T01:59")), minutes{-300});
  EXPECT_EQ(zone.offset_at_local(local("2025-03-09T02:30")), minutes{-300});
  EXPECT_EQ(zone.offset_at_local(local("2025-03-09T03:00")), minutes{-240});
}

TEST(Zone, LocalTimeThatOccursTwiceIsTheFirst) {
  const Zone zone = *Zone::find("America/New_York");
  EXPECT_EQ(zone.offset_at_local(local("2025-11-02T00:59")), minutes{-240});
  EXPECT_EQ(zone.offset_at_local(local("2025-11-02T01:30")), minutes{-240});
  EXPECT_EQ(zone.offset_at_local(local("2025-11-02T02:00")), minutes{-300});
}

TEST(Zone, MadeByDefaultIsUtc) {
  EXPECT_EQ(Zone{}.offset_at(at("2025-07-01T00:00Z")), minutes{0});
  EXPECT_EQ(Zone{}.offset_at_local(local("2025-07-01T00:00")), minutes{0});
}

}  // namespace
}  // namespace winnow
