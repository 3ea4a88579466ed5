// Rules for a site whose template has changed: inferred from its new pages, and for these alone; what is read of its
// old pages stays as it is. Pure, total; bounded by the pages' size.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "survey/sample.h"
#include "winnow/options.h"
#include "winnow/rules.h"

namespace winnow::survey {

struct Remedy {
  // The new pages are read as well as the old ones by the rules as they are: none are needed.
  bool needless = false;
  // What no rule can bring back, or why there are none; a sentence for people ("the pages hold no text any more (…)").
  std::string trouble;
  // To be put above those of the site, in this order; their names are none of the site's. A set without fields leaves
  // all to the automatic extractor, which does as well as any rule. What a set of the site still finds on the new pages
  // it keeps.
  std::vector<RuleSet> sets;
  std::vector<Evidence> evidence;
};

// `before` are articles as the site's template was, read by `options` (the site's, with its rules); `since` are those
// that are made otherwise. Two of these at least are needed, better four.
[[nodiscard]] Remedy find_remedy(std::span<const Sample> before, std::span<const Sample> since, const Options& options);

}  // namespace winnow::survey
