// Titles that keywords were put on: "Bridge opens_cheap watches_replica bags_…". Told by the article: a headline speaks
// of what the article does, keywords put on it don't. Pure, total.
#pragma once

#include <span>
#include <string_view>

#include "clean/spam.h"
#include "extract/draft.h"

namespace winnow::cleaning {

// The part of the title that is its headline: all of it where no keywords are found. A view into `title`.
[[nodiscard]] std::string_view without_stuffing(std::string_view title, std::span<const extract::DraftBlock> article,
                                                std::span<const std::string_view> words);

}  // namespace winnow::cleaning
