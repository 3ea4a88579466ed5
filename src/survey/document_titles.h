// What <title> says of an article once the site's own name is taken off. Internal to survey/. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "survey/page_view.h"

namespace winnow::survey {

// For each page its document's title without what stands at its begin or end on all of them, up to a divider
// ("The vote ended | Sport | The Gazette" without " | The Gazette"); "" where another page has the same left.
[[nodiscard]] std::vector<std::string> document_titles(std::span<const PageView> pages);

}  // namespace winnow::survey
