#include "clean/shape.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/function_words.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kMostPieces = 300;
constexpr std::size_t kLongestLabel = 24;  // characters before the colon
constexpr std::size_t kFewestPieces = 3;   // with fewer, spaces part the pieces of a text whose words are not spaced

bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }

bool is_strong_separator(char32_t c) {
  if (c < 0x80) return std::string_view(",_|;/~+*<>[]").find(static_cast<char>(c)) != std::string_view::npos;
  return is_in(U"、\u00B7•【】★☆●◆■→‖¦", c);
}
bool is_dash(char32_t c) { return c == U'-' || c == U'–' || c == U'—'; }
bool is_sentence_mark(char32_t c) { return is_in(U"。“”„«»《》「」『』()", c); }
bool is_sentence_end(char32_t c) { return is_in(U".!?…:", c); }

// Words that head such a list where no colon follows.
constexpr std::string_view kLabels[] = {
    "关键词",        "关键字",         "标签",      "キーワード",     "タグ",          "키워드",
    "태그",          "keywords",       "key words", "index terms",    "tags",          "schlagwörter",
    "schlagworte",   "mots-clés",      "mots clés", "palabras clave", "etiquetas",     "palavras-chave",
    "parole chiave", "słowa kluczowe", "tagi",      "теги",           "ключевые слова"};

bool starts_with_label(std::string_view text) {
  while (!text.empty() && (text.front() == '[' || text.front() == ' ')) text.remove_prefix(1);
  if (text.starts_with("【")) text.remove_prefix(std::string_view("【").size());
  return std::any_of(std::begin(kLabels), std::end(kLabels),
                     [text](std::string_view label) { return text.starts_with(label); });
}

// "Zutaten: Mehl, Eier": a colon behind the first words, before anything that parts pieces.
bool has_label(std::string_view text) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size() && characters <= kLongestLabel; ++characters) {
    const char32_t c = utf8::next(text, at);
    if (c == U':') return characters > 0;
    if (is_strong_separator(c)) return false;
  }
  return false;
}

bool has_address(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos;
}

bool ends_as_sentence(std::string_view text) {
  std::size_t at = text.size();
  return at > 0 && is_sentence_end(utf8::previous(text, at));
}

class Cutter {
 public:
  explicit Cutter(std::string_view text) : text_(text) {}

  // `spaces`: a space parts pieces too.
  std::vector<std::string_view> cut(bool spaces) {
    pieces_.clear();
    start_ = 0;
    char32_t before = U' ';
    for (std::size_t at = 0; at < text_.size();) {
      const std::size_t here = at;
      const char32_t c = utf8::next(text_, at);
      if (is_strong_separator(c) || (spaces && c == U' ') || parts_as_dash(c, before, at)) close(here, at);
      before = c;
    }
    close(text_.size(), text_.size());
    return std::move(pieces_);
  }

 private:
  // Not the hyphen in a word: one with space or an unspaced script beside it.
  bool parts_as_dash(char32_t c, char32_t before, std::size_t next) const {
    if (!is_dash(c)) return false;
    if (c != U'-' || next >= text_.size()) return true;
    const char32_t after = utf8::next(text_, next);
    return before == U' ' || after == U' ' || before == U'-' || after == U'-' || unicode::is_cjk(before) ||
           unicode::is_cjk(after);
  }

  void close(std::size_t end, std::size_t next) {
    const std::string_view piece = unicode::trim(text_.substr(start_, end - start_));
    start_ = next;
    if (!piece.empty() && pieces_.size() < kMostPieces) pieces_.push_back(piece);
  }

  std::string_view text_;
  std::vector<std::string_view> pieces_;
  std::size_t start_ = 0;
};

struct Counter {
  Shape& shape;
  std::array<std::size_t, kScripts> scripts{};
  std::size_t small = 0, marks = 0, lists = 0, hiragana = 0;
  bool in_number = false;

  void character(char32_t c) {
    ++shape.characters;
    if (c == U':' && !in_number) shape.colon = true;
    in_number = unicode::is_digit(c);
    if (c == U'、') ++lists;
    if (is_strong_separator(c)) ++marks;
    if (!unicode::is_letter(c)) return;
    ++shape.letters;
    ++scripts[static_cast<std::size_t>(script_of_letter(c))];
    if (unicode::is_cjk(c)) ++shape.cjk;
    if (is_function_character(c)) ++small;
    if (c >= 0x3041 && c <= 0x309F) ++hiragana;
  }

  void settle() {
    shape.script = static_cast<Script>(std::max_element(scripts.begin(), scripts.end()) - scripts.begin());
    if (scripts[static_cast<std::size_t>(Script::kana)] * 6 > shape.letters) shape.script = Script::kana;
    shape.enumeration = marks > 0 && lists * 2 > marks;
    const auto all = static_cast<double>(std::max<std::size_t>(shape.cjk, 1));
    // Half of a Japanese sentence is hiragana.
    if (shape.dense()) shape.function = std::max(static_cast<double>(small), static_cast<double>(hiragana) * 0.2) / all;
  }
};

