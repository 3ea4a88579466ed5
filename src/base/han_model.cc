#include "base/han_model.h"

#include <algorithm>
#include <cmath>
#include <iterator>

namespace winnow::han {
namespace {

#include "han_model_tables.inc"

// What follows the end of a word is punctuation so often.
constexpr float kLogBorder = -1.65F;

std::size_t number_of(char32_t c) {
  const char32_t page = c >> 8;
  return page < std::size(kPages) ? kNumbers[kPages[page]][c & 0xFF] : 0;
}

// Private-use characters are what damage makes of ideographs.
bool is_ideograph(char32_t c) {
  return (c >= 0x3400 && c < 0xA000) || c == 0x3007 || (c >= 0xE000 && c < 0xFB00) || c >= 0x20000;
}

constexpr std::size_t kNone = std::size_t(-1);

// Where the tables of pairs have this one.
std::size_t pair_of(std::size_t a, std::size_t b) {
  const auto* const end = kSecond + kPairsAt[a + 1];
  const auto* const at = std::lower_bound(kSecond + kPairsAt[a], end, b);
  return at != end && *at == b ? static_cast<std::size_t>(at - kSecond) : kNone;
}

template <std::size_t Size>
std::uint8_t weight_of(const std::uint64_t (&words)[Size], const std::uint8_t (&weights)[Size], std::uint64_t key) {
  const auto* const at = std::lower_bound(words, words + Size, key);
  return at != words + Size && *at == key ? weights[at - words] : std::uint8_t{0};
}

}  // namespace

float log_character(char32_t c) { return std::log(kAnywhere[number_of(c)]); }

float log_pair(char32_t a, char32_t b) {
  const std::size_t before = number_of(a);
  const std::size_t after = number_of(b);
  const float ends = is_ideograph(a) ? kEnds[before] : 1.F;
  if (after == 0 && !is_ideograph(b)) return std::log(ends) + kLogBorder;
  const std::size_t pair = pair_of(before, after);
  if (pair != kNone) return static_cast<float>(kPairLog[pair]) / -kPairStep;
  return std::log(ends * kBegins[after] + kAny * kAnywhere[after]);
}

std::uint8_t word_weight(std::u32string_view word) {
  if (word.size() < 2 || word.size() > kLongestWord) return 0;
  std::uint64_t key = 0;
  for (const char32_t c : word) {
    const std::size_t number = number_of(c);
    if (number == 0) return 0;
    key = key << 14 | number;
  }
  if (word.size() == 4) return weight_of(kFourWords, kFourWeight, key);
  if (word.size() == 3) return weight_of(kThreeWords, kThreeWeight, key);
  const std::size_t pair = pair_of(number_of(word[0]), number_of(word[1]));
  return pair != kNone ? kPairWeight[pair] : std::uint8_t{0};
}

float log_word(std::uint8_t weight) { return static_cast<float>(weight - 1) / kStep - kLogWords; }

}  // namespace winnow::han
