#include "base/pinyin.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <string>
#include <vector>

#include "base/gbk.h"
#include "base/utf8.h"

namespace winnow::han {
namespace {

std::vector<std::string> all_of(char32_t c) {
  std::vector<std::string> out;
  for (const std::uint16_t id : readings(c)) out.emplace_back(syllable(id));
  return out;
}

// Runs first in its own process (one test, one process under ctest): what the first lookup of all costs.
TEST(Pinyin, NothingIsLoaded) {
  const auto start = std::chrono::steady_clock::now();
  const bool found = reads(U'個', syllable_id(U"gè"));
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(10));
  EXPECT_TRUE(found);
}

TEST(Pinyin, ASyllableIsItsNumber) {
  for (const std::u32string_view text :
       {U"zhōng", U"gè", U"lǜ", U"nǚ", U"lüè", U"de", U"le", U"a", U"ér", U"zhuāng", U"ḿ", U"ńg", U"ê̄", U"ế", U"lü"}) {
    const std::uint16_t id = syllable_id(text);
    EXPECT_NE(id, 0) << utf8::encode(text);
    EXPECT_EQ(syllable(id), utf8::encode(text));
  }
}

TEST(Pinyin, EveryNumberIsItsSyllable) {
  std::uint16_t id = 1;
  for (; !syllable(id).empty(); ++id) EXPECT_EQ(syllable_id(utf8::decode(syllable(id))), id) << syllable(id);
  EXPECT_GT(id, 1500);
  EXPECT_LT(id, 2048);
}

TEST(Pinyin, WhatIsNoSyllable) {
  for (const std::u32string_view text : {U"", U"Zhōng", U"zhong1", U"xyz", U"zhō", U"ḡè", U"gè ", U"zhuāngg",
                                         U"zhuāngzhuāng", U"中", U"q", U"gé̀", U"ge4"}) {
    EXPECT_EQ(syllable_id(text), 0) << utf8::encode(text);
  }
}

TEST(Pinyin, LettersOfTheTextbooksTypeface) {
  EXPECT_EQ(syllable_id(U"ɡè"), syllable_id(U"gè"));
  EXPECT_EQ(syllable_id(U"zhɑn\u0261"), syllable_id(U"zhang"));
}

TEST(Pinyin, ToneMarks) {
  struct Row {
    std::u32string_view text;
    bool toned;
  } rows[] = {{U"zhōng", true}, {U"zhong", false}, {U"lǜ", true}, {U"lü", false}, {U"ḿ", true},
              {U"m", false},    {U"ê̌", true},      {U"ê", false}, {U"de", false}};
  for (const Row& row : rows) {
    ASSERT_NE(syllable_id(row.text), 0) << utf8::encode(row.text);
    EXPECT_EQ(is_toned(syllable_id(row.text)), row.toned) << utf8::encode(row.text);
  }
}

TEST(Pinyin, ReadingsTheCustomaryFirst) {
  struct Row {
    char32_t c;
    const char* first;
    std::vector<std::string> others;
  } rows[] = {
      {U'中', "zhōng", {"zhòng"}}, {U'會', "huì", {"kuài"}}, {U'行', "xíng", {"háng"}},   {U'個', "gè", {}},
      {U'說', "shuō", {"shuì"}},   {U'为', "wèi", {"wéi"}},  {U'的', "de", {"dì", "dí"}}, {U'长', "zhǎng", {"cháng"}},
      {U'驗', "yàn", {}},          {U'〇', "líng", {}},      {U'郎', "láng", {}},         {U'不', "bù", {}},
  };
  for (const Row& row : rows) {
    const std::vector<std::string> all = all_of(row.c);
    ASSERT_FALSE(all.empty()) << utf8::of(row.c);
    EXPECT_EQ(all[0], row.first);
    for (const std::string& other : row.others) EXPECT_NE(std::find(all.begin(), all.end(), other), all.end()) << other;
  }
}

TEST(Pinyin, Reads) {
  struct Row {
    char32_t c;
    std::u32string_view syllable;
    bool reads;
  } rows[] = {{U'個', U"gè", true},   {U'個', U"ge", true},    {U'個', U"guò", false}, {U'現', U"xiàn", true},
              {U'會', U"kuài", true}, {U'A', U"ā", false},     {U'，', U"gè", false},  {0xE3F9, U"gè", false},
              {U'個', U"gèx", false}, {0x10FFFF, U"gè", false}};
  for (const Row& row : rows) EXPECT_EQ(reads(row.c, syllable_id(row.syllable)), row.reads) << utf8::of(row.c);
  EXPECT_FALSE(reads(U'個', 0));
  EXPECT_FALSE(reads(U'個', 0xFFFF));
}

TEST(Pinyin, AnyNumberIsSafe) {
  for (unsigned id = 0; id < 0x10000; ++id) {
    const auto number = static_cast<std::uint16_t>(id);
    EXPECT_FALSE(is_toned(number) && syllable(number).empty());
  }
  EXPECT_EQ(syllable(0), "");
  EXPECT_EQ(syllable(0xFFFF), "");
}

// Every ideograph of GBK is read, but for a few that no dictionary of the five knows.
TEST(Pinyin, NearlyAllIdeographsOfGbk) {
  int unread = 0;
  for (char32_t c = 0x4E00; c < 0x9FA6; ++c) {
    ASSERT_NE(gbk::bytes(c), 0);
    unread += readings(c).empty() ? 1 : 0;
    for (const std::uint16_t id : readings(c)) EXPECT_TRUE(reads(c, id) && id != 0);
  }
  EXPECT_LT(unread, 40);
}

}  // namespace
}  // namespace winnow::han
