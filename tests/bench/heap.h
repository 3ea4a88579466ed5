// How much memory a piece of work holds at most: malloc and its like are replaced in the program that links heap.cc
// (operator new calls them), and count while asked to. One thread only.
#pragma once

#include <cstddef>
#include <cstdint>

namespace winnow::bench {

// Of all pieces that were taken since the construction and not given back: the most bytes at one time, as the allocator
// hands them out (its rounding counted, its own bookkeeping not).
class HeapPeak {
 public:
  HeapPeak();
  ~HeapPeak();
  HeapPeak(const HeapPeak&) = delete;
  HeapPeak& operator=(const HeapPeak&) = delete;
  [[nodiscard]] std::size_t bytes() const;
  [[nodiscard]] std::uint64_t pieces() const;  // how often memory was taken
};

}  // namespace winnow::bench
