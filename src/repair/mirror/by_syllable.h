// The characters of GBK that a mirror may have put a mark behind, where the second byte was eaten: by the first byte
// and the reading. Pure, safe from any thread; the index is made of constant tables when it is first asked for, in
// about a millisecond.
#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace winnow::repair::mirror {

// A reading, and the second byte (81 to FE) of a character that has it.
using SecondByte = std::pair<std::uint16_t, std::uint8_t>;

// Empty where no character has that first byte and that reading. Precondition: `lead` is a lead byte.
[[nodiscard]] std::span<const SecondByte> characters_with(unsigned lead, std::uint16_t syllable);

}  // namespace winnow::repair::mirror
