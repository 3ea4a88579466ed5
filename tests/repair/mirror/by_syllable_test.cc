#include "repair/mirror/by_syllable.h"

#include <gtest/gtest.h>

#include "base/gbk.h"
#include "base/pinyin.h"

namespace winnow::repair::mirror {
namespace {

TEST(BySyllable, HasAllCharactersOfTwoHighBytes) {
  for (const auto& [c, reading] : {std::pair{U'驗', U"yàn"}, std::pair{U'國', U"guó"}, std::pair{U'們', U"men"}}) {
    const std::uint16_t syllable = han::syllable_id(reading);
    const unsigned bytes = gbk::bytes(c);
    bool found = false;
    for (const auto& [reading_of, second] : characters_with(bytes >> 8U, syllable)) {
      EXPECT_EQ(reading_of, syllable);
      EXPECT_TRUE(han::reads(gbk::character(bytes >> 8U, second), syllable));
      found = found || second == (bytes & 0xFFU);
    }
    EXPECT_EQ(found, (bytes & 0xFFU) >= 0x81) << bytes;
  }
}

TEST(BySyllable, IsEmptyWhereNoneHasTheReading) {
  EXPECT_TRUE(characters_with(0x81, 0).empty());
  EXPECT_TRUE(characters_with(0xA3, han::syllable_id(U"guó")).empty());
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) EXPECT_TRUE(characters_with(lead, 0xFFFF).empty());
}

}  // namespace
}  // namespace winnow::repair::mirror
