// The mark that the mirror leaves: a reading in brackets behind a character, 國(guó), or what is left of one whose
// first bracket was eaten, ?guó). Pure, total.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace winnow::repair::mirror {

struct Mark {
  std::uint16_t syllable = 0;  // base/pinyin.h; 0: there is no mark
  std::size_t size = 0;        // characters from the opening "(" or "?" to the closing bracket
  explicit operator bool() const { return syllable != 0; }
};

inline constexpr std::size_t kLongestMark = 32;  // with marks inside it

// The mark whose opening sign, "(" or "?", stands at `at`. Some mirrors write a space before the bracket closes.
[[nodiscard]] Mark mark_at(std::u32string_view text, std::size_t at);

}  // namespace winnow::repair::mirror
