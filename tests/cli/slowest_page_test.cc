// No page may take long. Real pages, one at a time, in this process; the time is that of the processor, so that other
// work on the machine does not count.
#include <gtest/gtest.h>
#include <time.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

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

std::string unpacked(const std::filesystem::path& file) {
  std::string bytes;
  const gzFile in = ::gzopen(file.c_str(), "rb");
  char buffer[1 << 16];
  for (int n = 0; in != nullptr && (n = ::gzread(in, buffer, sizeof buffer)) > 0;)
    bytes.append(buffer, static_cast<std::size_t>(n));
  if (in != nullptr) ::gzclose(in);
  return bytes;
}

double seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

TEST(SlowestPage, IsCleanedInUnderASecond) {
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "WINNOW_SHARED does not say where the benchmark's pages are";
  const std::filesystem::path pages = std::filesystem::path(shared) / "bench";
  if (!std::filesystem::is_directory(pages)) GTEST_SKIP() << pages << " is not there";
  const Reader reader({});
  double slowest = 0, all = 0;
  std::string which;
  std::size_t count = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(pages)) {
    if (!entry.path().string().ends_with(".html.gz")) continue;
    const std::string bytes = unpacked(entry.path());
    const double begun = seconds();
    const Reading reading =
        reader.read({.bytes = bytes, .url = "https://news.example/", .content_type = {}, .fetched_at = {}});
    const double took = seconds() - begun;
    ++count;
    all += took;
    if (took > slowest) slowest = took, which = entry.path();
  }
  if (count == 0) GTEST_SKIP() << "there are no pages in " << pages;
  RecordProperty("slowest", which);
  std::cout << count << " pages in " << all << " s; the slowest took " << slowest << " s: " << which << "\n";
  EXPECT_LT(slowest, kMostSeconds) << which;
}

}  // namespace
}  // namespace winnow
