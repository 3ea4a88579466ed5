// One page of an article on its way through the stages, before its lines are judged. Internal to winnow/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/url.h"
#include "extract/draft.h"
#include "extract/rules.h"
#include "parse/document.h"
#include "winnow/internal/repair_tree.h"
#include "winnow/winnow.h"

namespace winnow::internal {

struct Part {
  std::string refused;  // why there is nothing else here
  std::string encoding;
  std::optional<Url> url;
  parse::Document document;  // of the repaired page; empty for text input
  TextRepairs repairs;       // their trace is in `trace`
  extract::RuleFinds finds;
  extract::Fields fields;
  extract::Body body;
  Trace trace;
};

// Decode, parse, repair and extract. `known_title` is that of the first part, for the others.
[[nodiscard]] Part read_part(const Page& page, const Options& options, const extract::CompiledRules& rules,
                             std::string_view known_title);

}  // namespace winnow::internal
