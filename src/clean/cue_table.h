// The rows behind match_cues(). Constant; internal to clean/.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "winnow/article.h"

namespace winnow::cleaning {

enum class Where { anywhere, edges, tail, links };  // links: lines with links in them, anywhere

struct Cue {
  RemovedKind kind;
  Where where;
  std::size_t longest;       // in characters of the folded line
  std::string_view why;      // what the line is, for the trace
  std::string_view pattern;  // RE2 on folded text: lower case, half width, Simplified
  bool opens_section = false;
};

[[nodiscard]] std::span<const Cue> cue_table();
[[nodiscard]] std::span<const Cue> page_cue_table();  // asked after the first, of without_marks()

}  // namespace winnow::cleaning
