#include "base/time_parts.h"

namespace winnow::time_parts {
namespace {

using std::chrono::seconds;

bool set_clock(Stamp& stamp, int hour, int minute, std::optional<int> second) {
  const int s = second.value_or(0) == 60 ? 59 : second.value_or(0);
  if (hour > 24 || minute > 59 || s > 59) return false;
  if (hour == 24 && (minute != 0 || s != 0)) return false;
  stamp.clock = seconds{hour * 3600 + minute * 60 + s};
  stamp.has_seconds = second.has_value();
  return true;
}

void skip_fraction(ascii::Scanner& in) {
  ascii::Scanner ahead = in;
  if ((ahead.take('.') || ahead.take(',')) && !ahead.digits().empty()) in = ahead;
}

}  // namespace

std::optional<std::chrono::year_month_day> day_of(int year, int month, int day) {
  if (year < 1000 || year > 9999 || month < 1 || day < 1) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                         std::chrono::day{static_cast<unsigned>(day)}};
  if (!date.ok()) return std::nullopt;
  return date;
}

bool settle_midnight(Stamp& stamp) {
  if (stamp.clock != std::chrono::days{1}) return true;
  stamp.clock = seconds{0};
  stamp.day = std::chrono::sys_days{stamp.day} + std::chrono::days{1};
  return stamp.day.year() <= std::chrono::year{9999};
}

bool read_clock(ascii::Scanner& in, Stamp& stamp) {
  const auto hour = in.number(1, 2);
  if (!hour || !in.take(':')) return false;
  const auto minute = in.number(2, 2);
  if (!minute) return false;
  std::optional<int> second;
  if (in.take(':')) {
    second = in.number(2, 2);
    if (!second) return false;
    skip_fraction(in);
  }
  return set_clock(stamp, *hour, *minute, second);
}

bool read_compact_clock(ascii::Scanner& in, Stamp& stamp) {
  const auto hour = in.number(2, 2);
  const auto minute = in.number(2, 2);
  if (!hour || !minute) return false;
  const auto second = in.number(2, 2);
  if (second) skip_fraction(in);
  return set_clock(stamp, *hour, *minute, second);
}

std::optional<std::chrono::minutes> read_offset(ascii::Scanner& in) {
  const bool west = in.take('-') || in.take("\u2212");
  if (!west && !in.take('+')) return std::nullopt;
  const auto hours = in.number(1, 2);
  if (!hours) return std::nullopt;
  const bool colon = in.take(':');
  const auto minutes = in.number(2, 2);
  if ((colon && !minutes) || *hours > 23 || minutes.value_or(0) > 59) return std::nullopt;
  const std::chrono::minutes offset{*hours * 60 + minutes.value_or(0)};
  return west ? -offset : offset;
}

}  // namespace winnow::time_parts
