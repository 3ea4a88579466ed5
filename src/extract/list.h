// Lists: which lines are one item, how deep it is nested and what its number is. Pure.
#pragma once

#include <span>

#include "extract/line_links.h"
#include "extract/lines.h"
#include "winnow/article.h"

namespace winnow::extract {

// A list whose items are whole passages only lays a page out.
[[nodiscard]] bool is_laid_out(std::span<const Line* const> lines);

// `list`: the outermost list element; of `lines` those of items count. Without items it has none.
[[nodiscard]] Block list_block(const parse::Document& document, parse::NodeId list, std::span<const Line* const> lines,
                               const LinkReader& links);

}  // namespace winnow::extract
