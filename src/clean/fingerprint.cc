#include "clean/fingerprint.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kShingle = 3;

bool counts(char32_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }

// Words, and single characters of the scripts that write no spaces: each with a space behind it.
struct Words {
  std::string text;
  std::vector<std::size_t> begins;  // and the end of the text
};

Words words_of(std::string_view text) {
  const std::string folded = unicode::fold(unicode::nfkc(text));
  Words out;
  out.text.reserve(folded.size() + folded.size() / 4);
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(folded, at);
    const bool alone = unicode::is_cjk(c);
    if (!counts(c)) {
      open = false;
      continue;
    }
    if (!open || alone) {
      if (!out.begins.empty()) out.text += ' ';
      out.begins.push_back(out.text.size());
    }
    out.text.append(folded, begin, at - begin);
    open = !alone;
  }
  if (!out.begins.empty()) out.text += ' ';
  out.begins.push_back(out.text.size());
  return out;
}

// Counts for each bit how many of the hashes have it, eight counters to a word: a byte holds 255.
class BitCounts {
 public:
  void add(std::uint64_t hash) {
    for (std::size_t i = 0; i < 8; ++i) {
      const std::uint64_t spread = ((hash >> (8 * i) & 0xFF) * kEachByte) & 0x8040201008040201u;
      packed_[i] += ((spread + 0x7F7F7F7F7F7F7F7Fu) >> 7) & kEachByte;  // each bit of the byte in a byte of its own
    }
    if (++added_ % 255 == 0) unpack();
  }

  [[nodiscard]] std::uint64_t majority() {
    unpack();
    std::uint64_t out = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) {
      if (counts_[bit] * 2 > added_) out |= std::uint64_t{1} << bit;
    }
    return out;
  }

 private:
  static constexpr std::uint64_t kEachByte = 0x0101010101010101u;

  void unpack() {
    for (std::size_t bit = 0; bit < 64; ++bit) counts_[bit] += packed_[bit / 8] >> (8 * (bit % 8)) & 0xFF;
    packed_ = {};
  }

  std::array<std::uint64_t, 8> packed_{};
  std::array<std::uint64_t, 64> counts_{};
  std::uint64_t added_ = 0;
};

std::string hash_of_letters(const Words& words) {
  std::string bare = words.text;
  std::erase(bare, ' ');
  return hash128_hex(bare);
}

// Charikar's SimHash: each bit by the majority of the shingles' hashes.
std::uint64_t simhash_of(const Words& words) {
  const std::size_t count = words.begins.size() - 1;
  BitCounts bits;
  for (std::size_t i = 0; i == 0 || i + kShingle <= count; ++i) {
    const std::size_t begin = words.begins[i], end = words.begins[std::min(i + kShingle, count)];
    bits.add(hash64(std::string_view(words.text).substr(begin, end - begin)));
  }
  return bits.majority();
}

}  // namespace

Fingerprint fingerprint(std::string_view text) {
  const Words words = words_of(text);
  return {hash_of_letters(words), simhash_of(words)};
}

}  // namespace winnow::cleaning
