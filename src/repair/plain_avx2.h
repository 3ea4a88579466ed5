// plain_end for processors with AVX2; plain.h is what others include. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::repair {

[[nodiscard]] bool has_avx2();
// As plain_end, in steps of 32 bytes. Precondition besides its own: has_avx2().
[[nodiscard]] std::size_t plain_end_avx2(std::string_view text, std::size_t at);
// As plain_end, on any processor.
[[nodiscard]] std::size_t plain_end_portable(std::string_view text, std::size_t at);

}  // namespace winnow::repair
