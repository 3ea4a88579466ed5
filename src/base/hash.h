// Stable hashes: what is stored may rely on them for ever. The one home of xxHash. Safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow {

[[nodiscard]] std::uint64_t hash64(std::string_view bytes);  // XXH3, 64 bits
// The same by a seed. Who does not know it can't make many texts of one hash.
[[nodiscard]] std::uint64_t hash64(std::string_view bytes, std::uint64_t seed);
[[nodiscard]] std::string hash128_hex(std::string_view bytes);  // XXH3, 128 bits, 32 hex digits
[[nodiscard]] std::string hex64(std::uint64_t value);           // 16 hex digits

}  // namespace winnow
