#include "store/row_set.h"

namespace winnow::store {
namespace {

constexpr std::size_t kFirst = 16;  // slots of a shard

// A shard is at most four fifths full and grows by half.
bool is_full(std::size_t used, std::size_t slots) { return used * 5 >= slots * 4; }

}  // namespace

void RowSet::put(std::vector<std::uint64_t>& slots, std::uint64_t slot) {
  std::size_t at = place(slot >> kNumberBits, slots.size());
  while (slots[at] != 0) at = next(at, slots.size());
  slots[at] = slot;
}

void RowSet::grow(Shard& shard, std::size_t slots) {
  std::vector<std::uint64_t> larger(slots, 0);
  for (const std::uint64_t slot : shard.slots) {
    if (slot != 0) put(larger, slot);
  }
  shard.slots = std::move(larger);
}

void RowSet::add(std::uint64_t hash, std::uint64_t number) {
  Shard& shard = shards_[shard_of(hash)];
  if (is_full(shard.used, shard.slots.size())) {
    grow(shard, shard.slots.empty() ? kFirst : shard.slots.size() + shard.slots.size() / 2);
  }
  put(shard.slots, tag_of(hash) << kNumberBits | number);
  ++shard.used;
}

void RowSet::reserve(std::size_t rows) {
  const std::size_t slots = rows / kShards * 3 / 2 + kFirst;
  for (Shard& shard : shards_) {
    if (shard.slots.size() < slots) grow(shard, slots);
  }
}

std::size_t RowSet::size() const {
  std::size_t rows = 0;
  for (const Shard& shard : shards_) rows += shard.used;
  return rows;
}

}  // namespace winnow::store
