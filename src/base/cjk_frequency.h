// How rare a character is in Chinese, Japanese and Korean of today: what tells the encodings of East Asia from each
// other, and their texts from others. Pure, constant time, safe from any thread.
#pragma once

namespace winnow {

enum class CjkScript { simplified, traditional, japanese, korean };

// Minus the binary logarithm of the character's share of such a text, in bits, about: 6 to 14 for what is commonly
// written, 18 for rare characters, over 20 for what nobody writes there, and most for U+FFFD.
[[nodiscard]] double cjk_bits(CjkScript script, char32_t c);

// What an ASCII character costs in any text; texts that compete are compared over all their characters.
[[nodiscard]] constexpr double ascii_bits(char32_t c) {
  return c >= 0x20 || c == '\t' || c == '\n' || c == '\r' || c == '\f' ? 5.0 : 25.0;
}
inline constexpr double kErrorBits = 40.0;

}  // namespace winnow
