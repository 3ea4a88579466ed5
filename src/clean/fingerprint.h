// What tells two articles apart. Pure, safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace winnow::cleaning {

// Of the text's letters and digits alone (case, width, space and punctuation aside): equal for exact copies.
[[nodiscard]] std::string content_hash(std::string_view text);

// 64-bit SimHash over word shingles (characters for Chinese, Japanese and Korean): near copies differ in few bits.
[[nodiscard]] std::uint64_t simhash(std::string_view text);

}  // namespace winnow::cleaning
