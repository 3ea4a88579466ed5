// Sixteen bytes of a text at once, by the compiler's vector extension (GCC and clang; SSE2 on x86-64, NEON on ARM):
// what the scans over whole texts are written in. A condition is a Block too: 0xFF where it holds, else 0. Pure.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace winnow {

using Block = std::uint8_t __attribute__((vector_size(16)));
inline constexpr std::size_t kBlockSize = sizeof(Block);

// Precondition: `at` points to kBlockSize bytes at least.
[[nodiscard]] inline Block block_at(const char* at) {
  Block block;
  std::memcpy(&block, at, kBlockSize);
  return block;
}

[[nodiscard]] inline Block is(Block block, std::uint8_t byte) { return Block(block == byte); }
[[nodiscard]] inline Block is_at_least(Block block, std::uint8_t low) { return Block(block >= low); }
[[nodiscard]] inline Block is_between(Block block, std::uint8_t low, std::uint8_t high) {
  return Block(Block(block - low) <= static_cast<std::uint8_t>(high - low));
}

[[nodiscard]] inline bool any(Block condition) {
  std::uint64_t halves[2];
  std::memcpy(halves, &condition, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

}  // namespace winnow
