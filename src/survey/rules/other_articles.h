// Where a page shows other articles than its own: boxes of headlines that lead to them, with or without a few words
// below each, and whole articles that follow its own. Internal to survey/. Pure.
#pragma once

#include <span>
#include <vector>

#include "survey/rules/page_view.h"

namespace winnow::survey {

// Of each of these blocks of the page, whether it stands there.
[[nodiscard]] std::vector<bool> of_other_articles(const PageView& page, std::span<const extract::DraftBlock> blocks);

}  // namespace winnow::survey
