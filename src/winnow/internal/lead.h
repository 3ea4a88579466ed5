// The lead of an article: whether it is a block of the body, a summary, or both. Internal to winnow/.
#pragma once

#include <vector>

#include "extract/draft.h"
#include "winnow/article.h"
#include "winnow/options.h"

namespace winnow::internal {

// A lead that only repeats a sentence of the body is `summary` alone and leaves the body; any other lead is
// `subtitle` and the first block. What cleaning with these options would take out of the body is no subtitle.
void settle_lead(Article& article, std::vector<Block>& body, const CleanOptions& options = {});

}  // namespace winnow::internal
