// Rules for pages of one site, inferred by comparing them: where the title, the body, the authors and the time stand,
// and what is no part of an article. Pure, total; bounded by the pages' size.
#pragma once

#include <span>
#include <vector>

#include "survey/sample.h"
#include "winnow/options.h"
#include "winnow/rules.h"

namespace winnow::survey {

struct Proposal {
  // A set for each template that wants one (`when_exists` chooses), newest first; none where the automatic extractor
  // does as well.
  std::vector<RuleSet> rules;
  std::vector<Evidence> evidence;
};

// `pages` are articles, of one template or several; one or two give little. `options` are the site's, its rules left
// out: what is proposed is what goes beyond what they read.
[[nodiscard]] Proposal propose_rules(std::span<const Sample> pages, const Options& options);

}  // namespace winnow::survey
