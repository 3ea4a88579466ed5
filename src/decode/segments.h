// Pages in several encodings: a UTF-8 page with an included header in GBK, a GBK page with a block of UTF-8, UTF-8 with
// single bytes of windows-1252. For texts in which the main encoding has errors; others need none of this. A stretch
// that is too short to tell keeps its U+FFFD: nothing is guessed. Pure, linear, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "winnow/trace.h"

namespace winnow::decode {

struct Mixed {
  std::string utf8;
  std::size_t errors = 0;  // left
  Trace trace;             // a step for each stretch
};

// Decodes in `encoding`, but for the stretches that another one fits. Stretches begin and end at white space, markup
// and quotation marks, which are the same bytes in all encodings that may be mixed.
[[nodiscard]] Mixed by_segments(std::string_view encoding, std::string_view bytes);

// The bytes without the words that are UTF-8 beyond chance, for telling what the rest is in.
[[nodiscard]] std::string without_utf8(std::string_view bytes);

// Whether stretches in other encodings can be told from this one.
[[nodiscard]] bool may_be_mixed(std::string_view encoding);

}  // namespace winnow::decode
