// What tells two articles apart. Pure, safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::cleaning {

struct Fingerprint {
  // Of the text's letters and digits alone (case, width, space and punctuation aside): equal for exact copies. In hex.
  std::string content;
  // 64-bit SimHash of the words (characters and pairs of them for Chinese, Japanese and Korean), the longer ones
  // weighing more: near copies differ in few bits, 11 at most where 3 % of the words were edited.
  std::uint64_t near = 0;
};

[[nodiscard]] Fingerprint fingerprint(std::string_view text);

}  // namespace winnow::cleaning
