// A site file's rules, compiled: which elements go, where the body is, what the fields are. Pure; immutable once
// compiled, safe from any thread.
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/url.h"
#include "extract/draft.h"
#include "winnow/rules.h"
#include "winnow/winnow.h"

namespace winnow::extract {

// What a rule set said of one page. A field that no rule found is absent.
struct RuleFinds {
  std::string rule_set;                              // its name; empty when none applies
  std::vector<Field> named;                          // the fields of which it says where they stand
  std::map<Field, std::vector<std::string>> values;  // text as found, white space collapsed; links absolute
  std::vector<parse::NodeId> body;                   // containers, in order
  std::vector<parse::NodeId> drop;                   // elements and texts to leave out
  std::vector<std::pair<parse::NodeId, std::string>> drop_attributes;  // by element and name
  bool prune = true;                                                   // whether the body is pruned
  std::size_t max_parts = 20;                                          // next_page's max
  Trace trace;
};

class CompiledRules {
 public:
  // Wrong selectors and expressions are left out and named in `problems`.
  CompiledRules(std::span<const RuleSet> rules, std::vector<Problem>& problems);
  ~CompiledRules();
  CompiledRules(CompiledRules&&) noexcept;
  CompiledRules& operator=(CompiledRules&&) noexcept;

  [[nodiscard]] RuleFinds apply(const parse::Document& document, const Url* base) const;
  // Whether a `remove: {text: ...}` rule of the set takes out a block with this text.
  [[nodiscard]] bool removes_text(std::string_view rule_set, std::string_view text) const;

 private:
  struct Set;
  std::vector<Set> sets_;
};

}  // namespace winnow::extract
