// What <title> says of an article once the site's own name is taken off. Internal to survey/. Pure.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "survey/rules/page_view.h"

namespace winnow::survey {

// For each page its document's title without what stands at its begin or end on all of them, up to a divider
// ("The vote ended | Sport | The Gazette" without " | The Gazette"); "" where another page has the same left.
[[nodiscard]] std::vector<std::string> document_titles(std::span<const PageView> pages);

// Whether a title was cut off: it ends in "…" or "...".
[[nodiscard]] bool is_cut_off(std::string_view title);
// What an element of the page says that begins with a title that was cut off; "" where none does.
[[nodiscard]] std::string whole_title(const PageView& page, std::string_view cut_off);

}  // namespace winnow::survey
