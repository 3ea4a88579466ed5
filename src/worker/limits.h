// What a worker may use. Values only.
#pragma once

#include <cstddef>

#include "base/time.h"

namespace winnow::worker {

// Under the sanitizers no sandbox holds (they map terabytes and call what they like), and all takes many times as long.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr bool kSanitized = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr bool kSanitized = true;
#else
inline constexpr bool kSanitized = false;
#endif
#else
inline constexpr bool kSanitized = false;
#endif

struct Limits {
  std::size_t memory = std::size_t{512} << 20;  // bytes of data, in all
  Millis cpu{kSanitized ? 100'000 : 10'000};    // of the processor, for a page
  Millis wall{kSanitized ? 600'000 : 60'000};   // for a page, from when the worker could begin with it
  Millis start{kSanitized ? 60'000 : 10'000};   // until a new worker is ready
  int pages = 5000;                             // then the worker is replaced: what leaks, or lurks, goes with it
};

}  // namespace winnow::worker
