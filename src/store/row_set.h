// Which rows may have a hash: a set of row numbers by hash, of 10 to 15 bytes a row. Not thread-safe.
//
// It keeps 36 bits of each hash, so a row that it names has to be looked at: one in some thousands is another's. Rows
// are never taken out; one that is gone is named in vain.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace winnow::store {

class RowSet {
 public:
  static constexpr std::uint64_t kMostNumber = (std::uint64_t{1} << 36) - 1;

  // 1 <= number <= kMostNumber.
  void add(std::uint64_t hash, std::uint64_t number);
  void reserve(std::size_t rows);
  [[nodiscard]] std::size_t size() const;

  // Calls `is_it(number)` for each row that may have the hash until it says true; whether it did.
  template <class IsIt>
  bool find(std::uint64_t hash, const IsIt& is_it) const {
    const Shard& shard = shards_[shard_of(hash)];
    if (shard.slots.empty()) return false;
    const std::uint64_t tag = tag_of(hash);
    for (std::size_t at = place(tag, shard.slots.size()); shard.slots[at] != 0; at = next(at, shard.slots.size())) {
      if (shard.slots[at] >> kNumberBits == tag && is_it(shard.slots[at] & kMostNumber)) return true;
    }
    return false;
  }

 private:
  static constexpr int kNumberBits = 36, kTagBits = 28;
  static constexpr std::size_t kShards = 256;  // each grows by itself, so that growing never needs all the memory twice

  struct Shard {
    std::vector<std::uint64_t> slots;  // tag and number; 0: free
    std::size_t used = 0;
  };

  static std::size_t shard_of(std::uint64_t hash) { return hash >> 56; }
  static std::uint64_t tag_of(std::uint64_t hash) { return hash >> 28 & ((std::uint64_t{1} << kTagBits) - 1); }
  // Slots are in the order of the tags, but for collisions: a row goes to the next free one.
  static std::size_t place(std::uint64_t tag, std::size_t slots) { return tag * slots >> kTagBits; }
  static std::size_t next(std::size_t at, std::size_t slots) { return at + 1 == slots ? 0 : at + 1; }
  static void put(std::vector<std::uint64_t>& slots, std::uint64_t slot);
  static void grow(Shard& shard, std::size_t slots);

  std::array<Shard, kShards> shards_;
};

}  // namespace winnow::store
