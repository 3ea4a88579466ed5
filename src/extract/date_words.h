// The words that dates are written with, in the languages that news sites use. Words are given folded to lower
// case. Tables only; pure.
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

namespace winnow::extract {

// 1..12; nothing for a word that names no month. Abbreviations count; a trailing dot must be gone.
[[nodiscard]] std::optional<unsigned> month_named(std::string_view word);
// Words that may stand between the parts of one date: "de", "of", "th", "er", "den".
[[nodiscard]] bool joins_date(std::string_view word);
// Words that may stand between a date and its time of day: "at", "um", "kl", "à", a weekday.
[[nodiscard]] bool joins_clock(std::string_view word);
// Words that say that a number before them was an hour: "uhr", "h", "시".
[[nodiscard]] bool names_hour(std::string_view word);

enum class HalfDay { none, am, pm };
[[nodiscard]] HalfDay half_day(std::string_view word);

struct ZoneWord {
  std::chrono::minutes offset{};
  std::string_view iana;  // set for names whose offset depends on the season ("ET")
};
// "gmt", "cet", "est", "msk"; nothing for other words. "cst" is North America's.
[[nodiscard]] std::optional<ZoneWord> zone_named(std::string_view word);

}  // namespace winnow::extract
