#include "extract/table.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostSpan = 100;
constexpr std::size_t kMostColumns = 200;   // behind these, spans count as one
constexpr std::size_t kMostEmpty = 20'000;  // empty cells that spans may make in a table

std::size_t span_of(const Document& document, NodeId cell, std::string_view name) {
  const std::string_view value = document.attribute(cell, name);
  std::size_t span = 1;
  std::from_chars(value.data(), value.data() + value.size(), span);
  return std::clamp<std::size_t>(span, 1, kMostSpan);
}

bool is_cell(Tag tag) { return tag == Tag::td || tag == Tag::th; }

// Lays cells out in rows and columns as HTML 4.9.12 does.
class Grid {
 public:
  Grid(const Document& document, const LinkReader& links) : document_(document), links_(links) {}

  // Lines of one row, in order.
  void add_row(std::span<const Line* const> lines) {
    const NodeId row = lines.front()->row;
    go_to(row);
    block_.rows.emplace_back();
    emphasised_.push_back(std::all_of(lines.begin(), lines.end(), [](const Line* line) { return line->emphasised; }));
    std::size_t column = 0;
    NodeId cell = row == kNone ? kNone : document_[row].first_child;
    while (!lines.empty()) {
      // What stands in no cell of the row gets one of its own.
      while (cell != kNone && cell < lines.front()->cell) {
        if (is_cell(document_[cell].tag)) column = place(cell, column).second;
        cell = document_[cell].next_sibling;
      }
      const NodeId own = lines.front()->cell;
      const auto [at, next] = cell != kNone && cell == own ? place(cell, column) : std::pair{column, column + 1};
      if (cell == own && cell != kNone) cell = document_[cell].next_sibling;
      std::size_t count = 0;
      while (count < lines.size() && lines[count]->cell == own) write(*lines[count++], at);
      lines = lines.subspan(count);
      column = next;
    }
    for (; cell != kNone; cell = document_[cell].next_sibling) {
      if (is_cell(document_[cell].tag)) column = place(cell, column).second;
    }
  }

  Block run() && {
    drop_empty_columns();
    block_.type = BlockType::table;
    block_.header = header_rows();
    return std::move(block_);
  }

 private:
  // Cells that reach down from the rows before lose a row for each one in between; none leaves its <tbody>.
  void go_to(NodeId row) {
    const bool same_part = row != kNone && row_ != kNone && document_[row].parent == document_[row_].parent;
    std::size_t passed = 0;
    for (NodeId at = row_; same_part && at != kNone && at < row; at = document_[at].next_sibling)
      passed += document_[at].tag == Tag::tr ? 1 : 0;
    for (std::size_t& rows : down_) rows = same_part && rows > passed ? rows - passed : 0;
    row_ = row;
    rows_.push_back(row);
  }

  // The first free column from `column` on, and the one behind the cell.
  std::pair<std::size_t, std::size_t> place(NodeId cell, std::size_t column) {
    while (column < down_.size() && down_[column] > 0) ++column;
    const std::size_t wide = span_of(document_, cell, "colspan"), high = span_of(document_, cell, "rowspan");
    if (wide == 1 && high == 1) return {column, column + 1};
    if (column + wide > kMostColumns || (empty_ += wide * high) > kMostEmpty) return {column, column + 1};
    down_.resize(std::max(down_.size(), column + wide));
    for (std::size_t k = column; k < column + wide; ++k) down_[k] = high;
    return {column, column + wide};
  }

  void write(const Line& line, std::size_t column) {
    std::vector<std::string>& row = block_.rows.back();
    if (row.size() <= column) row.resize(column + 1);
    links_.append(line, " ", row[column], block_.links, block_.rows.size() - 1, column);
  }

  void drop_empty_columns() {
    std::vector<std::size_t> kept;  // columns with text, then where each goes
    for (const auto& row : block_.rows) {
      kept.resize(std::max(kept.size(), row.size()));
      for (std::size_t c = 0; c < row.size(); ++c) kept[c] |= row[c].empty() ? 0 : 1;
    }
    std::size_t next = 0;
    for (std::size_t& column : kept) column = column != 0 ? next++ : kept.size();
    for (auto& row : block_.rows) {
      std::size_t size = 0;
      for (std::size_t c = 0; c < row.size(); ++c) {
        if (kept[c] == kept.size()) continue;
        if (kept[c] != c) row[kept[c]] = std::move(row[c]);
        size = kept[c] + 1;
      }
      row.resize(size);
    }
    for (Link& link : block_.links) link.cell = kept[link.cell];
  }

  // The rows in <thead> or of <th> alone that come first; else a first row that alone is bold.
  std::size_t header_rows() const {
    std::size_t count = 0;
    while (count < rows_.size() && is_header(rows_[count])) ++count;
    if (count == 0 && rows_.size() > 1 && emphasised_[0] && !emphasised_[1]) return 1;
    return count < rows_.size() ? count : std::min<std::size_t>(count, 1);
  }

  bool is_header(NodeId row) const {
    if (row == kNone) return false;
    if (document_[document_[row].parent].tag == Tag::thead) return true;
    bool any = false;
    for (NodeId id = document_[row].first_child; id != kNone; id = document_[id].next_sibling) {
      if (document_[id].tag == Tag::td) return false;
      any = any || document_[id].tag == Tag::th;
    }
    return any;
  }

  const Document& document_;
  const LinkReader& links_;
  Block block_;
  NodeId row_ = kNone;
  std::vector<NodeId> rows_;
  std::vector<bool> emphasised_;   // of each row
  std::vector<std::size_t> down_;  // of each column: so many rows from this one on are taken
  std::size_t empty_ = 0;
};

}  // namespace

bool is_data_table(const Document& document, NodeId table, std::span<const Line* const> lines) {
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

Block table_block(const Document& document, std::span<const Line* const> lines, const LinkReader& links) {
  Grid grid(document, links);
  std::vector<const Line*> row;
  for (const Line* line : lines) {
    if (line->role != Role::cell) continue;
    if (!row.empty() && row.front()->row != line->row) {
      grid.add_row(row);
      row.clear();
    }
    row.push_back(line);
  }
  if (!row.empty()) grid.add_row(row);
  return std::move(grid).run();
}

}  // namespace winnow::extract
