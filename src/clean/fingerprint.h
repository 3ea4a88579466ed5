// What tells two articles apart. Pure, safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::cleaning {

struct Fingerprint {
  // Of the text's letters and digits alone (case, width, space and punctuation aside): equal for exact copies. In hex.
  std::string content;
  // 64-bit SimHash over word shingles (characters for Chinese, Japanese and Korean): near copies differ in few bits.
  std::uint64_t near = 0;
};

[[nodiscard]] Fingerprint fingerprint(std::string_view text);

}  // namespace winnow::cleaning
