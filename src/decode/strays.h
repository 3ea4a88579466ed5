// Single bytes of windows-1252 in UTF-8: quotes, dashes and accented letters that came from elsewhere. Pure, linear,
// safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace winnow::decode {

struct Strays {
  std::string utf8;
  std::size_t strays = 0;  // bytes read as windows-1252
  std::size_t errors = 0;  // left as U+FFFD
};

// UTF-8; a byte or two that are none, between ASCII, are read as windows-1252 where that makes sense: typographic
// signs, and small letters in a Latin word. A half of a character that lost its rest makes none.
[[nodiscard]] Strays with_strays(std::string_view bytes);

}  // namespace winnow::decode
