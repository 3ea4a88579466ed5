// Dates and times as values: no clock is read here. Safe from any thread.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace winnow {

using Instant = std::chrono::sys_seconds;  // UTC
using Millis = std::chrono::milliseconds;

// A time as a page states it: as exact as the page is.
struct Stamp {
  std::chrono::year_month_day day{};
  std::optional<std::chrono::seconds> clock;   // since midnight, where a time of day is stated
  bool has_seconds = false;                    // whether the seconds were stated
  std::optional<std::chrono::minutes> offset;  // from UTC, where one is stated

  bool operator==(const Stamp&) const = default;
};

// "2025-02-11T21:42:41+08:00", "2025-02-11T21:42:00", "2025-02-11": what is known and no more (minutes
// without seconds get ":00"); offset zero is written "+00:00".
[[nodiscard]] std::string to_iso(const Stamp& stamp);
[[nodiscard]] std::string to_iso(Instant t);  // "2025-02-11T13:42:41Z"

// ISO 8601 and RFC 3339 in the forms that feeds and pages use ("20250211T214241Z", a space for the T,
// "+0800", fractions of a second, one-digit months, days and hours between separators); the whole text must
// be one. Calendar-valid, years 1000 to 9999; a leap second reads as the second before it.
[[nodiscard]] std::optional<Stamp> parse_iso(std::string_view text);
// RFC 822/1123/850, asctime, as in HTTP and RSS, with their usual faults (missing weekday, two-digit years,
// named North American zones).
[[nodiscard]] std::optional<Stamp> parse_rfc822(std::string_view text);

// The instant; a missing offset counts as `otherwise`, a missing clock as midnight.
[[nodiscard]] Instant to_instant(const Stamp& stamp, std::chrono::minutes otherwise = {});
[[nodiscard]] Stamp to_stamp(Instant t, std::chrono::minutes offset = {});

// "30m", "2s", "500ms", "1h", "1d", "1h 30m", "0.5s", "90" (seconds); nothing when it is none, negative or
// above a hundred years.
[[nodiscard]] std::optional<Millis> parse_duration(std::string_view text);
// "1h 5m", "2s", "350ms": the two largest units that follow each other, the rest cut off.
[[nodiscard]] std::string to_text(Millis duration);

}  // namespace winnow
