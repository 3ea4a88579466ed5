// What the readers of dates share: checked calendar days, clock times and offsets. Internal to base.
#pragma once

#include <chrono>
#include <optional>

#include "base/scan.h"
#include "base/time.h"

namespace winnow::time_parts {

// A day that is in the calendar, in years 1000 to 9999.
[[nodiscard]] std::optional<std::chrono::year_month_day> day_of(int year, int month, int day);

// "21:42", "21:42:41", "21:42:41.123", after which anything may follow; sets the clock of `stamp`. Second 60 is
// read as 59; 24:00 stays until settle_midnight.
[[nodiscard]] bool read_clock(ascii::Scanner& in, Stamp& stamp);
// The same without colons: "2142", "214241".
[[nodiscard]] bool read_compact_clock(ascii::Scanner& in, Stamp& stamp);

// Makes 24:00 the midnight of the next day (ISO 8601); false where years end.
[[nodiscard]] bool settle_midnight(Stamp& stamp);

// "+08:00", "-0500", "+08", with U+2212 for the minus too.
[[nodiscard]] std::optional<std::chrono::minutes> read_offset(ascii::Scanner& in);

}  // namespace winnow::time_parts
