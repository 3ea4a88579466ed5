// Applies the repair plan of a whole document to its texts where they stand. Internal to winnow/.
#pragma once

#include <string>
#include <vector>

#include "parse/document.h"
#include "repair/repair.h"
#include "winnow/options.h"
#include "winnow/trace.h"

namespace winnow::internal {

struct TextRepairs {
  std::vector<repair::Plan::Change> changes;
  std::vector<std::string> guesses;  // the repaired segment of each change that is a guess, in the changes' order
  Trace trace;
};

// Text nodes, the attributes that a later stage reads, and the strings of JSON-LD scripts.
[[nodiscard]] TextRepairs repair_document(parse::Document& document, const RepairOptions& options);

// The same for plain text, a segment a line; `text` is replaced.
[[nodiscard]] TextRepairs repair_lines(std::string& text, const RepairOptions& options);

}  // namespace winnow::internal
