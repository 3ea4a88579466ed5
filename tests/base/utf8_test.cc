#include "base/utf8.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace winnow::utf8 {
namespace {

using namespace std::string_view_literals;

struct IllFormed {
  std::string_view bytes;
  std::u32string_view read;
};
// Unicode 15, 3.9: tables 3-8 (non-shortest forms), 3-9 (surrogates), 3-10 (others), 3-11 (truncated), and borders.
constexpr IllFormed kIllFormed[] = {
    {"\xC0\xAF\xE0\x80\xBF\xF0\x81\x82\x41", U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\x41"},
    {"\xED\xA0\x80\xED\xBF\xBF\xED\xAF\x41", U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\x41"},
    {"\xF4\x91\x92\x93\xFF\x41\x80\xBF\x42", U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD\x41\xFFFD\xFFFD\x42"},
    {"\xE1\x80\xE2\xF0\x91\x92\xF1\xBF\x41", U"\xFFFD\xFFFD\xFFFD\xFFFD\x41"},
    {"\xF0\x9F\x98", U"\xFFFD"},
    {"\xE4\xB8\xADx\xE4\xB8", U"\x4E2Dx\xFFFD"},
    {"\xF5\x80\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD"},
    {"\x80\x80\x80\x80\x80", U"\xFFFD\xFFFD\xFFFD\xFFFD\xFFFD"},
    {"\xC3\xA9\x80", U"\xE9\xFFFD"},
    {"\xFE\xFF", U"\xFFFD\xFFFD"},
};

// U+0000 and the first and the last code point of each length, and those beside the surrogates.
constexpr std::u32string_view kBorders = U"\0\x7F\x80\x7FF\x800\xD7FF\xE000\xFFFD\xFFFF\U00010000\U0010FFFF"sv;

TEST(Utf8, OneReplacementForEachMaximalSubpart) {
  for (const IllFormed& row : kIllFormed) {
    EXPECT_EQ(decode(row.bytes), row.read);
    EXPECT_EQ(scrub(row.bytes), encode(row.read));
    EXPECT_EQ(length(row.bytes), row.read.size());
    EXPECT_FALSE(valid(row.bytes));
    EXPECT_TRUE(valid(scrub(row.bytes)));
  }
}

TEST(Utf8, ReadsBackwardsWhatItReadsForwards) {
  std::vector<std::string> texts = {encode(kBorders), "", "plain", "中文 😀 é"};
  for (const IllFormed& row : kIllFormed) texts.emplace_back(row.bytes);
  for (const std::string& text : texts) {
    std::u32string backwards;
    for (std::size_t at = text.size(); at > 0;) backwards.push_back(previous(text, at));
    std::reverse(backwards.begin(), backwards.end());
    EXPECT_EQ(backwards, decode(text)) << text;
  }
}

TEST(Utf8, PreviousReadsNothingBehindItsPlace) {
  const std::string text = "\xE4\xB8\xAD";
  std::size_t at = 2;
  EXPECT_EQ(previous(text, at), kReplacement);
  EXPECT_EQ(at, 0u);
}

TEST(Utf8, EveryBorderReadsBackAsItself) {
  EXPECT_EQ(decode(encode(kBorders)), kBorders);
  EXPECT_TRUE(valid(encode(kBorders)));
  EXPECT_EQ(encode(kBorders).size(), 1u + 1 + 2 + 2 + 3 + 3 + 3 + 3 + 3 + 4 + 4);
}

TEST(Utf8, OneByteBeyondAsciiIsSeenWhereverItStands) {
  for (std::size_t size = 0; size < 70; ++size) {
    std::string text(size, 'a');
    EXPECT_TRUE(is_ascii(text)) << size;
    for (std::size_t at = 0; at < size; ++at) {
      text[at] = '\x80';
      EXPECT_FALSE(is_ascii(text)) << at << " of " << size;
      text[at] = 'a';
    }
  }
}

TEST(Utf8, WhatIsNoScalarValueIsWrittenAsReplacement) {
  for (const char32_t c : {char32_t{0xD800}, char32_t{0xDFFF}, char32_t{0x110000}, char32_t{0xFFFFFFFF}}) {
    EXPECT_EQ(of(c), "\xEF\xBF\xBD");
  }
}

TEST(Utf8, ShortensBetweenCharacters) {
  struct Row {
    std::string_view text;
    std::size_t count;
    std::string_view out;
  };
  const Row rows[] = {
      {"", 0, ""},        {"abc", 3, "abc"},   {"abc", 2, "ab…"}, {"abc", 0, "…"},
      {"中文", 1, "中…"}, {"中文", 2, "中文"}, {"😀😀", 1, "😀…"},   {"a\xE4\xB8", 2, "a\xE4\xB8"},
  };
  for (const Row& row : rows) EXPECT_EQ(shorten(row.text, row.count), row.out) << row.text << " " << row.count;
}

}  // namespace
}  // namespace winnow::utf8
