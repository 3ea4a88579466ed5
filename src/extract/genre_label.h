// "Ein Bericht von Jane Doe", "Words and pictures: Jane Doe": what kind of piece it is, in front of who made it. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::extract {

// Bytes of such words at the start of a text that is folded to lower case, with the preposition or colon behind them;
// 0 where it begins otherwise.
[[nodiscard]] std::size_t genre_label(std::string_view folded);

}  // namespace winnow::extract
