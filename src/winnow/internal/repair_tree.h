// Applies the repair plan of a whole document to its texts where they stand. Internal to winnow/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "parse/document.h"
#include "repair/repair.h"
#include "winnow/options.h"
#include "winnow/trace.h"

namespace winnow::internal {

// A guess with a little of the text around it, by which it is found again in the article.
struct Guess {
  repair::Change change;
  std::u32string around;
  std::size_t at = 0;  // where the change starts in `around`
};

struct TextRepairs {
  repair::Log log;
  std::vector<Guess> guesses;
  std::string learned;  // as Reading::learned
  Trace trace;
};

struct RepairRequest {
  const RepairOptions& options;
  repair::Surroundings around;  // `known` as Page::known
  bool detailed = false;        // as repair::Log
};

// Text nodes, the attributes that a later stage reads, and the strings of JSON-LD scripts.
[[nodiscard]] TextRepairs repair_document(parse::Document& document, const RepairRequest& request);

// The same for plain text, a segment a line; `text` is replaced, and the log's places are in the whole of it.
[[nodiscard]] TextRepairs repair_lines(std::string& text, const RepairRequest& request);

// A change as a step of a trace.
[[nodiscard]] TraceStep explain(const repair::Change& change);

}  // namespace winnow::internal
