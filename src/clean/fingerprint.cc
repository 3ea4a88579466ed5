#include "clean/fingerprint.h"

#include <array>
#include <vector>

#include "base/hash.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kShingle = 3;

bool counts(char32_t c) { return unicode::is_letter(c) || unicode::is_digit(c); }

// Words, and single characters of the scripts that write no spaces.
std::vector<std::string> tokens(std::string_view text) {
  const std::string folded = unicode::fold(unicode::nfkc(text));
  std::vector<std::string> out;
  bool open = false;
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    const bool alone = unicode::is_cjk(c);
    if (!counts(c)) {
      open = false;
      continue;
    }
    if (!open || alone) out.emplace_back();
    utf8::append(out.back(), c);
    open = !alone;
  }
  return out;
}

std::string shingle(const std::vector<std::string>& words, std::size_t from) {
  std::string out;
  for (std::size_t i = from; i < from + kShingle && i < words.size(); ++i) (out += words[i]) += ' ';
  return out;
}

}  // namespace

std::string content_hash(std::string_view text) {
  std::string bare;
  const std::string folded = unicode::fold(unicode::nfkc(text));
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (counts(c)) utf8::append(bare, c);
  }
  return hash128_hex(bare);
}

// Charikar's SimHash: each bit by the majority of the shingles' hashes.
std::uint64_t simhash(std::string_view text) {
  const std::vector<std::string> words = tokens(text);
  std::array<std::int64_t, 64> balance{};
  for (std::size_t i = 0; i == 0 || i + kShingle <= words.size(); ++i) {
    const std::uint64_t hash = hash64(shingle(words, i));
    for (std::size_t bit = 0; bit < 64; ++bit) balance[bit] += (hash >> bit & 1) != 0 ? 1 : -1;
  }
  std::uint64_t out = 0;
  for (std::size_t bit = 0; bit < 64; ++bit) {
    if (balance[bit] > 0) out |= std::uint64_t{1} << bit;
  }
  return out;
}

}  // namespace winnow::cleaning
