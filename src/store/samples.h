// Some pages of each site as they were fetched of late, for whoever compares what a site's pages are with what they
// were: the interface. Two shelves a site: of pages that were read as usual a few, spread in time; of pages that were
// not the newest. Losing them costs nothing but that comparison, so nobody waits until they are on the disk. Not
// thread-safe; one thread owns it.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"

namespace winnow::store {

enum class Shelf { usual, suspicious };

struct SamplePage {
  std::string url, content_type, bytes;
  Instant fetched_at{};
  Shelf shelf = Shelf::usual;
};

class Samples {
 public:
  virtual ~Samples() = default;
  // Keeps the page where its shelf has room for it now (shelf_place()); a larger one than kLargestSample is not kept.
  virtual Result<void> keep(std::string_view site, const SamplePage& page) = 0;
  // All that can be read, the oldest first; none of a site that nobody knows.
  virtual Result<std::vector<SamplePage>> of(std::string_view site) = 0;
};

inline constexpr std::size_t kLargestSample = 4 << 20;                   // bytes of a page
inline constexpr std::size_t kUsualSamples = 6, kSuspiciousSamples = 8;  // a site

// Where a page goes on its shelf: `fetched` is when those were that stand there, the oldest first.
struct ShelfPlace {
  bool keep = false;
  std::size_t drop = 0;  // so many of the oldest go for it
};
[[nodiscard]] ShelfPlace shelf_place(Shelf shelf, std::span<const Instant> fetched, Instant now);

}  // namespace winnow::store
