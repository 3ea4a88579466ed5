#include "repair/mirror/table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/gbk.h"
#include "base/pinyin.h"
#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

std::uint16_t id(std::u32string_view reading) { return han::syllable_id(reading); }

TEST(Table, FindsAKeyByItsBytes) {
  Table table;
  EXPECT_EQ(table.find(U'國'), nullptr);
  table.add(U'國', id(U"guó"));
  table.add(U'國', id(U"guó"));
  const Key* key = table.find(U'國');
  ASSERT_NE(key, nullptr);
  EXPECT_EQ(key, table.find(gbk::bytes(U'國') >> 8U, gbk::bytes(U'國') & 0xFFU));
  EXPECT_EQ(key->marked, 2U);
  EXPECT_EQ(key->character(), U'國');
  EXPECT_TRUE(key->reads(id(U"guó")));
  EXPECT_FALSE(key->reads(id(U"huì")));
}

TEST(Table, NoBytesAreFoundInIt) {
  Table table;
  table.add(U'國', id(U"guó"));
  for (const unsigned lead : {0U, 0x41U, 0x80U, 0xFFU, 0x1FFU}) EXPECT_EQ(table.find(lead, 0xA1), nullptr);
  for (const unsigned trail : {0U, 0x3FU, 0x7FU, 0xFFU, 0x1FFU}) EXPECT_EQ(table.find(0x81, trail), nullptr);
  table.add(U'😀', id(U"guó"));
  table.add(U'A', id(U"guó"));
  EXPECT_EQ(table.keys().size(), 1U);
}

TEST(Table, KeepsAFewReadingsOfAKey) {
  Table table;
  for (const std::u32string_view reading : {U"cháng", U"zhǎng", U"cháng", U"a", U"o", U"e"})
    table.add(U'長', id(reading));
  EXPECT_EQ(table.find(U'長')->marked, 6U);
  EXPECT_TRUE(table.find(U'長')->reads(id(U"zhǎng")));
  EXPECT_TRUE(table.find(U'長')->reads(id(U"o")));
  EXPECT_FALSE(table.find(U'長')->reads(id(U"e")));
}

TEST(Table, DropsWhatIsUnwanted) {
  Table table = Table::parse("國 3 3 guó\n會 1 9 huì\n長 2 2 cháng\n");
  table.drop([](const Key& key) { return key.seen == 9; });
  EXPECT_EQ(table.text(), "國 3 3 guó\n長 2 2 cháng\n");
  EXPECT_EQ(table.find(U'會'), nullptr);
  EXPECT_NE(table.find(U'長'), nullptr);
}

struct Row {
  const char* text;
  const char* again;
};

TEST(Table, ReadsItsOwnTextAndSkipsTheRest) {
  for (const Row& row : std::vector<Row>{
           {"", ""},
           {"國 3 4 guó\n", "國 3 4 guó\n"},
           {"國 3 4 guó", "國 3 4 guó\n"},
           {"長 2 2 cháng zhǎng\n們 1 1 men\n", "長 2 2 cháng zhǎng\n們 1 1 men\n"},
           {"\n\n", ""},
           {"國", "國 0 0\n"},
           {"國 x y z\n", "國 0 0\n"},
           {"國 99999999999999999999 -1 guó guó\n", "國 0 0 guó\n"},
           {"國家 1 1 guó\nA 1 1 a\n😀 1 1 a\n 1 1\n", ""},
           {"\xFF\xFE 1 1 a\n國\xFF 1 1 guó\n", ""},
           {"國 1 1 guó\n國 2 2 huì\n", "國 2 2 guó huì\n"},
       }) {
    EXPECT_EQ(Table::parse(row.text).text(), row.again) << row.text;
    EXPECT_EQ(Table::parse(row.again).text(), row.again) << row.text;
  }
}

TEST(Table, IsTotalOverBytes) {
  std::uint32_t state = 1;
  std::string text;
  for (int i = 0; i < 50'000; ++i) {
    state = state * 1664525U + 1013904223U;
    text += i % 11 == 0 ? '\n' : i % 7 == 0 ? ' ' : static_cast<char>(state >> 24U);
  }
  const std::string again = Table::parse(text).text();
  EXPECT_TRUE(utf8::valid(again));
  EXPECT_EQ(Table::parse(again).text(), again);
}

TEST(Table, MergesWhatAnotherDocumentShowed) {
  Table ours = Table::parse("國 3 4 guó\n長 1 1 cháng\n");
  ours.merge(Table::parse("國 2 2 guó\n長 1 2 zhǎng\n會 5 5 huì\n"));
  EXPECT_EQ(ours.text(), "國 5 6 guó\n長 2 3 cháng zhǎng\n會 5 5 huì\n");
  ours.merge({});
  EXPECT_EQ(ours.keys().size(), 3U);
}

TEST(Table, HasABoundedNumberOfKeys) {
  constexpr std::size_t kMost = 8192;
  Table table;
  std::string text;
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
    for (unsigned trail = 0x80; trail < 0xFF; ++trail) {
      const char32_t c = gbk::character(lead, trail);
      if (c == 0) continue;
      table.add(c, id(U"guó"));
      text += utf8::of(c) + " 1 1 guó\n";
    }
  }
  EXPECT_EQ(table.keys().size(), kMost);
  Table parsed = Table::parse(text);
  EXPECT_EQ(parsed.keys().size(), kMost);
  parsed.merge(Table::parse("一 1 1 yī\n丁 1 1 dīng\n"));
  EXPECT_EQ(parsed.keys().size(), kMost);
}

}  // namespace
}  // namespace winnow::repair::mirror
