#include "repair/mirror/script.h"

#include <algorithm>
#include <array>

#include "base/gbk.h"
#include "base/han.h"
#include "base/han_model.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::size_t kConverted = 3;  // so often, and never the other one: the mirror made it

// A quotation in Japanese has its own characters for both scripts'.
bool is_japanese(std::u32string_view text) {
  constexpr std::ptrdiff_t kOneIn = 8;
  const auto kana = std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x3041 && c <= 0x30FA; });
  return kana * kOneIn > static_cast<std::ptrdiff_t>(text.size());
}

// The likeliest division of the text into words: its logarithm.
float word_score(std::u32string_view text) {
  constexpr std::size_t kMost = 16;
  constexpr float kAlone = -2;  // a character by itself is no word yet
  std::array<float, kMost + 1> best{};
  const std::size_t size = std::min(text.size(), kMost);
  for (std::size_t end = 1; end <= size; ++end) {
    best[end] = best[end - 1] + han::log_character(text[end - 1]) + kAlone;
    for (std::size_t length = 2; length <= std::min(end, han::kLongestWord); ++length) {
      const std::uint8_t weight = han::word_weight(text.substr(end - length, length));
      if (weight != 0) best[end] = std::max(best[end], best[end - length] + han::log_word(weight));
    }
  }
  return best[size];
}

// 显著 and 著作 are words with 著; 看着 and 意味着 are none.
bool reads_better_with_zhe(std::u32string_view text, std::size_t at) {
  constexpr std::size_t kAround = 4;
  constexpr float kUsual = 1;  // 着 is the commoner by far
  const std::size_t from = at > kAround ? at - kAround : 0;
  std::u32string window(text.substr(from, at + kAround + 1 - from));
  window[at - from] = U'著';
  const float zhu = word_score(window);
  window[at - from] = U'着';
  return word_score(window) + kUsual > zhu;
}

}  // namespace

bool simplify(std::u32string& text, const Census& census) {
  if (is_japanese(text)) return false;
  bool changed = han::simplify_in_place(text, [&](char32_t traditional, char32_t simplified, bool made) {
    if (gbk::bytes(simplified) == 0) return true;  // what CP936 doesn't have was in no article that the mirror read
    const std::size_t left = census.count(simplified), there = census.count(traditional);
    // Characters that were cut apart show now and then what nobody wrote.
    return made ? left > there : left != 0 || there < kConverted;
  });
  for (std::size_t at = text.find(U'著'); at != text.npos; at = text.find(U'著', at + 1)) {
    if (!reads_better_with_zhe(text, at)) continue;
    text[at] = U'着';
    changed = true;
  }
  return changed;
}

}  // namespace winnow::repair::mirror
