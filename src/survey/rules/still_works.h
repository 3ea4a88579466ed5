// Which rules of a set go on working when a template has changed. Internal to survey/. Pure.
#pragma once

#include <span>

#include "survey/sample.h"
#include "winnow/options.h"
#include "winnow/rules.h"

namespace winnow::survey {

// The rules of the set that find on the new pages what they found on the old ones, and nothing else; its condition and
// name are not kept. `automatic` are the site's options without rules.
[[nodiscard]] RuleSet what_still_works(const RuleSet& set, std::span<const Sample> before,
                                       std::span<const Sample> since, const Options& automatic);

}  // namespace winnow::survey
