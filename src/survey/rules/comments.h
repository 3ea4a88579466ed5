// Where readers talk below an article: boxes of one make, each with a name or a date above its words. Internal to
// survey/. Pure.
#pragma once

#include <span>
#include <vector>

#include "survey/rules/page_view.h"

namespace winnow::survey {

// Of each of these blocks of the page, whether it stands there. A live blog's entries, which are the text, don't.
[[nodiscard]] std::vector<bool> of_comments(const PageView& page, std::span<const extract::DraftBlock> blocks);

}  // namespace winnow::survey
