#include "winnow/internal/lead.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::internal {
namespace {

constexpr std::size_t kLeadBlocks = 2;       // a lead stands at the top, if need be under a heading
constexpr std::size_t kLeadCharacters = 12;  // what is shorter may be repeated by chance

// Letters and digits alone, so that quotes, width and spaces don't matter.
std::string bare(std::string_view text) {
  std::string out;
  const std::string folded = utf8::is_ascii(text) ? unicode::lower(text) : unicode::fold(unicode::nfkc(text));
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (unicode::is_letter(c) || unicode::is_digit(c)) utf8::append(out, c);
  }
  return out;
}

bool is_prose(const Block& block) { return block.type == BlockType::paragraph || block.type == BlockType::heading; }

// Whether some block after `lead` holds all of its words and more.
bool repeated_later(const std::vector<Block>& body, std::size_t lead, const std::string& words) {
  return std::any_of(body.begin() + static_cast<std::ptrdiff_t>(lead) + 1, body.end(), [&](const Block& block) {
    if (block.type != BlockType::paragraph) return false;
    const std::string other = bare(block.text);
    return other.size() > words.size() && other.find(words) != std::string::npos;
  });
}

void drop_repeating_lead(Article& article, std::vector<Block>& body) {
  for (std::size_t i = 0; i < body.size() && i < kLeadBlocks; ++i) {
    if (!is_prose(body[i])) continue;
    const std::string words = bare(body[i].text);
    if (utf8::length(words) < kLeadCharacters || !repeated_later(body, i, words)) continue;
    if (bare(article.subtitle) == words) article.subtitle.clear();
    if (article.summary.empty()) article.summary = body[i].text;
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

bool stands_in(const std::vector<Block>& body, const std::string& words) {
  return std::any_of(body.begin(), body.end(), [&](const Block& block) {
    return is_prose(block) && bare(block.text).find(words) != std::string::npos;
  });
}

}  // namespace

void settle_lead(Article& article, std::vector<Block>& body) {
  drop_repeating_lead(article, body);
  const std::string words = bare(article.subtitle);
  if (words.empty()) return;
  const std::string title = bare(article.title);
  if (title.find(words) != std::string::npos || (!title.empty() && words.ends_with(title))) {
    article.subtitle.clear();
    return;
  }
  const bool first = !body.empty() && is_prose(body.front()) && bare(body.front().text) == words;
  if (first) return;
  if (!stands_in(body, words)) {
    Block lead;
    lead.text = article.subtitle;
    body.insert(body.begin(), std::move(lead));
    return;
  }
  if (article.summary.empty()) article.summary = article.subtitle;
  article.subtitle.clear();
}

}  // namespace winnow::internal