// Calls `visit` with each word between spaces and marks.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  std::size_t start = std::string_view::npos;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t here = at;
    const char32_t c = utf8::next(text, at);
    const bool inner = unicode::is_letter(c) || unicode::is_digit(c) || c == U'\'' || c == U'-' || c == U'’';
    if (inner && start == std::string_view::npos) start = here;
    if (!inner && start != std::string_view::npos) {
      visit(text.substr(start, here - start));
      start = std::string_view::npos;
    }
  }
  if (start != std::string_view::npos) visit(text.substr(start));
}

void count_words(std::string_view text, Shape& shape) {
  std::size_t small = 0;
  for_each_word(text, [&](std::string_view word) {
    ++shape.words;
    if (shape.script == Script::hangul ? has_korean_ending(word) : is_function_word(word)) ++small;
  });
  if (!shape.dense() && shape.words > 0) shape.function = static_cast<double>(small) / static_cast<double>(shape.words);
}

// What stands in several pieces: words, or pairs of characters where words are not spaced.
double repeated_share(const Shape& shape) {
  std::unordered_map<std::uint64_t, std::size_t> last;  // unit -> the piece that it was last seen in, from 1
  std::size_t all = 0, again = 0;
  const auto see = [&](std::string_view unit, std::size_t piece) {
    std::size_t& seen = last[hash64(unit)];
    if (seen == piece) return;
    ++all;
    if (seen != 0) ++again;
    seen = piece;
  };
  for (std::size_t i = 0; i < shape.pieces.size(); ++i) {
    const std::string_view piece = shape.pieces[i];
    if (!shape.dense()) {
      for_each_word(piece, [&](std::string_view word) {
        if (!is_function_word(word)) see(word, i + 1);
      });
      continue;
    }
    for (std::size_t at = 0, before = std::string_view::npos; at < piece.size();) {
      const std::size_t here = at;
      const bool letter = unicode::is_letter(utf8::next(piece, at));
      if (letter && before != std::string_view::npos) see(piece.substr(before, at - before), i + 1);
      before = letter ? here : std::string_view::npos;
    }
  }
  return all == 0 ? 0 : static_cast<double>(again) / static_cast<double>(all);
}

// "2-1", "200 g", "+1.5%", not "123movies".
bool holds_number(std::string_view piece) {
  constexpr std::string_view kDigits = "0123456789";
  constexpr std::size_t kLongestUnit = 2;
  for (std::size_t at = piece.find_first_of(kDigits); at != std::string_view::npos;) {
    const std::size_t end = std::min(piece.find_first_not_of(kDigits, at), piece.size());
    std::size_t letters = 0;
    while (end + letters < piece.size() && piece[end + letters] >= 'a' && piece[end + letters] <= 'z') ++letters;
    if (letters <= kLongestUnit) return true;
    at = piece.find_first_of(kDigits, end);
  }
  return false;
}

// In a row of words ("250 g flour 3 eggs") each number is a piece of its own.
void look_at_pieces(Shape& shape, bool row) {
  std::size_t digits = 0, marked = 0, shortest = std::string_view::npos, longest = 0;
  for (const std::string_view piece : shape.pieces) {
    const std::size_t length = utf8::length(piece);
    shortest = std::min(shortest, length);
    longest = std::max(longest, length);
    if (holds_number(piece)) ++digits;
    if (piece.front() == '#') ++marked;
  }
  shape.numbers = digits * (row ? 4 : 2) > shape.pieces.size();
  shape.even = shape.pieces.size() > 1 && shortest == longest;
  if (marked * 2 > shape.pieces.size()) shape.labelled = true;
  shape.repeated = repeated_share(shape);
}

}  // namespace

bool is_sentence(std::string_view folded) {
  if (ends_as_sentence(folded) || has_address(folded) || folded.find_first_of("()") != std::string_view::npos)
    return true;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (c >= 0x80 && is_sentence_mark(c)) return true;
  }
  return false;
}

Shape shape_of(std::string_view text) {
  Shape shape;
  Counter counter{shape};
  for (std::size_t at = 0; at < text.size();) counter.character(utf8::next(text, at));
  counter.settle();
  count_words(text, shape);
  shape.sentence = is_sentence(text);
  shape.labelled = has_label(text) || starts_with_label(text);
  shape.pieces = Cutter(text).cut(shape.dense());
  // Nothing but words in a row: each is a piece.
  const bool row = !shape.dense() && shape.pieces.size() < kFewestPieces;
  if (row) shape.pieces = Cutter(text).cut(true);
  look_at_pieces(shape, row);
  return shape;
}

bool is_capitalised(std::string_view text) {
  std::size_t words = 0, capitals = 0;
  for_each_word(text, [&](std::string_view word) {
    std::size_t at = 0;
    const char32_t c = utf8::next(word, at);
    if (!unicode::is_letter(c)) return;
    ++words;
    if (unicode::is_upper(c)) ++capitals;
  });
  return words > 0 && capitals * 5 >= words * 4;
}

}  // namespace winnow::cleaning
