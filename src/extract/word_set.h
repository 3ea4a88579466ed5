// A fixed set of words, to ask whether a text such as Page::words gives has one of them. Pure; made at compile time.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace winnow::extract {

// `n` words, none with a space in it.
template <std::size_t n>
class WordSet {
 public:
  constexpr explicit WordSet(const std::array<std::string_view, n>& words) {
    std::transform(words.begin(), words.end(), hashes_.begin(), hash_of);
    std::sort(hashes_.begin(), hashes_.end());
    for (const std::uint64_t hash : hashes_) seen_ |= bit_of(hash);
  }

  // Whether one of them stands in `words`, which are separated by spaces.
  [[nodiscard]] constexpr bool any_in(std::string_view words) const {
    for (std::size_t at = 0; at < words.size();) {
      std::size_t end = at;
      std::uint64_t hash = kSeed;
      for (; end < words.size() && words[end] != ' '; ++end) hash = mix(hash, words[end]);
      if ((seen_ & bit_of(hash)) != 0 && std::binary_search(hashes_.begin(), hashes_.end(), hash)) return true;
      at = end + 1;
    }
    return false;
  }

 private:
  // FNV-1a; no two words of a web page have been seen to share one of its 64-bit values.
  static constexpr std::uint64_t kSeed = 14695981039346656037u;
  static constexpr std::uint64_t mix(std::uint64_t hash, char c) {
    return (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  }
  static constexpr std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = kSeed;
    for (const char c : word) hash = mix(hash, c);
    return hash;
  }
  static constexpr std::uint64_t bit_of(std::uint64_t hash) { return std::uint64_t{1} << (hash >> 58); }

  std::array<std::uint64_t, n> hashes_{};
  std::uint64_t seen_ = 0;  // a bit for each that there is: most words are none of them
};

}  // namespace winnow::extract
