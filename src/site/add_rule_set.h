// A further version of a site's rules, put into a file that a person has written: every other byte stays as it is.
// Pure, total.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "site/yaml_text.h"
#include "winnow/rules.h"

namespace winnow::site {

// The file's text with `set` above the sets that it has; `comments` are those of rule_set_text(). In a list in brackets
// the set stands in one line, without its comments. The result is read again: it says the same but for the new set.
// Code::invalid where that can't be done (rules behind an alias, say): the error shows what to paste by hand.
[[nodiscard]] Result<std::string> add_rule_set(std::string_view text, const RuleSet& set,
                                               const Comments& comments = {});

}  // namespace winnow::site
