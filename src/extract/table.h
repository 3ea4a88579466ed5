// Tables of data against tables that only lay a page out. Pure.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/lines.h"

namespace winnow::extract {

[[nodiscard]] bool is_data_table(const parse::Document& document, parse::NodeId table,
                                 std::span<const Line* const> lines);
[[nodiscard]] std::vector<std::vector<std::string>> table_rows(std::span<const Line* const> lines);

}  // namespace winnow::extract
