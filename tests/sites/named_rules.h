// Rules as a person would write them for a generated site: the elements in which title, text, author and time stand.
#pragma once

#include <vector>

#include "sites/site.h"
#include "winnow/rules.h"

namespace winnow::sites {

// One set, without a condition; of fields whose element has no name that tells it on all articles there is no rule.
[[nodiscard]] std::vector<RuleSet> named_rules(const GeneratedSite& site);

}  // namespace winnow::sites
