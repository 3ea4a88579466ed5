// No page may take long. Real pages, one at a time, in this process; the time is that of the processor, so that other
// work on the machine does not count.
#include <gtest/gtest.h>
#include <time.h>

#include <iostream>
#include <string>
#include <vector>

#include "bench/pages.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr double kMostSeconds = 10;
#elif defined(NDEBUG)
constexpr double kMostSeconds = 1;
#else
constexpr double kMostSeconds = 4;
#endif

double seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

TEST(SlowestPage, IsCleanedInUnderASecond) {
  const std::vector<bench::SavedPage> pages = bench::saved_pages();
  if (pages.empty()) GTEST_SKIP() << "WINNOW_SHARED does not say where the benchmark's pages are";
  const Reader reader({});
  double slowest = 0, all = 0;
  std::string which;
  for (const auto& [name, bytes] : pages) {
    const double begun = seconds();
    const Reading reading =
        reader.read({.bytes = bytes, .url = "https://news.example/", .content_type = {}, .fetched_at = {}});
    const double took = seconds() - begun;
    all += took;
    if (took > slowest) slowest = took, which = name;
  }
  RecordProperty("slowest", which);
  std::cout << pages.size() << " pages in " << all << " s; the slowest took " << slowest << " s: " << which << "\n";
  EXPECT_LT(slowest, kMostSeconds) << which;
}

}  // namespace
}  // namespace winnow
