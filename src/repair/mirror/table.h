// Which characters a mirror marks, and with which readings: read off its documents, never known beforehand. A key is
// looked up by its two bytes in CP936, because that is how the mirror finds it, even across two characters. Pure.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/gbk.h"
#include "repair/mirror/census.h"

namespace winnow::repair::mirror {

struct Key {
  std::uint16_t bytes = 0;                   // base/gbk.h
  std::array<std::uint16_t, 4> syllables{};  // the first so many, 0 for none; some mirrors choose by context
  std::uint32_t marked = 0;                  // how often it was seen with a reading
  std::uint32_t seen = 0;                    // and at all

  [[nodiscard]] char32_t character() const;
  [[nodiscard]] bool reads(std::uint16_t syllable) const;
};

class Table {
 public:
  // Counts a mark. Characters outside of CP936 are no keys.
  void add(char32_t c, std::uint16_t syllable);
  // Takes from a document how often each key was seen.
  void count(const Census& census);

  [[nodiscard]] const Key* find(unsigned lead, unsigned trail) const {
    if (slots_.empty() || !gbk::is_lead(lead) || !gbk::is_trail(trail)) return nullptr;
    const std::size_t at = slot(lead, trail);
    if ((used_[at / 64] >> (at % 64) & 1U) == 0) return nullptr;  // nearly always, and this table stays in the cache
    return &keys_[slots_[at] - 1U];
  }
  [[nodiscard]] const Key* find(char32_t c) const;
  [[nodiscard]] std::span<const Key> keys() const { return keys_; }
  // Drops the keys for which `unwanted` holds.
  template <class Predicate>
  void drop(Predicate unwanted) {
    std::vector<Key> kept;
    for (const Key& key : keys_) {
      if (!unwanted(key)) kept.push_back(key);
    }
    assign(std::move(kept));
  }

  // A line a key: the character, its readings, how often it was marked and seen. `parse` is total: it skips what it
  // can't read.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] static Table parse(std::string_view text);
  // Adds what another document of the same host showed.
  void merge(const Table& other);

 private:
  static constexpr std::size_t kTrails = 0xBF;  // 40 to FE
  static constexpr std::size_t kPairs = 126 * kTrails;
  static std::size_t slot(unsigned lead, unsigned trail) { return (lead - 0x81) * kTrails + (trail - 0x40); }
  Key& at(std::uint16_t bytes);
  void assign(std::vector<Key> keys);

  std::vector<Key> keys_;
  std::array<std::uint64_t, (kPairs + 63) / 64> used_{};  // a bit for each pair of bytes: whether it has a slot
  std::vector<std::uint16_t> slots_;  // of each pair of bytes: its key's place in keys_ and 1; empty with keys_
};

}  // namespace winnow::repair::mirror
