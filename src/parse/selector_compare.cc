#include "parse/selector_compare.h"

#include <algorithm>
#include <cstring>
#include <string>

#include "base/scan.h"

namespace winnow::parse::css {
namespace {

bool has_word(std::string_view list, std::string_view word, bool fold) {
  for (std::size_t i = 0; i < list.size();) {
    while (i < list.size() && is_space(list[i])) ++i;
    const std::size_t start = i;
    while (i < list.size() && !is_space(list[i])) ++i;
    if (i > start && same(list.substr(start, i - start), word, fold)) return true;
  }
  return false;
}

// memmem is linear whatever the two are; std::search is not.
bool has_part(std::string_view text, std::string_view part, bool fold) {
  if (fold) return has_part(ascii::lower(text), ascii::lower(part), false);
  if (text.empty() || part.empty()) return part.empty();  // their data may be null
  return ::memmem(text.data(), text.size(), part.data(), part.size()) != nullptr;
}

// White space collapsed, a space on both ends.
std::string as_words(std::string_view value) {
  std::string out = " ";
  for (const char c : value) {
    if (!is_space(c)) {
      out += c;
    } else if (out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.back() != ' ' || out.size() == 1) out += ' ';
  return out;
}

}  // namespace

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view a, std::string_view b, bool fold) {
  if (a.size() != b.size()) return false;
  return fold ? std::equal(a.begin(), a.end(), b.begin(),
                           [](char x, char y) { return ascii::lower(x) == ascii::lower(y); })
              : a == b;
}

// Selectors 4, 6.1 and 6.2: an empty value never matches ~=, ^=, $= or *=.
bool compare(const Test& test, std::string_view value) {
  const std::string_view want = test.value;
  std::string words;
  if (test.words) value = words = as_words(value);
  switch (test.compare) {
    case Compare::present:
      return true;
    case Compare::equals:
      return same(value, want, test.fold);
    case Compare::word:
      return has_word(value, want, test.fold);
    case Compare::dash:
      return same(value.substr(0, want.size()), want, test.fold) &&
             (value.size() == want.size() || value[want.size()] == '-');
    case Compare::prefix:
      return !want.empty() && same(value.substr(0, want.size()), want, test.fold);
    case Compare::suffix:
      return !want.empty() && value.size() >= want.size() &&
             same(value.substr(value.size() - want.size()), want, test.fold);
    case Compare::substring:
      return !want.empty() && has_part(value, want, test.fold);
  }
  return false;
}

}  // namespace winnow::parse::css
