// UTF-8 by hand: the few operations that every stage needs, without a library. Total over any bytes:
// an ill-formed sequence reads as U+FFFD, one for each maximal subpart (Unicode 15, 3.9, table 3-8).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace winnow::utf8 {

inline constexpr char32_t kReplacement = 0xFFFD;

[[nodiscard]] char32_t next_beyond_ascii(std::string_view text, std::size_t& at);
// The code point at `at`, which is moved behind it. Precondition: at < text.size().
[[nodiscard]] inline char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return next_beyond_ascii(text, at);
  ++at;
  return byte;
}
// The code point that ends before `at`, which is moved to its start. Precondition: 0 < at <= text.size().
[[nodiscard]] char32_t previous(std::string_view text, std::size_t& at);
void append_beyond_ascii(std::string& out, char32_t c);
inline void append(std::string& out, char32_t c) {  // a surrogate or a value past U+10FFFF becomes U+FFFD
  if (c >= 0x80) return append_beyond_ascii(out, c);
  out.push_back(static_cast<char>(c));
}
[[nodiscard]] std::string of(char32_t c);

[[nodiscard]] bool valid(std::string_view text);
[[nodiscard]] bool is_ascii(std::string_view text);
[[nodiscard]] std::string scrub(std::string_view text);   // ill-formed parts become U+FFFD
[[nodiscard]] std::size_t length(std::string_view text);  // in code points
[[nodiscard]] std::u32string decode(std::string_view text);
[[nodiscard]] std::string encode(std::u32string_view text);
// At most `count` code points from the start, cut between characters, "…" appended when cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t count);

}  // namespace winnow::utf8
