#include "repair/mirror/marks.h"

#include <array>

#include "base/pinyin.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::size_t kLongestInner = han::kLongestSyllable + 2;

bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 0xE0 && c < 0x300); }

// The size of "(reading)"; 0 where the text begins otherwise.
std::size_t inner_mark(std::u32string_view text) {
  const std::size_t end = text.find(U')');
  const bool reading = end != std::u32string_view::npos && han::is_toned(han::syllable_id(text.substr(1, end - 1)));
  return reading ? end + 1 : 0;
}

}  // namespace

Mark mark_at(std::u32string_view text, std::size_t at) {
  std::array<char32_t, han::kLongestSyllable> letters;
  std::size_t size = 0;
  std::size_t end = at + 1;
  for (; end < text.size() && size < letters.size() && is_letter(text[end]); ++end) {
    letters[size++] = text[end];
    // The bytes of a reading may hold a key, too: 優(yōu(zī)).
    if (end + 1 < text.size() && text[end + 1] == U'(') end += inner_mark(text.substr(end + 1, kLongestInner));
  }
  if (end < text.size() && (text[end] == U' ' || text[end] == U'\u00A0')) ++end;
  if (end >= text.size() || text[end] != U')') return {};
  return {han::syllable_id({letters.data(), size}), end + 1 - at};
}

}  // namespace winnow::repair::mirror
