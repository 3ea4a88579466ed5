#include "sites/dates.h"

#include <chrono>

#include "base/utf8.h"

namespace winnow::sites {
namespace {

std::string offset_of(const Stamp& stamp) {
  const long minutes = stamp.offset ? static_cast<long>(stamp.offset->count()) : 0;
  const auto size = static_cast<unsigned long>(minutes < 0 ? -minutes : minutes);
  return (minutes < 0 ? "-" : "+") + padded(size / 60, 2) + padded(size % 60, 2);
}

std::string part(char letter, const Stamp& stamp, const Vocabulary& vocabulary) {
  const auto year = static_cast<unsigned long>(static_cast<int>(stamp.day.year()));
  const unsigned month = static_cast<unsigned>(stamp.day.month());
  const unsigned day = static_cast<unsigned>(stamp.day.day());
  const auto clock = static_cast<unsigned long>(stamp.clock ? stamp.clock->count() : 0);
  const unsigned long hour = clock / 3600;
  switch (letter) {
    case 'Y':
      return padded(year, 4);
    case 'y':
      return padded(year % 100, 2);
    case 'm':
      return padded(month, 2);
    case 'd':
      return padded(day, 2);
    case 'o':
      return std::to_string(month);
    case 'e':
      return std::to_string(day);
    case 'H':
      return padded(hour, 2);
    case 'k':
      return std::to_string(hour);
    case 'I':
      return std::to_string(hour % 12 == 0 ? 12 : hour % 12);
    case 'p':
      return hour < 12 ? "AM" : "PM";
    case 'M':
      return padded(clock / 60 % 60, 2);
    case 'S':
      return padded(clock % 60, 2);
    case 'B':
      return vocabulary.all("months")[month - 1];
    case 'b':
      return utf8::encode(utf8::decode(vocabulary.all("months")[month - 1]).substr(0, 3));
    case 'A':
      return vocabulary.all("weekdays")[std::chrono::weekday(std::chrono::sys_days(stamp.day)).c_encoding()];
    case 'z':
      return offset_of(stamp);
    default:
      return std::string(1, letter);
  }
}

}  // namespace

std::string padded(unsigned long value, std::size_t width) {
  std::string out = std::to_string(value);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

std::string written(std::string_view pattern, const Stamp& stamp, const Vocabulary& vocabulary) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size(); ++i) {
    if (pattern[i] == '%' && i + 1 < pattern.size()) {
      out += part(pattern[++i], stamp, vocabulary);
    } else if (const std::size_t end = pattern.find('}', i); pattern[i] == '{' && end != pattern.npos) {
      out += vocabulary.first(pattern.substr(i + 1, end - i - 1));
      i = end;
    } else {
      out += pattern[i];
    }
  }
  return out;
}

int exactness(std::string_view pattern) {
  if (pattern.find("%z") != pattern.npos) return 3;
  for (const std::string_view hour : {"%H", "%k", "%I"}) {
    if (pattern.find(hour) != pattern.npos) return 2;
  }
  return pattern.find('%') == pattern.npos ? 0 : 1;
}

Stamp cut_to(const Stamp& stamp, int exactness, bool seconds) {
  Stamp out = stamp;
  if (exactness < 3) out.offset.reset();
  if (exactness < 2) out.clock.reset();
  out.has_seconds = seconds && out.clock.has_value();
  return out;
}

}  // namespace winnow::sites
