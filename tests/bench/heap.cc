#include "bench/heap.h"

#include <malloc.h>

#include <algorithm>
#include <cerrno>

// glibc's own, under the names that it keeps for programs which replace the others.
extern "C" {
void* __libc_malloc(std::size_t size);                       // NOLINT(bugprone-reserved-identifier)
void* __libc_calloc(std::size_t count, std::size_t size);    // NOLINT(bugprone-reserved-identifier)
void* __libc_realloc(void* piece, std::size_t size);         // NOLINT(bugprone-reserved-identifier)
void* __libc_memalign(std::size_t align, std::size_t size);  // NOLINT(bugprone-reserved-identifier)
void __libc_free(void* piece);                               // NOLINT(bugprone-reserved-identifier)
}

namespace winnow::bench {
namespace {

struct Heap {
  bool counted = false;
  std::ptrdiff_t live = 0, peak = 0;
  std::uint64_t pieces = 0;
};

Heap heap;

void* taken(void* piece) {
  if (!heap.counted || piece == nullptr) return piece;
  heap.live += static_cast<std::ptrdiff_t>(::malloc_usable_size(piece));
  heap.peak = std::max(heap.peak, heap.live);
  ++heap.pieces;
  return piece;
}

void gone(void* piece) {
  if (heap.counted && piece != nullptr) heap.live -= static_cast<std::ptrdiff_t>(::malloc_usable_size(piece));
}

}  // namespace

HeapPeak::HeapPeak() { heap = {.counted = true}; }
HeapPeak::~HeapPeak() { heap.counted = false; }
std::size_t HeapPeak::bytes() const { return static_cast<std::size_t>(heap.peak); }
std::uint64_t HeapPeak::pieces() const { return heap.pieces; }

}  // namespace winnow::bench

extern "C" {

void* malloc(std::size_t size) { return winnow::bench::taken(__libc_malloc(size)); }
void* calloc(std::size_t count, std::size_t size) { return winnow::bench::taken(__libc_calloc(count, size)); }
void* memalign(std::size_t align, std::size_t size) { return winnow::bench::taken(__libc_memalign(align, size)); }
void* aligned_alloc(std::size_t align, std::size_t size) { return memalign(align, size); }

int posix_memalign(void** piece, std::size_t align, std::size_t size) {
  *piece = memalign(align, size);
  return *piece == nullptr ? ENOMEM : 0;
}

void* realloc(void* piece, std::size_t size) {
  winnow::bench::gone(piece);
  return winnow::bench::taken(__libc_realloc(piece, size));
}

void free(void* piece) {
  winnow::bench::gone(piece);
  __libc_free(piece);
}
}
