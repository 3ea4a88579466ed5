// Reads the dates of mail and HTTP: RFC 822, 1123, 2822 (4.3 for the old forms), 850 and asctime. They differ in
// order and separators only, so the text is read word by word, each word taken for what it can be.
#include <array>
#include <utility>

#include "base/time_parts.h"

namespace winnow {
namespace {

using ascii::Scanner;

constexpr std::array<std::string_view, 12> kMonths{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};
// RFC 822, 5.1, and the others that feeds use without ambiguity. Any other name says nothing (RFC 2822, 4.3).
constexpr std::array<std::pair<std::string_view, int>, 31> kZones{{
    {"ut", 0},      {"utc", 0},     {"gmt", 0},    {"z", 0},      {"est", -300}, {"edt", -240}, {"cst", -360},
    {"cdt", -300},  {"mst", -420},  {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"ast", -240}, {"adt", -180},
    {"akst", -540}, {"akdt", -480}, {"hst", -600}, {"wet", 0},    {"west", 60},  {"bst", 60},   {"cet", 60},
    {"cest", 120},  {"eet", 120},   {"eest", 180}, {"msk", 180},  {"hkt", 480},  {"sgt", 480},  {"jst", 540},
    {"kst", 540},   {"aest", 600},  {"aedt", 660},
}};

struct Parts {
  std::optional<int> day, month, year;
  Stamp stamp;
};

// The place of the name that `word` abbreviates to three letters or more, counted from 1; 0 for none.
template <std::size_t N>
int abbreviated(const std::array<std::string_view, N>& names, std::string_view word) {
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i].starts_with(word)) return static_cast<int>(i) + 1;
  }
  return 0;
}

std::optional<std::chrono::minutes> zone_offset(std::string_view name) {
  for (const auto& [zone, offset] : kZones) {
    if (zone == name) return std::chrono::minutes{offset};
  }
  return std::nullopt;
}

// RFC 2822, 4.3: two digits below 50 are of this century, three digits count from 1900.
int full_year(int year, std::size_t digits) {
  if (digits == 2) return year < 50 ? year + 2000 : year + 1900;
  return digits == 3 ? year + 1900 : year;
}

bool read_digits(Scanner& in, Parts& parts) {
  Scanner ahead = in;
  const std::size_t digits = ahead.digits().size();
  if (ahead.peek() == ':') return !parts.stamp.clock && time_parts::read_clock(in, parts.stamp);
  const auto value = in.number(1, 4);
  if (!value || ascii::is_digit(in.peek())) return false;
  if (digits <= 2 && !parts.day) return (parts.day = value).has_value();
  if (digits < 2 || parts.year) return false;
  parts.year = full_year(*value, digits);
  return true;
}

// "10:00 PM" is not of the standards, but silently reading it as ten in the morning would be worse.
bool read_half_day(Parts& parts, bool afternoon) {
  constexpr std::chrono::hours kNoon{12};
  auto& clock = *parts.stamp.clock;
  if (clock >= kNoon + std::chrono::hours{1}) return false;
  clock = clock % kNoon + (afternoon ? kNoon : std::chrono::hours{0});
  return true;
}

// "GMT", and "GMT+0800", where the number counts.
bool read_zone(Scanner& in, Parts& parts, std::string_view name) {
  constexpr std::size_t kLongest = 5;
  if (name.size() > kLongest) return false;
  if (parts.stamp.offset) return true;
  parts.stamp.offset = zone_offset(name);
  if (parts.stamp.offset && (in.peek() == '+' || in.peek() == '-')) {
    parts.stamp.offset = time_parts::read_offset(in);
    return parts.stamp.offset.has_value();
  }
  return true;
}

bool read_word(Scanner& in, Parts& parts) {
  std::string word = ascii::lower(in.run(ascii::is_alpha));
  in.take('.');
  if (word == "sept") word = "sep";
  if (const int month = abbreviated(kMonths, word); month != 0 && !parts.month) {
    parts.month = month;
    return true;
  }
  if (!parts.stamp.clock) return abbreviated(kWeekdays, word) != 0 || word == "tues" || word == "thurs";
  if (word == "am" || word == "pm") return read_half_day(parts, word == "pm");
  return read_zone(in, parts, word);
}

bool read_comment(Scanner& in) {
  in.run([](char c) { return c != ')'; });
  return in.take(')');
}

bool read_part(Scanner& in, Parts& parts) {
  const char c = in.peek();
  if (ascii::is_digit(c)) return read_digits(in, parts);
  if (ascii::is_alpha(c)) return read_word(in, parts);
  if (c == '(') return read_comment(in);
  if (!parts.stamp.clock || parts.stamp.offset) return false;
  parts.stamp.offset = time_parts::read_offset(in);
  return parts.stamp.offset.has_value();
}

// Between words; a hyphen only inside the date, where it can't be the sign of an offset (RFC 850).
void skip_separators(Scanner& in, bool in_date) {
  in.run([&](char c) { return ascii::is_space(c) || c == ',' || (in_date && c == '-'); });
}

}  // namespace

std::optional<Stamp> parse_rfc822(std::string_view text) {
  Scanner in(ascii::trim(text));
  Parts parts;
  while (!in.done()) {
    if (!read_part(in, parts)) return std::nullopt;
    skip_separators(in, !parts.stamp.clock);
  }
  if (!parts.day || !parts.month || !parts.year) return std::nullopt;
  const auto day = time_parts::day_of(*parts.year, *parts.month, *parts.day);
  if (!day) return std::nullopt;
  parts.stamp.day = *day;
  if (!time_parts::settle_midnight(parts.stamp)) return std::nullopt;
  return parts.stamp;
}

}  // namespace winnow
