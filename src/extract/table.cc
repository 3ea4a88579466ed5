#include "extract/table.h"

#include <algorithm>

namespace winnow::extract {

using parse::kNone;
using parse::NodeId;
using parse::Tag;

bool is_data_table(const parse::Document& document, NodeId table, std::span<const Line* const> lines) {
  const std::string_view role = document.attribute(table, "role");
  if (role == "presentation" || role == "none") return false;
  NodeId cell = kNone, row = kNone;
  std::size_t cells = 0, rows = 0, text_lines = 0;
  double size = 0;
  for (const Line* line : lines) {
    if (line->role != Role::cell) continue;
    ++text_lines;
    size += line->whole();
    rows += line->row != row ? 1 : 0;
    cells += line->cell != cell ? 1 : 0;
    row = line->row;
    cell = line->cell;
  }
  if (rows < 2 || cells < rows + rows / 2) return false;
  return text_lines <= 2 * cells && size < 250 * static_cast<double>(cells);
}

std::vector<std::vector<std::string>> table_rows(std::span<const Line* const> lines) {
  std::vector<std::vector<std::string>> rows;
  NodeId cell = kNone, row = kNone;
  for (const Line* line : lines) {
    if (line->role != Role::cell) continue;
    if (line->row != row || rows.empty()) {
      rows.emplace_back();
      cell = kNone;
    }
    if (line->cell != cell || rows.back().empty()) {
      rows.back().push_back(line->text);
    } else {
      (rows.back().back() += ' ') += line->text;
    }
    row = line->row;
    cell = line->cell;
  }
  return rows;
}

}  // namespace winnow::extract
