#include "winnow/internal/script.h"

#include <string>
#include <vector>

#include "base/han.h"

namespace winnow::internal {
namespace {

using Convert = std::string (*)(std::string_view);

void convert(std::vector<std::string>& texts, Convert to) {
  for (std::string& text : texts) text = to(text);
}

// The dictionaries have a character for each character, so links stay where they are.
void convert(Block& block, Convert to) {
  for (std::string* text : {&block.text, &block.alt, &block.caption}) *text = to(*text);
  convert(block.items, to);
  for (auto& row : block.rows) convert(row, to);
}

}  // namespace

void convert_script(Article& article, Script script) {
  if (script == Script::as_is || !article.language.starts_with("zh")) return;
  const Convert to = script == Script::simplified ? han::simplify : han::traditionalize;
  for (std::string* text : {&article.title, &article.subtitle, &article.summary, &article.source, &article.section}) {
    *text = to(*text);
  }
  for (auto* list : {&article.authors, &article.editors, &article.breadcrumb, &article.tags}) convert(*list, to);
  for (Block& block : article.body) convert(block, to);
  for (Removed& removed : article.removed) removed.text = to(removed.text);
  article.language = script == Script::simplified ? "zh-Hans" : "zh-Hant";
}

}  // namespace winnow::internal
