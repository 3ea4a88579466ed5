// Tables of data against tables that only lay a page out. Pure.
#pragma once

#include <span>

#include "extract/line_links.h"
#include "extract/lines.h"
#include "winnow/article.h"

namespace winnow::extract {

[[nodiscard]] bool is_data_table(const parse::Document& document, parse::NodeId table,
                                 std::span<const Line* const> lines);

// Of `lines` those of cells count. A cell that spans columns or rows fills the first of them, the others are empty;
// rows and columns without any text are left out, and a row ends with its last cell that has some.
[[nodiscard]] Block table_block(const parse::Document& document, std::span<const Line* const> lines,
                                const LinkReader& links);

}  // namespace winnow::extract
