// The lead of an article: whether it is a block of the body, a summary, or both. Internal to winnow/.
#pragma once

#include <vector>

#include "extract/draft.h"
#include "winnow/article.h"

namespace winnow::internal {

// A lead that only repeats a sentence of the body is `summary` alone and leaves the body; any other lead is
// `subtitle` and the first block.
void settle_lead(Article& article, std::vector<Block>& body);

}  // namespace winnow::internal
