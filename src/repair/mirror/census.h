// How often characters, and neighbours, stand in a document: what it says in one place it says in others, and that
// tells more about a lost character than any language does. Pure; immutable once made.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace winnow::repair::mirror {

class Census {
 public:
  Census() = default;  // of an empty document
  explicit Census(std::span<const std::string_view> segments);

  // Of the CJK Unified Ideographs block, up to 65535; 0 for other characters.
  [[nodiscard]] std::size_t count(char32_t c) const {
    return is_counted(c) && !counts_.empty() ? counts_[c - kFirst] : 0;
  }
  // Of two neighbours, nearly: by hash, and up to 255. All digits are one, and so is all else that is no ideograph.
  // White space and marks count for nothing, the start and the end of a segment as U+0000.
  [[nodiscard]] std::size_t count(char32_t a, char32_t b) const;
  [[nodiscard]] std::size_t total() const { return total_; }  // ideographs

 private:
  static constexpr char32_t kFirst = 0x4E00, kLast = 0x9FFF;
  static bool is_counted(char32_t c) { return c >= kFirst && c <= kLast; }
  void add(std::string_view segment);
  // The entry of two neighbours, or an empty one for them; null where there is no room.
  template <class Entries>
  [[nodiscard]] static auto find(Entries& pairs, std::uint32_t a, std::uint32_t b) -> decltype(pairs.data());

  // A count, and a tag of the pair whose it is: without it, pairs that share a place would be taken for each other.
  struct Entry {
    std::uint8_t tag = 0;
    std::uint8_t count = 0;  // 0: empty
  };

  std::size_t total_ = 0;
  std::vector<std::uint16_t> counts_;
  std::vector<Entry> pairs_;  // a power of two
};

}  // namespace winnow::repair::mirror
