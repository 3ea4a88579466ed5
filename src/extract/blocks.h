// Lines to blocks: list items gathered into lists, cells into tables, lines of one sentence joined. Pure.
#pragma once

#include <span>
#include <vector>

#include "base/url.h"
#include "extract/draft.h"
#include "extract/page_map.h"

namespace winnow::extract {

// `lines`: those that were kept, in order.
[[nodiscard]] std::vector<DraftBlock> make_blocks(const PageMap& map, std::span<const Line* const> lines,
                                                  const Url* base);

}  // namespace winnow::extract
