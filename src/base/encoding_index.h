// Where ICU's tables are not the indexes of the WHATWG Encoding Standard (section 5). ICU gives private or control
// characters there, so a text without those needs none of this. Pure, safe from any thread.
#pragma once

#include <string_view>

namespace winnow {

enum class Index { none, big5, euc_jp, euc_kr, gb18030, shift_jis };

// Of the encoding named; none for those whose index ICU has.
[[nodiscard]] Index index_of(std::string_view encoding);

[[nodiscard]] constexpr bool may_differ(char16_t c) { return (c >= 0x80 && c < 0xA0) || (c >= 0xE000 && c <= 0xF8FF); }

// What stands in the index for a character of ICU's that may differ.
struct Indexed {
  char16_t character = 0;  // U+FFFD: an error
  char16_t more = 0;       // a second character; or the ASCII byte that an error must not eat. 0: none
};
[[nodiscard]] Indexed indexed(Index index, char16_t c);

}  // namespace winnow
