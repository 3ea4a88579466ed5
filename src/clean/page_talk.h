// Lines in which a page speaks to its reader of itself: "Share this story with your friends on Facebook", "Jetzt
// unseren Newsletter abonnieren", "未经授权不得转载". Told by what the words do (page_words.h) and how few others stand
// between them, not by whole phrases: an article that mentions a newsletter has words of its own. Pure, total, linear.
#pragma once

#include <optional>

#include "clean/cues.h"

namespace winnow::cleaning {

[[nodiscard]] std::optional<Verdict> page_talk(const Line& line);

}  // namespace winnow::cleaning
