#include "base/cjk_frequency.h"

#include <gtest/gtest.h>

namespace winnow {
namespace {

TEST(CjkFrequency, TheCommonerCostsLess) {
  struct Row {
    CjkScript script;
    char32_t common, rare;
  } rows[] = {
      {CjkScript::simplified, U'的', U'矗'},       {CjkScript::simplified, U'这', U'這'},
      {CjkScript::simplified, U'，', U'〖'},       {CjkScript::traditional, U'這', U'这'},
      {CjkScript::traditional, U'國', U'麤'},      {CjkScript::japanese, U'の', U'ゑ'},
      {CjkScript::japanese, U'駅', U'网'},         {CjkScript::japanese, U'カ', U'ｶ'},
      {CjkScript::korean, U'다', U'뷁'},           {CjkScript::korean, U'한', U'漢'},
      {CjkScript::simplified, U'矗', U'\uE000'},   {CjkScript::korean, U'뷁', U'の'},
      {CjkScript::japanese, U'\uE000', U'\uFFFD'},
  };
  for (const Row& row : rows) EXPECT_LT(cjk_bits(row.script, row.common), cjk_bits(row.script, row.rare));
}

TEST(CjkFrequency, AsciiCostsTheSameInAll) {
  for (const CjkScript script :
       {CjkScript::simplified, CjkScript::traditional, CjkScript::japanese, CjkScript::korean}) {
    EXPECT_EQ(cjk_bits(script, U'a'), ascii_bits(U'a'));
    EXPECT_GT(cjk_bits(script, 0x01), cjk_bits(script, U'a'));
  }
}

TEST(CjkFrequency, EveryCodePointHasItsBits) {
  for (char32_t c = 0; c < 0x110000; ++c) {
    for (const CjkScript script : {CjkScript::simplified, CjkScript::japanese, CjkScript::korean}) {
      ASSERT_GE(cjk_bits(script, c), 5.0) << static_cast<std::uint32_t>(c);
      ASSERT_LE(cjk_bits(script, c), kErrorBits) << static_cast<std::uint32_t>(c);
    }
  }
}

}  // namespace
}  // namespace winnow
