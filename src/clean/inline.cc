#include "clean/inline.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kLongestCredit = 60;

constexpr std::pair<std::string_view, std::string_view> kBrackets[] = {
    {"(", ")"}, {"（", "）"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}};

constexpr std::array<std::string_view, 9> kCredits = {"责任编辑", "责编",      "编辑", "编辑:",   "实习编辑",
                                                      "本文编辑", "责任编辑:", "校对", "值班编辑"};

bool is_credit(std::string_view inside) {
  const std::string folded = fold_for_cues(inside);
  for (const std::string_view word : kCredits) {
    if (folded.starts_with(word)) return true;
  }
  return false;
}

// Where the bracketed credit at the end begins; npos when there is none.
std::size_t credit_start(std::string_view text) {
  for (const auto& [open, close] : kBrackets) {
    if (!text.ends_with(close)) continue;
    const std::size_t at = text.rfind(open);
    if (at == std::string_view::npos) continue;
    const std::string_view inside = text.substr(at + open.size(), text.size() - close.size() - at - open.size());
    if (utf8::length(inside) <= kLongestCredit && is_credit(unicode::trim(inside))) return at;
  }
  return std::string_view::npos;
}

// `part` is a view into the block's own text.
void keep_part(Block& block, std::string_view part) {
  const std::size_t start = utf8::length(std::string_view(block.text.data(), part.data() - block.text.data()));
  const std::size_t size = utf8::length(part);
  for (Link& link : block.links) {
    link.start = std::min(std::max(link.start, start) - start, size);
    link.end = std::min(std::max(link.end, start) - start, size);
  }
  std::erase_if(block.links, [](const Link& link) { return link.start == link.end; });
  block.text = std::string(part);
}

}  // namespace

void strip_trailing_credit(extract::DraftBlock& block, std::vector<extract::DraftRemoved>& removed) {
  if (block.block.type != BlockType::paragraph) return;
  const std::string_view text = unicode::trim(block.block.text);
  const std::size_t at = credit_start(text);
  if (at == std::string_view::npos || unicode::trim(text.substr(0, at)).empty()) return;
  removed.push_back({{RemovedKind::byline, std::string(text.substr(at))},
                     block.node,
                     "an editor's credit behind the text",
                     block.first});
  keep_part(block.block, unicode::trim(text.substr(0, at)));
}

}  // namespace winnow::cleaning
