// Dates in text as people and pages write them, in many languages. Pure, total, linear in the text.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/url.h"

namespace winnow::extract {

struct DateStyle {
  bool month_first = false;  // 03/04/2024 is the fourth of March; without it the third of April
  bool chinese = false;      // CST is China's time
};
// In which order the numbers of a text's dates with slashes stand: 25/5/2024 or 5/25/2024 tell of 3/4/2024 beside them.
// Nothing where none tells, or they contradict each other.
[[nodiscard]] std::optional<bool> month_first(std::string_view text);
// What the language of a page says of its dates ("en-US": month first; "zh": China's). Of "en" alone the zone tells more,
// an IANA name, where it is known: month first in America only.
[[nodiscard]] DateStyle date_style(std::string_view language, std::string_view zone = {});

struct FoundDate {
  Stamp stamp;
  std::size_t begin = 0, end = 0;  // bytes of the text, with the time of day
};

// All full dates (a day at least; years 1900 to 2099) in the order of the text, at most `max`.
[[nodiscard]] std::vector<FoundDate> find_dates(std::string_view text, const DateStyle& style = {},
                                                std::size_t max = 16);
// The value of an attribute or a <meta>: ISO 8601, RFC 822, digits alone (20240503, seconds or milliseconds
// since 1970), else the first date in the text.
[[nodiscard]] std::optional<Stamp> read_date(std::string_view text, const DateStyle& style = {});
// The day in a path such as /2024/05/03/, /2024-05-03-title, /20240503/, t20240503_1.html.
[[nodiscard]] std::optional<Stamp> date_in_url(const Url& url);

}  // namespace winnow::extract
