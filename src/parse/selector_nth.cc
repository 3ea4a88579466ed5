// The An+B notation of CSS Syntax 3, section 6.
#include <algorithm>

#include "base/scan.h"
#include "parse/selector_program.h"

namespace winnow::parse::css {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void drop_space(std::string_view& text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

// Digits as a number, at most 1,000,000 (more elements than a page has); -1 where there are none.
int take_number(std::string_view& text) {
  int value = -1;
  while (!text.empty() && text.front() >= '0' && text.front() <= '9') {
    value = std::min(std::max(value, 0) * 10 + (text.front() - '0'), 1'000'000);
    text.remove_prefix(1);
  }
  return value;
}

// What follows the "n": nothing, or a sign with digits, white space allowed around the sign.
bool take_offset(std::string_view& text, int& offset) {
  drop_space(text);
  if (text.empty()) return true;
  const bool minus = text.front() == '-';
  if (!minus && text.front() != '+') return false;
  text.remove_prefix(1);
  drop_space(text);
  const int digits = take_number(text);
  offset = minus ? -digits : digits;
  return digits >= 0;
}

}  // namespace

bool parse_nth(std::string_view text, Nth& nth) {
  const std::string lower = ascii::lower(text);
  std::string_view rest = lower;
  while (!rest.empty() && is_space(rest.back())) rest.remove_suffix(1);
  drop_space(rest);
  if (rest == "odd") return nth.step = 2, nth.offset = 1, true;
  if (rest == "even") return nth.step = 2, nth.offset = 0, true;
  const bool minus = take(rest, '-');
  if (!minus) take(rest, '+');
  const int digits = take_number(rest);
  if (!take(rest, 'n')) {
    nth.offset = minus ? -digits : digits;
    return digits >= 0 && rest.empty();
  }
  nth.step = (digits < 0 ? 1 : digits) * (minus ? -1 : 1);
  return take_offset(rest, nth.offset) && rest.empty();
}

}  // namespace winnow::parse::css
