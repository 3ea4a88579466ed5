// The table-free inverse of the mirror's bytes. The mirror put readings between the bytes of a text, and where a key's
// two bytes were the end of one character and the start of the next, all that follows was read one byte off. The walk
// over what is shown gives the original bytes again; where a byte was eaten, all that it may have been are followed
// side by side, and the likeliest text wins. Pure, linear: the number of readings followed is bounded.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "repair/mirror/census.h"
#include "repair/mirror/table.h"

namespace winnow::repair::mirror {

// A place where bytes were lost and a model chose: `margin` is the natural logarithm of how much likelier the chosen
// text is than the next one.
struct Choice {
  std::size_t at = 0;  // code point of the original
  double margin = 0;
  bool lost = false;  // nothing chooses: U+FFFD stands there
};

// A stretch that was read one byte off: where it is shown, and where its original stands.
struct Stretch {
  std::size_t from = 0, to = 0;
  std::size_t start = 0, end = 0;
};

// A reading that was dropped: where it is shown, and where its key stands in the original.
struct Dropped {
  std::size_t from = 0, to = 0;
  std::size_t at = 0;
};

// A key that the table doesn't have, or not with that reading, and that the line shows all the same.
struct FoundKey {
  std::uint16_t bytes = 0;
  std::uint16_t syllable = 0;
};

struct Original {
  std::u32string text;  // Traditional
  std::vector<Choice> choices;
  std::vector<Stretch> stretches;
  std::vector<FoundKey> keys;
  std::size_t readings = 0;      // that were dropped
  std::vector<Dropped> dropped;  // each of them; only where asked for
};

// The original of one line of a document with that table.
[[nodiscard]] Original unshift(std::u32string_view shown, const Table& table, const Census& census, bool list_dropped);

}  // namespace winnow::repair::mirror
