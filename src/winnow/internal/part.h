// One page of an article on its way through the stages, before its lines are judged. Internal to winnow/.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/url.h"
#include "extract/draft.h"
#include "extract/rules.h"
#include "parse/document.h"
#include "repair/repair.h"
#include "winnow/winnow.h"

namespace winnow::internal {

struct Part {
  std::string refused;  // why there is nothing else here
  std::string encoding;
  std::optional<Url> url;
  parse::Document document;  // of the repaired page; empty for text input
  std::vector<repair::Plan::Change> changes;
  std::vector<std::string> guesses;  // the repaired segments that hold guesses, one for each such change
  extract::RuleFinds finds;
  extract::Fields fields;
  extract::Body body;
  Trace trace;
};

// Decode, parse, repair and extract. `known_title` is that of the first part, for the others.
[[nodiscard]] Part read_part(const Page& page, const Options& options, const extract::CompiledRules& rules,
                             std::string_view known_title);

}  // namespace winnow::internal
