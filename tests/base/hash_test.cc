#include "base/hash.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

// The bytes 0, 1, ... 250, 0, 1, ...
std::string counted(std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes.push_back(static_cast<char>(i % 251));
  return bytes;
}

// Stored ids and fingerprints are made of these: a library that gave other values would lose every stored article.
// XXH3 takes another path at each of these lengths.
TEST(Hash, ValuesStayWhatTheyAre) {
  struct Row {
    std::size_t size;
    const char *hash64, *hash128;
  };
  const Row rows[] = {
      {0, "2d06800538d394c2", "99aa06d3014798d86001c324468d497f"},
      {1, "c44bdff4074eecdb", "a6cd5e9392000f6ac44bdff4074eecdb"},
      {3, "5f4299fc161c9cbb", "e3b55f57945a17cf5f4299fc161c9cbb"},
      {4, "60dab036a58211f2", "eb70bf5fc779e9e6a6111d53e80a3db5"},
      {8, "3a1c2d7c85af88f8", "e1e4432a62217fe4cfd50c61c8bb98c1"},
      {9, "e9612598145bb9dc", "16c769d83e4aebce907931979dca3746"},
      {16, "8355e3a6f61770db", "72950631827607e2842812cc870dcae2"},
      {17, "9ef341a99de37328", "685bc458b37d057fc06e233df7729217"},
      {128, "85c6174c7ff4c46b", "14792fc3af88dc6c05321a0b64d67b41"},
      {129, "ec7642b431ba3e5a", "dd5e74ac6b45f54ebc30b63382b09a3b"},
      {240, "375a384d957fe865", "65b5be86da5540e7c92b68e16f83bbb6"},
      {241, "02e8cd95421c6d02", "1da1cb61bcb8a2a102e8cd95421c6d02"},
      {1024, "e5d78bafa45b2aa5", "d0ac1f7b93bf57b9e5d78bafa45b2aa5"},
      {5000, "b418500fc42320ee", "b92ec02c39d33ce7b418500fc42320ee"},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(hex64(hash64(counted(row.size))), row.hash64) << row.size;
    EXPECT_EQ(hash128_hex(counted(row.size)), row.hash128) << row.size;
  }
}

TEST(Hash, OfTexts) {
  EXPECT_EQ(hex64(hash64("https://news.example/1.html")), "a3b501add668ed74");
  EXPECT_EQ(hash128_hex("新闻"), "585941bf309b4983aa8876ef0feb67e4");
}

TEST(Hash, HexHasAllItsDigits) {
  EXPECT_EQ(hex64(0), "0000000000000000");
  EXPECT_EQ(hex64(0x0123456789ABCDEF), "0123456789abcdef");
  EXPECT_EQ(hex64(~std::uint64_t{0}), "ffffffffffffffff");
}

}  // namespace
}  // namespace winnow
