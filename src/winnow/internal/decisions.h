// What was decided on each block of a page and why, in reading order: what --explain and --explain-html show.
// Internal to winnow/.
#pragma once

#include <string>
#include <vector>

#include "winnow/internal/assemble.h"

namespace winnow::internal {

struct Decision {
  bool kept = false;
  std::string kind;  // of a kept block its type, of a removed one the kind of its removal
  std::string text;  // its words; of a picture what describes it
  std::string why;   // reason and evidence
  parse::NodeId node = parse::kNone, first = parse::kNone;  // as in DraftBlock and DraftRemoved
};

// Where it stands in the document; 0 for what has no place there.
[[nodiscard]] parse::NodeId place_of(const Decision& decision);

// In the order of the page; what has no place there (text input, a rule on texts) stands first.
[[nodiscard]] std::vector<Decision> decisions_on(const JudgedPart& part);

}  // namespace winnow::internal
