#include "repair/normal_form.h"

#include <gtest/gtest.h>

#include "base/unicode.h"
#include "repair/support.h"

namespace winnow::repair {
namespace {

struct Row {
  std::string_view text, fixed;
};

TEST(NormalForm, WhatStandsApartIsJoined) {
  for (const Row& row : std::initializer_list<Row>{
           {"cafe\u0301", "caf\u00E9"},
           {"e\u0301e\u0301 e", "\u00E9\u00E9 e"},
           {"\u0301x", "\u0301x"},  // an accent with nothing before it
           {"Vie\u0323\u0302t Nam", "Vi\u1EC7t Nam"},
           {"Vie\u0302\u0323t", "Vi\u1EC7t"},         // marks in the wrong order
           {"か\u3099く\u3099 ハ\u309A", "がぐ パ"},  // as file names of macOS have it
           {"\u1112\u1161\u11AB글", "한글"},          // Hangul in letters
           {"가\u11A8", "각"},
           {"\u212B \u2126 \u0387", "\u00C5 \u03A9 \u00B7"},  // singletons
       }) {
    EXPECT_EQ(repaired(row.text), row.fixed) << row.text;
    EXPECT_EQ(repaired(row.text), unicode::nfc(row.text)) << row.text;
  }
}

TEST(NormalForm, CompatibilityIsNotFolded) {
  for (const std::string_view text : {"ﬁ ① ａ ㈱ ㎏ ½ ² ℃ Ⅳ ｱ", "…‥ ﹏ ︰", "𝔼 𝒪"}) EXPECT_EQ(repaired(text), text);
}

TEST(NormalForm, CompatibilityIdeographsBecomeOrdinary) {
  for (const Row& row : std::initializer_list<Row>{
           {"\uF9FD\uF914", "什樂"},
           {"金\uF90A李\uF9E1", "金金李李"},
           {"\U0002F800", "丽"},
       })
    EXPECT_EQ(repaired(row.text), row.fixed) << row.text;
  // Ordinary in spite of their place, and a name's form written with a variation selector.
  for (const std::string_view text : {"\uFA11山 \uFA0E \uFA29", "葛\U000E0101飾"}) EXPECT_EQ(repaired(text), text);
}

TEST(NormalForm, RadicalsInWordsBecomeIdeographs) {
  for (const Row& row : std::initializer_list<Row>{
           {"\u2F47今天", "日今天"},
           {"中国\u2F08民", "中国人民"},
           {"发展\u2F42\u2F1D", "发展文口"},
           {"\u2EC5到", "见到"},
       })
    EXPECT_EQ(repaired(row.text), row.fixed) << row.text;
}

TEST(NormalForm, RadicalsThatAreMeantStay) {
  for (const std::string_view text : {
           "\u2F47",                                // alone
           "a \u2F47 b",                            // beside no ideograph
           "\u2F00\u2F01\u2F02\u2F03\u2F04\u2F05",  // a list of them
           "从\u2F47部的字",
           "康熙部首 \u2F47是日",
           "the Kangxi radical \u2F47日",
       })
    EXPECT_EQ(repaired(text), text);
}

TEST(NormalForm, EachIsNotedAtItsPlace) {
  Log log(true);
  EXPECT_EQ(fix_normal_form("中e\u0301文 \u2F47今 o\u0308", log), "中\u00E9文 日今 \u00F6");
  const auto changes = log.changes();
  ASSERT_EQ(changes.size(), 3U);
  EXPECT_EQ(changes[0].before, "e\u0301");
  EXPECT_EQ(changes[0].after, "\u00E9");
  EXPECT_EQ(changes[0].start, 1U);
  EXPECT_EQ(changes[1].start, 7U);
  EXPECT_EQ(changes[2].start, 4U);
  EXPECT_EQ(changes[2].after, "日");
  EXPECT_EQ(log.summary()[0].count, 3U);
}

TEST(NormalForm, AnyBytesGiveNormalForm) {
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    Log log;
    const std::string text = "e\u0301" + std::string(2, static_cast<char>(byte)) + "\u0301中\u3099";
    (void)fix_normal_form(text, log);
  }
  Log log;
  const std::string text = fix_normal_form("a\u0300\u0301\u1100\u3099\U0001D15E\u0F73\uFB1D\u0958", log);
  EXPECT_EQ(text, unicode::nfc(text));
}

}  // namespace
}  // namespace winnow::repair
