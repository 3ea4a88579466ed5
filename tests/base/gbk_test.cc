#include "base/gbk.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "base/converter.h"
#include "base/utf8.h"

namespace winnow::gbk {
namespace {

TEST(Gbk, CharactersOfPairs) {
  struct Row {
    unsigned lead, trail;
    char32_t character;
  } rows[] = {
      {0xD6, 0xD0, U'中'},  {0xCE, 0xC4, U'文'},  {0xD2, 0xF2, U'因'},  {0x9E, 0xE9, U'為'},
      {0xF2, 0x9E, U'驗'},  {0x81, 0x40, U'丂'},  {0xFE, 0xA0, 0xE864}, {0xA1, 0xA1, 0x3000},
      {0xA3, 0xAC, U'，'},  {0xA8, 0xBB, U'ɑ'},   {0xA8, 0xC0, U'ɡ'},   {0xA8, 0xA1, U'ā'},
      {0xA8, 0xBF, U'ǹ'},   {0xA2, 0xE3, U'€'},   {0xAA, 0xA1, 0xE000},  // the three user-defined areas
      {0xFC, 0xEE, 0xE3F9}, {0xFE, 0xFE, 0xE4C5}, {0xA1, 0x40, 0xE4C6}, {0xA7, 0xA0, 0xE765},
      {0xA8, 0xBC, 0xE7C7},  // as code page 936, where the WHATWG's index has U+1E3F
      {0x80, 0x40, 0},      {0xFF, 0x40, 0},      {0x81, 0x3F, 0},      {0x81, 0x7F, 0},
      {0x81, 0xFF, 0},      {0x00, 0x40, 0},      {0x41, 0x41, 0},      {0x181, 0x40, 0},
      {0x81, 0x140, 0},     {~0U, ~0U, 0},
  };
  for (const Row& row : rows) EXPECT_EQ(character(row.lead, row.trail), row.character) << row.lead << " " << row.trail;
}

TEST(Gbk, BytesOfCharacters) {
  struct Row {
    char32_t character;
    std::uint16_t bytes;
  } rows[] = {
      {U'中', 0xD6D0},  {U'驗', 0xF29E},  {0xE3F9, 0xFCEE}, {U'ǚ', 0xA8B7},    {U'€', 0xA2E3}, {0x1E3F, 0xA8BC},
      {0xE7C7, 0xA8BC}, {0x9FB4, 0xFE59}, {0xFE10, 0xA6D9}, {0x20087, 0xFE51}, {U'a', 0},      {0, 0},
      {U'ế', 0},        {0xAC00, 0},      {0x20000, 0},     {0x10FFFF, 0},     {0xFFFD, 0},    {~char32_t{0}, 0},
  };
  for (const Row& row : rows) EXPECT_EQ(bytes(row.character), row.bytes) << std::hex << std::uint32_t{row.character};
}

TEST(Gbk, EveryPairIsACharacterAndComesBack) {
  int count = 0;
  for (unsigned lead = 0; lead < 0x100; ++lead) {
    for (unsigned trail = 0; trail < 0x100; ++trail) {
      const char32_t c = character(lead, trail);
      ASSERT_EQ(c != 0, is_lead(lead) && is_trail(trail)) << lead << " " << trail;
      if (c == 0) continue;
      ++count;
      ASSERT_EQ(bytes(c), lead << 8 | trail);
    }
  }
  EXPECT_EQ(count, 23940);
}

// The converter has one character where a later edition put it in a private-use one's place (U+1E3F).
TEST(Gbk, AgreesWithTheConverter) {
  int differ = 0;
  for (unsigned lead = 0x81; lead < 0xFF; ++lead) {
    for (unsigned trail = 0x40; trail < 0xFF; ++trail) {
      if (trail == 0x7F || (lead == 0xA3 && trail == 0xA0)) continue;  // the second: a space in the standard's index
      const std::string pair = {static_cast<char>(lead), static_cast<char>(trail)};
      const std::u32string found = utf8::decode(to_utf8("gb18030", pair));
      ASSERT_EQ(found.size(), 1U) << lead << " " << trail;
      if (found[0] == character(lead, trail)) continue;
      ++differ;
      EXPECT_EQ(bytes(found[0]), lead << 8 | trail) << std::hex << std::uint32_t{found[0]};
      EXPECT_TRUE(character(lead, trail) >= 0xE000 && character(lead, trail) < 0xF900);
    }
  }
  EXPECT_LE(differ, 24);
}

TEST(Gbk, NoCharacterWithoutAPairOfItsOwn) {
  int later = 0;
  for (char32_t c = 0; c <= 0x110000; ++c) {
    const unsigned pair = bytes(c);
    if (pair != 0 && character(pair >> 8, pair & 0xFF) != c) ++later;
  }
  EXPECT_EQ(later, 25);  // the characters of later editions
}

}  // namespace
}  // namespace winnow::gbk
