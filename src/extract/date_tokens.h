// A text cut into the pieces that dates are made of. Full-width forms read as their ASCII ones; a Han character
// is a word of its own. Pure, total.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::extract {

struct DateToken {
  enum class Kind { number, word, mark };
  Kind kind = Kind::mark;
  std::size_t begin = 0, end = 0;  // bytes of the text
  bool gap = false;                // white space stands before it
  unsigned value = 0, digits = 0;  // number; a value of more than nine digits is 0
  std::string word = {};           // folded to lower case
  char32_t mark = 0;

  [[nodiscard]] bool is_number(unsigned min_digits, unsigned max_digits) const {
    return kind == Kind::number && digits >= min_digits && digits <= max_digits;
  }
  [[nodiscard]] bool is_word(std::string_view other) const { return kind == Kind::word && word == other; }
  [[nodiscard]] bool is_mark(char32_t c) const { return kind == Kind::mark && mark == c; }
};

// At most 4096 tokens; what comes behind is not looked at.
[[nodiscard]] std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace winnow::extract
