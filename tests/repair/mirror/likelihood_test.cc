#include "repair/mirror/likelihood.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

struct Row {
  char32_t last, likelier, other;
};

TEST(Likelihood, PrefersWhatNewsSays) {
  for (const Row& row : {
           Row{U'國', U'家', U'稼'},  // words, in both scripts
           Row{U'国', U'家', U'稼'}, Row{U'經', U'濟', U'急'}, Row{U'下', U'降', U'姐'},
           Row{U'說', U'，', U'！'},  // common signs before rare ones
           Row{U'說', U'。', U'〓'}, Row{U'說', U'。', 0xE3F9},
           Row{U'這', U'個', U'个'},  // the mirror leaves nothing Simplified
           Row{U'了', 0, U'瞭'},      // the end of a line
       })
    EXPECT_GT(likelihood(row.last, row.likelier), likelihood(row.last, row.other))
        << utf8::of(row.last) << utf8::of(row.likelier) << " and " << utf8::of(row.other);
}

TEST(Likelihood, IsANumberForAllCharacters) {
  for (char32_t c = 0; c < 0x3'0000; c += 7) {
    EXPECT_TRUE(std::isfinite(likelihood(c, U'的'))) << static_cast<unsigned>(c);
    EXPECT_TRUE(std::isfinite(likelihood(U'的', c))) << static_cast<unsigned>(c);
  }
}

}  // namespace
}  // namespace winnow::repair::mirror
