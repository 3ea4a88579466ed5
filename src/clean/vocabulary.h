// Lines that consist of nothing but the words of a page's buttons ("Share on Facebook", "分享到微信", "Teilen
// Drucken"). Constant tables; pure, safe from any thread.
#pragma once

#include <optional>
#include <string_view>

#include "winnow/article.h"

namespace winnow::cleaning {

// The kind of button whose words make up the whole folded line; nothing when there is any other word in it.
[[nodiscard]] std::optional<RemovedKind> only_buttons(std::string_view folded);

}  // namespace winnow::cleaning
