// How likely bytes are in an encoding, in bits, fewer for likelier: short texts without a label are told apart by it.
// The East Asian encodings are judged by how rare their characters are, the single-byte ones by letters, their case and
// their neighbours, roughly: enough to tell East Asian bytes from all others. Pure, linear, safe from any thread.
#pragma once

#include <string_view>

namespace winnow::decode {

// For an East Asian encoding by its WHATWG name; of UTF-8 and UTF-16 too. Other names: infinity.
[[nodiscard]] double east_asian_bits(std::string_view encoding, std::string_view bytes);

// For a single-byte encoding by its WHATWG name. Other names: infinity.
[[nodiscard]] double single_byte_bits(std::string_view encoding, std::string_view bytes);

// The likeliest single-byte encoding, of those that differ much; the first of several is windows-1252.
struct SingleByte {
  std::string_view encoding;
  double bits = 0;
};
[[nodiscard]] SingleByte best_single_byte(std::string_view bytes);

}  // namespace winnow::decode
