// Which characters, and which neighbours, a text seldom has unless something went wrong. They open the gates: too much
// here costs time, too little costs repairs. Pure.
//
// A character that is passed unread by plain.h must have none of these properties, and be led by none.
#pragma once

#include <cstddef>

namespace winnow::repair {

// Something that controls.h may take out or replace.
[[nodiscard]] bool is_suspect_control(char32_t c);
[[nodiscard]] bool is_private_use(char32_t c);

// Whether `c` may compose with, or change places with, its neighbours in normal form C.
[[nodiscard]] bool may_compose(char32_t c);

// Whether `c` stands for the first byte of a UTF-8 sequence in some single-byte encoding.
[[nodiscard]] bool may_lead(char32_t c);
// Whether `c` stands for a byte from 0x80 to 0xBF behind `last` rather than for itself.
[[nodiscard]] bool may_follow(char32_t last, char32_t c);
[[nodiscard]] inline bool is_latin1(char32_t c) { return c >= 0x80 && c < 0x100; }
inline constexpr std::size_t kNoWord = 4;  // so many letters with accents in a row are no word's

// What wrong decodings leave that are not of UTF-8 in a single-byte encoding: UTF-8 read as GBK, Big5 or Shift_JIS,
// what was lost for good, letters of code pages for consoles. The place for further kinds; `last` is 0 behind ASCII.
[[nodiscard]] bool is_of_wrong_decoding(char32_t last, char32_t c);
// An ideograph of the metal radical that no one writes, but that stands for the bytes of UTF-8 in GBK and in Big5.
[[nodiscard]] bool is_rare_metal(char32_t c);

}  // namespace winnow::repair
