#include "repair/codec.h"

#include <algorithm>

#include "base/single_byte.h"

namespace winnow::repair {

Codec::Codec(std::string_view encoding) : encoding_(encoding) {
  if (encoding == "windows-1252") {
    for (unsigned c = 0x80; c < 0xA0; ++c) low_[c] = static_cast<std::uint8_t>(c);
  }
  const HighHalf half = single_byte(encoding).value_or(HighHalf{});
  for (std::size_t i = 0; i < half.size(); ++i) {
    const char32_t c = half[i];
    const auto byte = static_cast<std::uint8_t>(0x80 + i);
    if (c >= 0x80 && c < low_.size()) low_[c] = byte;
    if (c >= low_.size() && c != 0xFFFD) high_.emplace_back(c, byte);
  }
  std::sort(high_.begin(), high_.end());
}

std::uint8_t Codec::byte_of(char32_t c) const {
  if (c < low_.size()) return low_[c];
  const auto found = std::lower_bound(high_.begin(), high_.end(), std::pair<char32_t, std::uint8_t>{c, 0});
  return found != high_.end() && found->first == c ? found->second : std::uint8_t{0};
}

}  // namespace winnow::repair
