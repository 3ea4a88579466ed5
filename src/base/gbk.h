// The two-byte characters of GBK (code page 936) by table: for text that was cut or searched as bytes, where a
// converter for whole texts (converter.h) is no help. Pure, safe from any thread.
//
// All pairs of the user-defined areas have their private-use characters (FCEE is U+E3F9), as in code page 936 and in
// GB 18030-2000. € is A2E3 here, and the single byte 80 in code page 936.
#pragma once

#include <cstddef>
#include <cstdint>

namespace winnow::gbk {

namespace tables {  // made at build time (gbk_tables.py); here so that the look-ups are inline
inline constexpr std::size_t kPageCount = 0x300;  // of 256 code points: up to the second plane
extern const char16_t kCharacters[126][191];
extern const std::uint8_t kPages[kPageCount];
extern const std::uint16_t kPairs[][256];
}  // namespace tables

[[nodiscard]] constexpr bool is_lead(unsigned byte) { return byte >= 0x81 && byte <= 0xFE; }
[[nodiscard]] constexpr bool is_trail(unsigned byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }

// The character of a lead byte (81–FE) and a trail byte (40–7E, 80–FE); 0 for any other two values.
[[nodiscard]] inline char32_t character(unsigned lead, unsigned trail) {
  return is_lead(lead) && is_trail(trail) ? tables::kCharacters[lead - 0x81][trail - 0x40] : 0;
}

// lead << 8 | trail; 0 where the character has no two bytes. Characters that later editions of GB 18030 put in place of
// private-use ones (U+1E3F, U+9FB4, ...) have the same bytes as those; `character` gives the private-use one.
[[nodiscard]] inline std::uint16_t bytes(char32_t c) {
  const char32_t page = c >> 8U;
  return page < tables::kPageCount ? tables::kPairs[tables::kPages[page]][c & 0xFFU] : std::uint16_t{0};
}

}  // namespace winnow::gbk
