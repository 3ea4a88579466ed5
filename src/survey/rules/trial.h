// Rules are tried on the pages that they were inferred from before anybody sees them. Internal to survey/. Pure.
#pragma once

#include <span>

#include "survey/rules/page_view.h"
#include "winnow/options.h"
#include "winnow/rules.h"

namespace winnow::survey {

// Takes out of the set what makes the reading worse by the witnesses, or what takes more from the texts than it was
// meant to. `options` are the site's.
void keep_what_helps(std::span<const PageView> pages, const Options& options, RuleSet& set);

}  // namespace winnow::survey
