// Hostile bytes take time in proportion to their number.
#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <string>

#include "decode/decode.h"

namespace winnow::decode {
namespace {

std::string repeated(std::string_view unit, std::size_t size) {
  std::string out;
  while (out.size() < size) out += unit;
  return out;
}

// CPU seconds, the least of a few.
double seconds(const std::string& bytes) {
  double least = std::numeric_limits<double>::max();
  for (int i = 0; i < 3; ++i) {
    const std::clock_t start = std::clock();
    (void)to_text(bytes, {}, "auto", true);
    least = std::min(least, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return least;
}

TEST(DecodeTime, GrowsWithTheBytes) {
  constexpr std::string_view kUnits[] = {
      "\xFF",
      "\x81",
      "\xE4\xB8",
      "\xE4\xB8\xAD\xFF",
      "\xD6\xD0 \xE4\xB8\xAD ",
      "a\x92t ",
      "\xA4\xA4\xB0\xEA<",
      "\x1B$B\x1B(B",
      "\xED\xA0\xBD",
      "<meta charset=\xFF>",
      "\xE9 \xE4\xB8",
      std::string_view("a\0\0", 3),
  };
  for (const std::string_view unit : kUnits) {
    const double once = seconds(repeated(unit, 250'000));
    const double four_times = seconds(repeated(unit, 1'000'000));
    EXPECT_LT(four_times, 6 * once + 0.1) << testing::PrintToString(std::string(unit));
  }
}

}  // namespace
}  // namespace winnow::decode
