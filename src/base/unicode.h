// Properties and transformations of Unicode text: the one home of ICU's normaliser and property tables
// (its converters are in converter.h, its time zones in zone.h). Text is UTF-8; pure, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace winnow::unicode {

[[nodiscard]] std::string nfc(std::string_view text);
[[nodiscard]] bool is_nfc(std::string_view text);   // quick: no allocation where the text is in NFC
[[nodiscard]] std::string nfkc(std::string_view text);
[[nodiscard]] std::string fold(std::string_view text);   // full case folding
[[nodiscard]] std::string lower(std::string_view text);  // root locale

[[nodiscard]] bool is_letter_beyond_ascii(char32_t c);
[[nodiscard]] bool is_digit_beyond_ascii(char32_t c);
[[nodiscard]] bool is_space_beyond_ascii(char32_t c);
[[nodiscard]] inline bool is_letter(char32_t c) {
  return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : is_letter_beyond_ascii(c);
}
[[nodiscard]] inline bool is_digit(char32_t c) {  // any decimal digit (Nd)
  return c < 0x80 ? c >= '0' && c <= '9' : is_digit_beyond_ascii(c);
}
[[nodiscard]] inline bool is_space(char32_t c) {  // White_Space, and U+FEFF, U+200B
  return c < 0x80 ? c == ' ' || (c >= 0x09 && c <= 0x0D) : is_space_beyond_ascii(c);
}
[[nodiscard]] bool is_punctuation(char32_t c);
[[nodiscard]] bool is_upper(char32_t c);
[[nodiscard]] bool is_han(char32_t c);
[[nodiscard]] bool is_kana(char32_t c);    // Hiragana or Katakana
[[nodiscard]] bool is_hangul(char32_t c);
[[nodiscard]] inline bool is_cjk(char32_t c) { return c >= 0x1100 && (is_han(c) || is_kana(c) || is_hangul(c)); }
[[nodiscard]] bool is_cyrillic(char32_t c);
[[nodiscard]] bool is_latin(char32_t c);

[[nodiscard]] std::string_view trim(std::string_view text);     // of is_space
[[nodiscard]] std::string collapse(std::string_view text);      // trim, and each run of is_space to one ' '

// Domain to ASCII for a URL's host (UTS 46, non-transitional, as WHATWG URL 3.3 asks); false if it fails.
[[nodiscard]] bool domain_to_ascii(std::string_view domain, bool strict, std::string& ascii);

}  // namespace winnow::unicode
