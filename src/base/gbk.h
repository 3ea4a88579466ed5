// The two-byte characters of GBK (code page 936) by table: for text that was cut or searched as bytes, where a
// converter for whole texts (converter.h) is no help. Pure, safe from any thread.
//
// All pairs of the user-defined areas have their private-use characters (FCEE is U+E3F9), as in code page 936 and in
// GB 18030-2000. € is A2E3 here, and the single byte 80 in code page 936.
#pragma once

#include <cstdint>

namespace winnow::gbk {

// The character of a lead byte (81–FE) and a trail byte (40–7E, 80–FE); 0 for any other two values.
[[nodiscard]] char32_t character(unsigned lead, unsigned trail);

// lead << 8 | trail; 0 where the character has no two bytes. Characters that later editions of GB 18030 put in place of
// private-use ones (U+1E3F, U+9FB4, ...) have the same bytes as those; `character` gives the private-use one.
[[nodiscard]] std::uint16_t bytes(char32_t c);

[[nodiscard]] constexpr bool is_lead(unsigned byte) { return byte >= 0x81 && byte <= 0xFE; }
[[nodiscard]] constexpr bool is_trail(unsigned byte) { return byte >= 0x40 && byte <= 0xFE && byte != 0x7F; }

}  // namespace winnow::gbk
