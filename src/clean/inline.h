// What a line may go without, although it is a line of the article: "（责任编辑：王小明）" behind the last sentence.
#pragma once

#include <vector>

#include "extract/draft.h"

namespace winnow::cleaning {

// Takes a bracketed credit off the end of a paragraph and tells it in `removed`.
void strip_trailing_credit(extract::DraftBlock& block, std::vector<extract::DraftRemoved>& removed);

}  // namespace winnow::cleaning
