// Fills Reading::observation. Internal to winnow/.
#pragma once

#include <string_view>
#include <vector>

#include "winnow/internal/assemble.h"

namespace winnow::internal {

// What the page itself shows; needs the blocks where they stand, before they become the article's body.
[[nodiscard]] Observation observe_page(const JudgedPart& first, std::string_view title, const Options& options);

// What became of it, once the article is put together.
void observe_article(const std::vector<JudgedPart>& parts, Reading& reading);

}  // namespace winnow::internal
