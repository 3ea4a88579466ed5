// The head of a marked page: what the colours mean, and all decisions in a list. Internal to winnow/.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "winnow/internal/decisions.h"

namespace winnow::internal {

// For the head: the character set, a policy that lets nothing run or load, and the style of the marks.
[[nodiscard]] std::string marks_head();

// For the start of the body. Decision k is linked to the element with the id "winnow-k".
[[nodiscard]] std::string marks_panel(std::string_view title, const std::vector<Decision>& decisions);

// The colour of a kept block or of a kind of removal, as CSS.
[[nodiscard]] std::string_view mark_colour(const Decision& decision);

}  // namespace winnow::internal
