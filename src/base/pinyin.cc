#include "base/pinyin.h"

#include <algorithm>
#include <cstddef>
#include <iterator>

namespace winnow::han {
namespace {

#include "pinyin_tables.inc"

static_assert(std::size(kSlots) == 4096 && std::size(kKeys) < 2048);

std::uint64_t letter(char32_t c) {
  const char32_t page = c >> 8;
  return page < std::size(kLetterPages) ? kLetters[kLetterPages[page]][c & 0xFF] : 0;
}

// Eight bits a letter; 0 where a character is no letter of pinyin.
std::uint64_t packed(std::u32string_view syllable) {
  std::uint64_t key = 0;
  for (const char32_t c : syllable) {
    const std::uint64_t code = letter(c);
    if (code == 0) return 0;
    key = key << 8 | code;
  }
  return key;
}

}  // namespace

std::uint16_t syllable_id(std::u32string_view syllable) {
  const std::uint64_t key = syllable.size() <= kLongestSyllable ? packed(syllable) : 0;
  if (key == 0) return 0;
  for (std::size_t at = key * 0x9E3779B97F4A7C15 >> 52; kSlots[at] != 0; at = (at + 1) % std::size(kSlots)) {
    if (kKeys[kSlots[at]] == key) return kSlots[at];
  }
  return 0;
}

std::string_view syllable(std::uint16_t id) {
  if (id >= std::size(kKeys)) return {};
  return std::string_view(kText).substr(kTextAt[id], kTextAt[id + 1] - kTextAt[id]);
}

bool is_toned(std::uint16_t id) { return id < std::size(kToned) && kToned[id]; }

std::span<const std::uint16_t> readings(char32_t c) {
  const char32_t page = c >> 8;
  const std::uint16_t start = page < std::size(kPages) ? kStarts[kPages[page]][c & 0xFF] : 0;
  return std::span(kPool).subspan(start + 1, kPool[start]);
}

bool reads(char32_t c, std::uint16_t syllable) {
  const auto all = readings(c);
  return std::find(all.begin(), all.end(), syllable) != all.end();
}

}  // namespace winnow::han
