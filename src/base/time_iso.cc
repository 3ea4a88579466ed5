// Reads ISO 8601 (basic and extended) and RFC 3339, with the liberties that feeds and pages take.
#include "base/time_parts.h"

namespace winnow {
namespace {

using ascii::Scanner;

// "2025-02-11", "2025-2-1" or "20250211"; whether it was the form without separators.
bool read_day(Scanner& in, Stamp& stamp, bool& compact) {
  const auto year = in.number(4, 4);
  if (!year) return false;
  compact = !in.take('-');
  const std::size_t least = compact ? 2 : 1;
  const auto month = in.number(least, 2);
  if (!month || (!compact && !in.take('-'))) return false;
  const auto day = in.number(least, 2);
  if (!day) return false;
  const auto date = time_parts::day_of(*year, *month, *day);
  if (!date) return false;
  stamp.day = *date;
  return true;
}

bool read_separator(Scanner& in) { return in.skip_spaces() || in.take('T') || in.take('t'); }

bool read_zone(Scanner& in, Stamp& stamp) {
  in.skip_spaces();
  if (in.done()) return true;
  if (in.take('Z') || in.take('z') || in.take("UTC") || in.take("GMT")) {
    stamp.offset = std::chrono::minutes{0};
    return in.done();
  }
  stamp.offset = time_parts::read_offset(in);
  return stamp.offset.has_value() && in.done();
}

// The hours may stand with minutes only by colon ("21:42") or, after a T, without one ("2142").
bool read_time(Scanner& in, Stamp& stamp, bool compact) {
  Scanner colons = in;
  if (time_parts::read_clock(colons, stamp)) {
    in = colons;
    return true;
  }
  return compact && time_parts::read_compact_clock(in, stamp);
}

}  // namespace

std::optional<Stamp> parse_iso(std::string_view text) {
  Scanner in(ascii::trim(text));
  Stamp stamp;
  bool compact = false;
  if (!read_day(in, stamp, compact)) return std::nullopt;
  if (in.done()) return stamp;
  if (!read_separator(in) || !read_time(in, stamp, compact) || !read_zone(in, stamp)) return std::nullopt;
  if (!time_parts::settle_midnight(stamp)) return std::nullopt;
  return stamp;
}

}  // namespace winnow
