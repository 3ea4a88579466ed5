// What a page's title should be by all that is said of it: links, feeds, its metadata, its headings. Internal to
// survey/.
#pragma once

#include <span>

#include "survey/rules/page_view.h"

namespace winnow::survey {

// Fills PageView::title where one text outweighs the others and no other page has it too.
void settle_titles(std::span<PageView> pages);

}  // namespace winnow::survey
