// How likely Simplified Chinese characters stand beside each other: counted from the frequencies of some 330,000 words
// (jieba's dictionary), in tables that the build makes, compiled in. Only good for choosing between readings of a
// damaged place; Traditional characters are nearly unknown to it. Pure, safe from any thread, no allocation.
//
// Probabilities are natural logarithms, never infinite. A character that is no ideograph (punctuation, Latin, digits,
// also U+0000 for the end of a text) is the border of a word.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace winnow::han {

// Of the character anywhere.
[[nodiscard]] float log_character(char32_t c);

// Of `b` where `a` stands before it: as the next character of a word, or as the first of the next word.
[[nodiscard]] float log_pair(char32_t a, char32_t b);

// Words of 2 to 4 characters: 0 where it is none, else 1 to 255, where 16 more are e times as frequent (`log_word`).
inline constexpr std::size_t kLongestWord = 4;
[[nodiscard]] std::uint8_t word_weight(std::u32string_view word);
// Of a word with that weight, among all words. Precondition: weight > 0.
[[nodiscard]] float log_word(std::uint8_t weight);

}  // namespace winnow::han
