// Whether two texts are nearly one: what a look by hashes (near_index.h) has found is compared word by word, since
// stories that are told by the same template have near hashes too. Pure, safe from any thread.
#pragma once

#include <string_view>

namespace winnow::store {

// The part of the longer text's runs of three words (characters of Chinese, Japanese, Korean) that the other has too, 0
// to
// 1. Case, width, script and punctuation make no difference. With 3 % of the words edited it is 0.91.
[[nodiscard]] double resemblance(std::string_view a, std::string_view b);

inline constexpr double kNearlyOne = 0.75;

}  // namespace winnow::store
