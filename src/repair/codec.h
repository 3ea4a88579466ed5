// Single-byte encodings as mojibake.h needs them: which byte a character was. Immutable. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::repair {

class Codec {
 public:
  // A WHATWG name. windows-1252 also takes the C1 controls as themselves, so that it undoes ISO-8859-1 too.
  explicit Codec(std::string_view encoding);

  // The byte from 0x80 that `c` stands for; 0 where it stands for none.
  [[nodiscard]] std::uint8_t byte_of(char32_t c) const;
  [[nodiscard]] std::string_view encoding() const { return encoding_; }

 private:
  std::string encoding_;
  std::array<std::uint8_t, 0x530> low_{};                // characters up to Cyrillic
  std::vector<std::pair<char32_t, std::uint8_t>> high_;  // the others, sorted
};

}  // namespace winnow::repair
