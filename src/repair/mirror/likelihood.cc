#include "repair/mirror/likelihood.h"

#include <string_view>

#include "base/han.h"
#include "base/han_model.h"
#include "base/unicode.h"

namespace winnow::repair::mirror {
namespace {

constexpr float kSimplifiedOnly = -6;  // the mirror would have converted it

// What stands between words, by how often it does in news.
float sign(char32_t c) {
  constexpr std::u32string_view kCommon = U"，。、,“”";
  constexpr std::u32string_view kUsual = U"：；？！（）《》:;?!()·…—‘’「」『』【】";
  if (kCommon.find(c) != std::u32string_view::npos) return -2;
  if (kUsual.find(c) != std::u32string_view::npos) return -4;
  if (c < 0x80) return -3.5F;
  if (c >= 0xFF01 && c <= 0xFF5E) return -7;
  if (c >= 0xE000 && c < 0xF900) return -16;
  return c >= 0x3000 && c < 0x3400 ? -9 : -10;
}

}  // namespace

float likelihood(char32_t last, char32_t c) {
  const char32_t before = han::simplified(last);
  if (c == 0) return han::log_pair(before, U' ');
  if (!unicode::is_han(c) || c == U'々') return han::log_pair(before, U' ') + sign(c);
  return han::log_pair(before, han::simplified(c)) + (han::is_simplified_only(c) ? kSimplifiedOnly : 0);
}

}  // namespace winnow::repair::mirror
