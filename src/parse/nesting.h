// A scan over HTML text that keeps what Gumbo must build within bounds: start tags that would open an element
// deeper than `depth`, or one more formatting element (HTML 13.2.4.3) than can be reopened cheaply, are left
// out with their end tags; attributes past a count go; the text is cut where the tree would pass `nodes`; inside
// SVG and MathML the tags that lead back to HTML go (their content stays).
// An estimate of the tree, not a parser: of ordinary HTML it changes nothing. Pure, linear.
#pragma once

#include <string>
#include <string_view>

#include "parse/document.h"

namespace winnow::parse {

struct Bounded {
  std::string html;  // used where `changed`; else the text is good as it is
  bool changed = false;
  std::string truncated;  // what was cut off and why; empty when all is there
};

[[nodiscard]] Bounded bound_nesting(std::string_view html, const ParseLimits& limits);

}  // namespace winnow::parse
