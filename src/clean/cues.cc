#include "clean/cues.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "base/han.h"
#include "base/regex.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/cue_table.h"
#include "clean/page_talk.h"
#include "clean/vocabulary.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kPieces = 8, kPieceCharacters = 24;

struct Compiled {
  const Cue* cue;
  Regex pattern;
  bool without_marks;
};

// Lines are folded to Simplified characters, Japanese ones too; the patterns are written as people write.
std::string simplified(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) utf8::append(out, han::simplified(utf8::next(pattern, at)));
  return out;
}

std::vector<Compiled> compile() {
  std::vector<Compiled> out;
  const auto add = [&out](std::span<const Cue> table, bool without_marks) {
    for (const Cue& cue : table) {
      if (auto regex = Regex::compile(simplified(cue.pattern))) out.push_back({&cue, std::move(*regex), without_marks});
    }
  };
  add(cue_table(), false);
  add(page_cue_table(), true);
  return out;
}

// Compiled once; immutable afterwards.
const std::vector<Compiled>& cues() {
  static const std::vector<Compiled> all = compile();
  return all;
}

// Punctuation, arrows, bullets. Vowel signs, which are no letters either, are part of a word.
bool is_mark(char32_t c) {
  if (c < 0x80) return !unicode::is_letter(c) && !unicode::is_digit(c);
  return c <= U'\u00BF' || (c >= U'\u2000' && c <= U'\u206F') || (c >= U'\u2190' && c <= U'\u2BFF') ||
         (c >= U'\u3008' && c <= U'\u3030') || c == U'\uFE0F';
}

bool closes_sentence(char32_t c) { return c == U'.' || c == U'!' || c == U'?'; }

std::string_view without_marks(std::string_view folded) {
  std::size_t start = 0, end = folded.size();
  for (std::size_t next = 0; next < end && is_mark(utf8::next(folded, next));) start = next;
  for (std::size_t at = end; at > start;) {
    const char32_t c = utf8::previous(folded, at);
    if (!is_mark(c) || closes_sentence(c)) break;
    end = at;
  }
  return folded.substr(start, end - start);
}

bool stands_where(const Cue& cue, const Line& line) {
  if (line.characters > cue.longest) return false;
  if (cue.where == Where::tail) return line.place == Place::tail;
  if (cue.where == Where::edges) return line.place != Place::inside;
  if (cue.where == Where::links) return line.link_density >= 0.3;
  return true;
}

}  // namespace

bool is_breadcrumb(std::string_view folded) {
  static constexpr std::array<std::string_view, 5> kSeparators = {">", "»", "›", "→", " / "};
  for (const std::string_view separator : kSeparators) {
    std::size_t pieces = 0, at = 0;
    bool good = true;
    while (good && at <= folded.size()) {
      const std::size_t end = std::min(folded.find(separator, at), folded.size());
      const std::string_view piece = unicode::trim(folded.substr(at, end - at));
      // An empty last piece: the page's own name was left out.
      good = utf8::length(piece) <= kPieceCharacters && (!piece.empty() || end == folded.size() || pieces > 0);
      if (!piece.empty()) ++pieces;
      at = end + separator.size();
    }
    if (good && pieces >= 2 && pieces <= kPieces) return true;
  }
  return false;
}

std::size_t cue_count() { return cues().size(); }

std::optional<Verdict> match_cues(const Line& line) {
  if (const auto kind = only_buttons(line.folded)) return Verdict{*kind, "nothing but the words of buttons"};
  const std::string_view core = without_marks(line.folded);
  for (const Compiled& c : cues()) {
    if (stands_where(*c.cue, line) && c.pattern.search(c.without_marks ? core : line.folded)) {
      return Verdict{c.cue->kind, std::string(c.cue->why), c.cue->opens_section};
    }
  }
  return page_talk(line);
}

}  // namespace winnow::cleaning
