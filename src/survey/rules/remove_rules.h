// What to take out of the articles of a site: what many of its pages say in the same words, what stands in elements
// of the same make as that, what describes pictures, bylines inside the text. Internal to survey/. Pure; bounded.
#pragma once

#include <span>
#include <vector>

#include "survey/rules/page_view.h"
#include "winnow/rules.h"

namespace winnow::survey {

struct Removal {
  RemoveRule rule;
  Evidence evidence;
};

// By PageView::blocks.
[[nodiscard]] std::vector<Removal> remove_rules(std::span<const PageView> pages);

}  // namespace winnow::survey
