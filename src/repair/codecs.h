// The single-byte encodings that text is misread in, side by side: which byte a character was in each of them, and
// which part such a byte plays in UTF-8. Tables, built once. Pure, safe from any thread.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace winnow::repair {

// Numbers of encodings, likeliest first. windows-1252 also takes the C1 controls as themselves, so that it undoes
// ISO-8859-1 too.
inline constexpr std::size_t kCodecs = 9;
inline constexpr std::size_t kWindows1252 = 0, kWindows1251 = 1, kWindows1250 = 2, kMacintosh = 3, kWindows1257 = 4,
                             kWindows1253 = 5, kWindows1254 = 6, kIso88592 = 7, kCodePage437 = 8;

// A bit an encoding.
using CodecSet = std::uint16_t;
inline constexpr CodecSet kEveryCodec = (1U << kCodecs) - 1;

// In which encodings a character stands for the first byte of a UTF-8 sequence of 2, 3 or 4 bytes, or for a later one.
struct Roles {
  CodecSet lead2 = 0, lead3 = 0, lead4 = 0, tail = 0;
  [[nodiscard]] CodecSet lead() const { return static_cast<CodecSet>(lead2 | lead3 | lead4); }
};

class Codecs {
 public:
  [[nodiscard]] static const Codecs& tables();
  [[nodiscard]] static std::string_view name(std::size_t codec);

  [[nodiscard]] const Roles& roles(char32_t c) const { return roles_[slot(c)]; }
  // The byte from 0x80 that `c` stands for; 0 where it stands for none.
  [[nodiscard]] std::uint8_t byte_of(std::size_t codec, char32_t c) const { return bytes_[codec][slot(c)]; }

 private:
  Codecs();
  void add(std::size_t codec, unsigned byte, char32_t c);
  [[nodiscard]] std::size_t slot(char32_t c) const {
    return c < 0x10000 ? (std::size_t{pages_[c >> 8U]} << 8U) + (c & 0xFFU) : 0;
  }

  std::array<std::uint8_t, 256> pages_{};  // page 0 is empty
  std::vector<Roles> roles_;
  std::array<std::vector<std::uint8_t>, kCodecs> bytes_;
};

}  // namespace winnow::repair
