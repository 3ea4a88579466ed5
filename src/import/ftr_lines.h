// The lines of a full-text-RSS site file. Private to import/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::importing {

struct FtrLine {
  int number = 0;        // 1-based
  std::string text;      // trimmed
  std::string name;      // lower case; empty: the line is no rule
  std::string argument;  // of "replace_string(argument): value"
  bool has_argument = false;
  std::string value;
};

// Those that are neither empty nor a comment. What is not UTF-8 is made so.
[[nodiscard]] std::vector<FtrLine> read_ftr_lines(std::string_view text);

}  // namespace winnow::importing
