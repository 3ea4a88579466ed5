// How a line is made: one sentence, or many pieces between commas, bars, underscores, brackets or spaces, as lists of
// keywords are. Pure, total, linear.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "clean/familiar.h"

namespace winnow::cleaning {

struct Shape {
  std::size_t characters = 0;
  std::size_t letters = 0, cjk = 0;      // letters; those of them that are Han, kana or hangul
  Script script = Script::other;         // of most letters
  std::vector<std::string_view> pieces;  // with a letter or digit in them; views into the text
  std::size_t words = 0;                 // words between spaces; Han and kana are not counted
  double function = 0;                   // the share of words or characters that sentences need, 0..1
  double repeated = 0;                   // the share of words or pairs that stand in several pieces, 0..1
  bool numbers = false;                  // most pieces hold one
  bool enumeration = false;              // parted by the mark for lists in running text (、)
  bool labelled = false;                 // "Keywords: …", "#a #b": it says itself what it is
  bool sentence = false;                 // marks that running text has and keywords do not
  bool colon = false;                    // behind words, as in headlines
  bool even = false;                     // all pieces of one length, as verses are

  // Most letters are of scripts that do not space their words.
  [[nodiscard]] bool dense() const { return (script == Script::han || script == Script::kana) && cjk * 2 > letters; }
};

// Whether `folded` has what sets Shape::sentence: most lines of an article do, and need no closer look.
[[nodiscard]] bool is_sentence(std::string_view folded);

// `text` is folded.
[[nodiscard]] Shape shape_of(std::string_view text);

// Whether nearly all words begin with a capital, as names do; false where a script has none.
[[nodiscard]] bool is_capitalised(std::string_view text_as_it_stands);

}  // namespace winnow::cleaning
