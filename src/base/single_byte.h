// The single-byte encodings of the WHATWG Encoding Standard (section 9, and x-user-defined, 14.5) as plain tables.
// Pure, safe from any thread.
#pragma once

#include <array>
#include <optional>
#include <string_view>

namespace winnow {

// What the bytes 0x80 to 0xFF stand for; U+FFFD where there is no character. The bytes below are ASCII.
using HighHalf = std::array<char16_t, 128>;

// Nothing when the name is none of a single-byte encoding.
[[nodiscard]] std::optional<HighHalf> single_byte(std::string_view encoding);

}  // namespace winnow
