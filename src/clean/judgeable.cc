#include "clean/judgeable.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kProseCharacters = 80, kProseHan = 30;  // from here on a closed sentence is prose

bool is_readable(const Block& block) { return block.type != BlockType::image && block.type != BlockType::code; }

bool ends_as_sentence(std::string_view folded) {
  static constexpr std::u32string_view kMarks = U".!?。…\"”»」』)';:";
  std::size_t at = folded.size();
  return at > 0 && kMarks.find(utf8::previous(folded, at)) != std::u32string_view::npos;
}

std::size_t han_count(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) count += unicode::is_cjk(utf8::next(text, at)) ? 1 : 0;
  return count;
}

}  // namespace

std::string words_of(const Block& block) {
  std::string out = block.text;
  for (const std::string& item : block.items) (out += out.empty() ? "" : " ") += item;
  for (const auto& row : block.rows) {
    for (const std::string& cell : row) (out += out.empty() ? "" : " ") += cell;
  }
  return out;
}

Judgeable look_at(const extract::DraftBlock& draft) {
  Judgeable line;
  if (!is_readable(draft.block)) return line;
  line.folded = fold_for_cues(words_of(draft.block));
  line.characters = utf8::length(line.folded);
  line.closed = ends_as_sentence(line.folded);
  const bool type = draft.block.type == BlockType::paragraph || draft.block.type == BlockType::quote;
  const bool long_enough = line.characters >= kProseCharacters || han_count(line.folded) >= kProseHan;
  line.prose = type && long_enough && line.closed && draft.link_density < 0.5;
  return line;
}

void place_lines(std::vector<Judgeable>& lines) {
  const auto prose = [](const Judgeable& line) { return line.prose && !line.verdict; };
  const auto first = std::find_if(lines.begin(), lines.end(), prose);
  const auto last = std::find_if(lines.rbegin(), lines.rend(), prose).base();
  if (first == lines.end()) {
    for (Judgeable& line : lines) line.place = Place::head;
    return;
  }
  for (auto it = lines.begin(); it != lines.end(); ++it) {
    it->place = it < first ? Place::head : it >= last ? Place::tail : Place::inside;
  }
}

bool may_remove(RemovedKind kind, const CleanOptions& options) {
  if (kind == RemovedKind::share) return options.share;
  if (kind == RemovedKind::notice) return options.notices;
  if (kind == RemovedKind::spam_header || kind == RemovedKind::spam) return options.spam_headers;
  return true;
}

}  // namespace winnow::cleaning
