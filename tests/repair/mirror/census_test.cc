#include "repair/mirror/census.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

Census census_of(const std::vector<std::string_view>& segments) { return Census(segments); }

TEST(Census, CountsIdeographs) {
  const Census census = census_of({"国家的国歌", "A国, 𠀀かな。"});
  EXPECT_EQ(census.count(U'国'), 3U);
  EXPECT_EQ(census.count(U'家'), 1U);
  EXPECT_EQ(census.count(U'洲'), 0U);
  EXPECT_EQ(census.total(), 6U);
  for (const char32_t c : {U'A', U'か', U'。', U'𠀀'}) EXPECT_EQ(census.count(c), 0U);
}

struct Row {
  const char* what;
  char32_t a, b;
  std::size_t count;
};

TEST(Census, CountsNeighbours) {
  const Census census = census_of({"国家，国 家", "第3章第12章(見", "國(guó)家國(guó )家国"});
  for (const Row& row : {
           Row{"white space counts for nothing", U'国', U'家', 2},
           Row{"nor do marks", U'國', U'家', 2},
           Row{"other neighbours", U'家', U'国', 1},
           Row{"a sign for another", U'家', U'！', 1},
           Row{"a digit for another", U'第', U'9', 2},
           Row{"digits and digits", U'1', U'2', 1},
           Row{"the start of a segment", 0, U'国', 1},
           Row{"the start of another", 0, U'第', 1},
           Row{"the end of one", U'国', 0, 1},
           Row{"never seen", U'歌', U'国', 0},
       })
    EXPECT_EQ(census.count(row.a, row.b), row.count) << row.what;
}

TEST(Census, OfNothingKnowsNothing) {
  for (const Census& census : {Census(), census_of({}), census_of({""})}) {
    EXPECT_EQ(census.total(), 0U);
    EXPECT_EQ(census.count(U'国'), 0U);
    EXPECT_EQ(census.count(U'国', U'家'), 0U);
  }
}

TEST(Census, StopsCountingAtItsLimits) {
  std::string text;
  for (int i = 0; i < 70'000; ++i) text += "国";
  const Census census = census_of({text});
  EXPECT_EQ(census.count(U'国'), 65'535U);
  EXPECT_EQ(census.count(U'国', U'国'), 255U);
  EXPECT_EQ(census.total(), 70'000U);
}

// What was never seen together must not look as if it had been, however full the document is.
TEST(Census, HardlyEverTakesOnePairForAnother) {
  std::string text;
  for (char32_t c = 0x4E00; c < 0x5E00; ++c) utf8::append(text, c);
  const Census census = census_of({text});
  std::size_t phantoms = 0;
  for (char32_t c = 0x4E00; c < 0x5E00; ++c) phantoms += census.count(c, c + 7) != 0 ? 1 : 0;
  EXPECT_LT(phantoms, 40U);
}

}  // namespace
}  // namespace winnow::repair::mirror
