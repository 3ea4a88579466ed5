#include "base/han.h"

#include <gtest/gtest.h>

namespace winnow::han {
namespace {

TEST(Han, SimplifiesByPhrase) {
  struct Row {
    const char *traditional, *simplified;
  } rows[] = {
      {"中國經濟發展", "中国经济发展"},
      {"乾燥", "干燥"},
      {"乾隆皇帝", "乾隆皇帝"},  // a phrase keeps what the character alone would lose
      {"老態龍鍾", "老态龙钟"},
      {"hello, 世界", "hello, 世界"},
      {"", ""},
      {"①②③ é ü", "①②③ é ü"},
  };
  for (const Row& row : rows) EXPECT_EQ(simplify(row.traditional), row.simplified);
}

TEST(Han, TraditionalizesByPhrase) {
  struct Row {
    const char *simplified, *traditional;
  } rows[] = {
      {"头发", "頭髮"},   {"发展", "發展"}, {"皇后在后面", "皇后在後面"}, {"干部在干燥的地方", "幹部在乾燥的地方"},
      {"plain", "plain"},
  };
  for (const Row& row : rows) EXPECT_EQ(traditionalize(row.simplified), row.traditional);
}

TEST(Han, IllFormedBytesAreReplaced) {
  EXPECT_EQ(simplify("\xE5\x9C國"), "\uFFFD国");
  EXPECT_EQ(simplify("國\xFF"), "国\uFFFD");
}

TEST(Han, DoubtfulFormsAreAsked) {
  std::u32string text = U"國家，由於，暐，濛";
  const auto all = [](char32_t, char32_t, bool) { return true; };
  EXPECT_TRUE(simplify_in_place(text, all));
  EXPECT_EQ(text, U"国家，由於，暐，濛");
  EXPECT_FALSE(simplify_in_place(text, all));
  EXPECT_TRUE(simplify_in_place(text, [](char32_t c, char32_t, bool made) { return c == U'暐' || !made; }));
  EXPECT_EQ(text, U"国家，由于，暐，濛");
}

TEST(Han, CharactersOfOneScript) {
  struct Row {
    char32_t c;
    bool traditional, simple;
  } rows[] = {
      {U'國', true, false}, {U'国', false, true},  {U'后', false, false}, {U'里', false, false}, {U'人', false, false},
      {U'個', true, false}, {U'台', false, false}, {U'乾', false, false}, {U'么', false, true},  {U'a', false, false},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(is_traditional_only(row.c), row.traditional) << static_cast<unsigned>(row.c);
    EXPECT_EQ(is_simplified_only(row.c), row.simple) << static_cast<unsigned>(row.c);
  }
}

TEST(Han, SimplifiedIsForComparing) {
  EXPECT_EQ(simplified(U'國'), U'国');
  EXPECT_EQ(simplified(U'国'), U'国');
  EXPECT_EQ(simplified(U'a'), U'a');
}

TEST(Han, ScriptOfText) {
  EXPECT_EQ(script_of("這是一個繁體的句子"), "zh-Hant");
  EXPECT_EQ(script_of("这是一个简体的句子"), "zh-Hans");
  EXPECT_EQ(script_of("一二三"), "");
  EXPECT_EQ(script_of("English only"), "");
}

}  // namespace
}  // namespace winnow::han
