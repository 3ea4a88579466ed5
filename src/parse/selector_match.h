// Runs a compiled selector over a document, or over the part of it that can decide. Private to parse/.
#pragma once

#include <vector>

#include "parse/document.h"
#include "parse/selector_program.h"

namespace winnow::parse::css {

// Whether the element matches. Looks at its ancestors (and their siblings where the selector does) only, unless the
// selector looks ahead.
[[nodiscard]] bool matches(const Program& program, const Document& document, NodeId element);
// The elements inside `within` that match, in document order.
[[nodiscard]] std::vector<NodeId> select(const Program& program, const Document& document, NodeId within);

}  // namespace winnow::parse::css
