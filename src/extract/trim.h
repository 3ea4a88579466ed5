// Takes out of the chosen lines what the tree betrays: lists of links, lines that are nothing but a link, the title
// itself, labels before the first sentence. What only words can tell is left to the clean stage. Pure.
#pragma once

#include <vector>

#include "extract/draft.h"
#include "extract/page_map.h"

namespace winnow::extract {

void trim(const PageMap& map, std::vector<const Line*>& lines, std::vector<DraftRemoved>& removed);

}  // namespace winnow::extract
