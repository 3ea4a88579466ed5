#include "repair/codecs.h"

#include <gtest/gtest.h>

#include <string>

#include "base/converter.h"
#include "base/utf8.h"
#include "repair/double_byte.h"
#include "repair/signs.h"

namespace winnow::repair {
namespace {

constexpr CodecSet bit(std::size_t codec) { return static_cast<CodecSet>(1U << codec); }

TEST(Codecs, BytesAreThoseOfTheConverters) {
  for (std::size_t codec = 0; codec < kCodecs; ++codec) {
    if (codec == kCodePage437) continue;  // no converter has it
    for (unsigned byte = 0x80; byte < 0x100; ++byte) {
      const std::string text = to_utf8(Codecs::name(codec), std::string(1, static_cast<char>(byte)));
      std::size_t at = 0;
      const char32_t c = utf8::next(text, at);
      if (c == utf8::kReplacement) continue;
      EXPECT_EQ(Codecs::tables().byte_of(codec, c), byte) << Codecs::name(codec);
    }
  }
}

TEST(Codecs, CodePage437) {
  struct Row {
    char32_t c;
    unsigned byte;
  } rows[] = {{U'Ç', 0x80}, {U'é', 0x82}, {U'⌐', 0xA9}, {U'├', 0xC3}, {U'Σ', 0xE4}, {U'\u00A0', 0xFF}};
  for (const Row& row : rows) EXPECT_EQ(Codecs::tables().byte_of(kCodePage437, row.c), row.byte);
}

TEST(Codecs, WesternTakesControlsAsThemselves) {
  for (char32_t c = 0x80; c < 0xA0; ++c) EXPECT_EQ(Codecs::tables().byte_of(kWindows1252, c), c);
  EXPECT_EQ(Codecs::tables().byte_of(kWindows1252, U'€'), 0x80U);
}

TEST(Codecs, RolesFollowFromTheBytes) {
  const Codecs& tables = Codecs::tables();
  EXPECT_NE(tables.roles(U'Ã').lead2 & bit(kWindows1252), 0);
  EXPECT_NE(tables.roles(U'â').lead3 & bit(kWindows1252), 0);
  EXPECT_NE(tables.roles(U'ð').lead4 & bit(kWindows1252), 0);
  EXPECT_NE(tables.roles(U'€').tail & bit(kWindows1252), 0);
  EXPECT_NE(tables.roles(U'Р').lead2 & bit(kWindows1251), 0);
  EXPECT_EQ(tables.roles(U'Á').lead() & bit(kWindows1252), 0);  // C1 begins overlong forms only
}

TEST(Codecs, WhatNoneHasIsNothing) {
  for (const char32_t c : {U'a', U'中', U'한', U'😀', char32_t{0x10FFFF}}) {
    EXPECT_EQ(Codecs::tables().roles(c).lead(), 0);
    EXPECT_EQ(Codecs::tables().roles(c).tail, 0);
    for (std::size_t codec = 0; codec < kCodecs; ++codec) EXPECT_EQ(Codecs::tables().byte_of(codec, c), 0U);
  }
}

// scan.h opens the gate by signs.h: a lead that it did not know would never be repaired.
TEST(Codecs, EveryLeadOpensTheGate) {
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    const CodecSet leads = Codecs::tables().roles(c).lead() & static_cast<CodecSet>(~bit(kCodePage437));
    const bool common = (leads & (bit(kWindows1252) | bit(kWindows1251) | bit(kWindows1250))) != 0;
    EXPECT_TRUE(!common || may_lead(c)) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(DoubleByte, CharactersAreThoseOfTheConverters) {
  struct Row {
    std::size_t number;
    std::string_view text;
  } rows[] = {{0, "中文镕，"}, {1, "中文，臺"}, {2, "日本ソ表、"}, {3, "日本ソ表、"}, {4, "한국중앙"}};
  for (const Row& row : rows) {
    const DoubleByte& table = DoubleByte::table(row.number);
    for (std::size_t at = 0; at < row.text.size();) {
      const std::size_t start = at;
      const char32_t c = utf8::next(row.text, at);
      const auto bytes = from_utf8(table.encoding(), row.text.substr(start, at - start));
      if (!bytes || bytes->size() != 2) continue;
      const auto lead = static_cast<unsigned char>((*bytes)[0]);
      const auto trail = static_cast<unsigned char>((*bytes)[1]);
      EXPECT_EQ(table.character(lead, trail), c) << table.encoding();
      EXPECT_EQ(table.bytes(c), (unsigned{lead} << 8U) | trail) << table.encoding();
    }
  }
}

TEST(DoubleByte, HalfWidthKatakanaStandAloneInShiftJisOnly) {
  EXPECT_EQ(DoubleByte::table(2).alone(0xB1), U'ｱ');
  EXPECT_EQ(DoubleByte::table(2).bytes(U'ｱ'), 0xB1U);
  EXPECT_EQ(DoubleByte::table(0).alone(0xB1), U'\0');
}

}  // namespace
}  // namespace winnow::repair
