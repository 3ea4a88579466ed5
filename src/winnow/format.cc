#include "winnow/format.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "winnow/internal/article_json.h"

namespace winnow {
namespace {

constexpr std::array<std::string_view, 8> kBlockNames = {"paragraph", "heading", "list",  "quote",
                                                         "code",      "table",   "image", "embed"};
constexpr std::array<std::string_view, 12> kRemovedNames = {"spam_header", "spam",     "share",   "breadcrumb",
                                                            "navigation",  "notice",   "related", "advert",
                                                            "byline",      "comments", "learned", "rule"};

void add_line(std::string& out, std::string_view line) {
  if (line.empty()) return;
  if (!out.empty()) out += '\n';
  out += line;
}

std::string tabbed(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += '\t';
    line += cells[i];
  }
  const bool blank = line.find_first_not_of("\t ") == std::string::npos;
  return blank ? "" : line;
}

}  // namespace

std::string_view name_of(BlockType type) { return kBlockNames.at(static_cast<std::size_t>(type)); }
std::string_view name_of(RemovedKind kind) { return kRemovedNames.at(static_cast<std::size_t>(kind)); }

std::string plain_text(const std::vector<Block>& body) {
  std::string out;
  for (const Block& block : body) {
    if (block.type == BlockType::image) continue;
    add_line(out, block.text);
    for (const std::string& item : block.items) add_line(out, item);
    for (const auto& row : block.rows) add_line(out, tabbed(row));
  }
  return out;
}

std::string to_json(const Article& article, JsonStyle style) {
  return internal::article_json(article).dump(style == JsonStyle::pretty ? 2 : -1);
}

std::string to_text(const Article& article) {
  std::string out = article.title;
  if (!out.empty() && !article.text.empty()) out += "\n";
  add_line(out, article.text);
  if (!out.empty()) out += '\n';
  return utf8::scrub(out);
}

}  // namespace winnow
