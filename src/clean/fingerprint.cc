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

// How much a word counts, by its characters: the short ones are those that every text has. A text of short words alone
// is told by them.
constexpr unsigned kShort = 3, kShortWeight = 1, kWeight = 4, kMostWeight = 16;

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

// Counts for each bit how much weighs for it, eight counters to a word: a byte holds 255.
class BitCounts {
 public:
  void add(std::uint64_t hash, unsigned weight) {
    for (std::size_t i = 0; i < 8; ++i) {
      const std::uint64_t spread = ((hash >> (8 * i) & 0xFF) * kEachByte) & 0x8040201008040201u;
      // Each bit of the byte in a byte of its own.
      packed_[i] += (((spread + 0x7F7F7F7F7F7F7F7Fu) >> 7) & kEachByte) * weight;
    }
    total_ += weight;
    if (++packed_times_ == 255 / kMostWeight) unpack();
  }

  [[nodiscard]] std::uint64_t majority() {
    unpack();
    std::uint64_t out = 0;
    for (std::size_t bit = 0; bit < 64; ++bit) {
      if (counts_[bit] * 2 > total_) out |= std::uint64_t{1} << bit;
    }
    return out;
  }

 private:
  static constexpr std::uint64_t kEachByte = 0x0101010101010101u;

  void unpack() {
    for (std::size_t bit = 0; bit < 64; ++bit) counts_[bit] += packed_[bit / 8] >> (8 * (bit % 8)) & 0xFF;
    packed_ = {};
    packed_times_ = 0;
  }

  std::array<std::uint64_t, 8> packed_{};
  std::array<std::uint64_t, 64> counts_{};
  std::uint64_t total_ = 0;
  unsigned packed_times_ = 0;
};

std::string hash_of_letters(const Words& words) {
  std::string bare = words.text;
  std::erase(bare, ' ');
  return hash128_hex(bare);
}

// The characters of a word, kShort + kMostWeight at most.
unsigned length_of(std::string_view word) {
  unsigned length = 0;
  for (const char c : word) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return std::min(length, kShort + kMostWeight);
}

// Charikar's SimHash: each bit by the majority of what weighs. Words by themselves, not runs of them: an edit of one
// word is then one feature of many, so that 3 % of the words edited move 2 to 5 of the bits (runs of three: 8). Of
// scripts without spaces it is characters and pairs of them.
std::uint64_t simhash_of(const Words& words) {
  BitCounts bits;
  bool before = false;  // the word before is such a character
  for (std::size_t i = 0; i + 1 < words.begins.size(); ++i) {
    const auto word = std::string_view(words.text).substr(words.begins[i], words.begins[i + 1] - words.begins[i] - 1);
    std::size_t at = 0;
    const char32_t first = utf8::next(word, at);
    const bool alone = unicode::is_cjk(first);
    if (alone) {
      bits.add(hash64(word), unicode::is_han(first) ? kWeight : kShortWeight);
      const std::size_t pair = words.begins[i == 0 ? 0 : i - 1];
      if (before) bits.add(hash64(std::string_view(words.text).substr(pair, words.begins[i + 1] - pair)), kWeight);
    } else {
      const unsigned length = length_of(word);
      bits.add(hash64(word), length <= kShort ? kShortWeight : std::min((length - kShort) * kWeight, kMostWeight));
    }
    before = alone;
  }
  return bits.majority();
}

}  // namespace

Fingerprint fingerprint(std::string_view text) {
  const Words words = words_of(text);
  return {hash_of_letters(words), simhash_of(words)};
}

}  // namespace winnow::cleaning
