#include "base/time.h"

#include <algorithm>
#include <array>

#include "base/scan.h"

namespace winnow {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::seconds;

// 0000-01-01 and 9999-12-31T23:59:59: what four digits of a year can say.
constexpr Instant kFirst{std::chrono::sys_days{std::chrono::year{0} / 1 / 1}};
constexpr Instant kLast{std::chrono::sys_days{std::chrono::year{9999} / 12 / 31} + days{1} - seconds{1}};
constexpr double kLongest = 100.0 * 366 * 86400 * 1000;  // of a duration, in milliseconds

struct Unit {
  std::string_view name;
  Millis length;
};
constexpr std::array kUnits{Unit{"d", days{1}}, Unit{"h", std::chrono::hours{1}}, Unit{"m", minutes{1}},
                            Unit{"s", seconds{1}}, Unit{"ms", Millis{1}}};

std::string padded(long value, std::size_t width) {
  std::string digits = std::to_string(value);
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return digits;
}

std::string iso_day(std::chrono::year_month_day day) {
  return padded(static_cast<int>(day.year()), 4) + "-" + padded(static_cast<unsigned>(day.month()), 2) + "-" +
         padded(static_cast<unsigned>(day.day()), 2);
}

std::string iso_clock(seconds clock) {
  const long s = clock.count();
  return "T" + padded(s / 3600, 2) + ":" + padded(s / 60 % 60, 2) + ":" + padded(s % 60, 2);
}

std::string iso_offset(minutes offset) {
  const long m = std::abs(offset.count());
  return (offset.count() < 0 ? "-" : "+") + padded(m / 60, 2) + ":" + padded(m % 60, 2);
}

// Digits, perhaps with a fraction, as a number.
std::optional<double> decimal(ascii::Scanner& in) {
  const std::string_view whole = in.digits();
  if (whole.empty()) return std::nullopt;
  double value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  if (!in.take('.')) return value;
  double scale = 1;
  for (const char c : in.digits()) value += (c - '0') * (scale /= 10);
  return value;
}

std::optional<Millis> unit_length(std::string_view name) {
  if (name == "w") return days{7};
  for (const Unit& unit : kUnits) {
    if (unit.name == name) return unit.length;
  }
  return std::nullopt;
}

}  // namespace

std::string to_iso(const Stamp& stamp) {
  std::string text = iso_day(stamp.day);
  if (stamp.clock) text += iso_clock(*stamp.clock);
  if (stamp.clock && stamp.offset) text += iso_offset(*stamp.offset);
  return text;
}

std::string to_iso(Instant t) {
  const Stamp stamp = to_stamp(t);
  return iso_day(stamp.day) + iso_clock(*stamp.clock) + "Z";
}

Instant to_instant(const Stamp& stamp, minutes otherwise) {
  return std::chrono::sys_days{stamp.day} + stamp.clock.value_or(seconds{0}) - stamp.offset.value_or(otherwise);
}

Stamp to_stamp(Instant t, minutes offset) {
  const Instant local = std::clamp(std::clamp(t, kFirst, kLast) + offset, kFirst, kLast);
  const auto day = std::chrono::floor<days>(local);
  return {.day = day, .clock = local - day, .has_seconds = true, .offset = offset};
}

std::optional<Millis> parse_duration(std::string_view text) {
  ascii::Scanner in(ascii::trim(text));
  if (in.done()) return std::nullopt;
  double total = 0;
  while (!in.done()) {
    const auto value = decimal(in);
    if (!value) return std::nullopt;
    in.skip_spaces();
    const bool bare = in.done() && total == 0;  // "90": seconds, but only where nothing stands before it
    const auto unit = bare ? seconds{1} : unit_length(in.run(ascii::is_alpha));
    if (!unit) return std::nullopt;
    total += *value * static_cast<double>(unit->count());
    in.skip_spaces();
  }
  if (!(total <= kLongest)) return std::nullopt;
  return Millis{static_cast<Millis::rep>(total + 0.5)};
}

std::string to_text(Millis duration) {
  if (duration < Millis{0}) return "-" + to_text(-std::max(duration, Millis{-(1LL << 62)}));
  const auto fits = [&](const Unit& unit) { return duration >= unit.length; };
  const auto largest = std::find_if(kUnits.begin(), kUnits.end(), fits);
  if (largest == kUnits.end()) return "0s";
  std::string text = std::to_string(duration / largest->length) + std::string(largest->name);
  const auto next = largest + 1;
  if (next == kUnits.end()) return text;
  const auto rest = duration % largest->length / next->length;
  return rest == 0 ? text : text + " " + std::to_string(rest) + std::string(next->name);
}

}  // namespace winnow
