// UTF-8 to code points and back for repairs that work on a whole segment at once: inline, for speed. An ill-formed
// byte reads as U+FFFD. Pure, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/utf8.h"

namespace winnow::repair {

using Points = std::u32string;

inline constexpr char32_t kWider = 0xFEE0;  // from ASCII to its full-width form

// As utf8::next; characters of up to three bytes without a call.
[[nodiscard]] inline char32_t next_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
  const unsigned first = byte(0);
  if (first < 0x80) return ++at, first;
  if (first >= 0xC2 && first < 0xE0 && at + 1 < text.size() && (byte(1) & 0xC0U) == 0x80) {
    const char32_t c = (first & 0x1FU) << 6U | (byte(1) & 0x3FU);
    return at += 2, c;
  }
  if (first > 0xE0 && first < 0xED && at + 2 < text.size() && (byte(1) & 0xC0U) == 0x80 && (byte(2) & 0xC0U) == 0x80) {
    const char32_t c = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return at += 3, c;
  }
  return utf8::next(text, at);
}

// Writes a code point, no surrogate, at `to`; the place behind it.
[[nodiscard]] inline char* put_point(char* to, char32_t c) {
  const auto put = [&to](char32_t byte) { *to++ = static_cast<char>(byte); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | c >> 6U), put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | c >> 12U), put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | c >> 18U), put(0x80U | (c >> 12U & 0x3FU)), put(0x80U | (c >> 6U & 0x3FU)), put(0x80U | (c & 0x3FU));
  }
  return to;
}

[[nodiscard]] Points to_points(std::string_view text);
[[nodiscard]] std::string to_text(std::u32string_view points);

}  // namespace winnow::repair
