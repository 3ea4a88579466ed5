#include "winnow/internal/lead.h"

#include <string>
#include <string_view>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"

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

// The bare words of each block of prose; "" for another.
std::vector<std::string> bare_words(const std::vector<Block>& body) {
  std::vector<std::string> out;
  for (const Block& block : body) out.push_back(is_prose(block) ? bare(block.text) : std::string());
  return out;
}

// Whether some paragraph after `lead` holds all of its words and more.
bool repeated_later(const std::vector<Block>& body, const std::vector<std::string>& words, std::size_t lead) {
  for (std::size_t i = lead + 1; i < body.size(); ++i) {
    const bool longer = body[i].type == BlockType::paragraph && words[i].size() > words[lead].size();
    if (longer && words[i].find(words[lead]) != std::string::npos) return true;
  }
  return false;
}

void drop_repeating_lead(Article& article, std::vector<Block>& body, std::vector<std::string>& all_words) {
  for (std::size_t i = 0; i < body.size() && i < kLeadBlocks; ++i) {
    if (!is_prose(body[i])) continue;
    const std::string& words = all_words[i];
    if (utf8::length(words) < kLeadCharacters || !repeated_later(body, all_words, i)) continue;
    if (bare(article.subtitle) == words) article.subtitle.clear();
    if (article.summary.empty()) article.summary = body[i].text;
    body.erase(body.begin() + static_cast<std::ptrdiff_t>(i));
    all_words.erase(all_words.begin() + static_cast<std::ptrdiff_t>(i));
    return;
  }
}

// In one block or in several that follow each other: a subtitle may hold several paragraphs.
bool stands_in(const std::vector<std::string>& all_words, const std::string& words) {
  std::string all;
  for (const std::string& block : all_words) all += block;
  return all.find(words) != std::string::npos;
}

Block paragraph(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

// A byline, a share bar or the heading of a list of links may stand where subtitles do, and be named one.
bool is_article_text(const std::string& subtitle, const CleanOptions& options) {
  extract::DraftBlock draft;
  draft.block = paragraph(subtitle);
  std::vector<extract::DraftBlock> alone;
  alone.push_back(std::move(draft));
  return !cleaning::judge(std::move(alone), {}, options).kept.empty();
}

}  // namespace

void settle_lead(Article& article, std::vector<Block>& body, const CleanOptions& options) {
  std::vector<std::string> all_words = bare_words(body);
  drop_repeating_lead(article, body, all_words);
  const std::string words = bare(article.subtitle);
  if (words.empty()) return;
  const std::string title = bare(article.title);
  if (title.find(words) != std::string::npos || (!title.empty() && words.ends_with(title))) {
    article.subtitle.clear();
    return;
  }
  if (!all_words.empty() && all_words.front() == words) return;
  if (!is_article_text(article.subtitle, options)) {
    article.subtitle.clear();
    return;
  }
  if (!stands_in(all_words, words)) {
    body.insert(body.begin(), paragraph(article.subtitle));
    return;
  }
  if (article.summary.empty()) article.summary = article.subtitle;
  article.subtitle.clear();
}

}  // namespace winnow::internal
