#include "base/converter.h"

#include <gtest/gtest.h>

#include "base/single_byte.h"

namespace winnow {
namespace {

using namespace std::string_view_literals;

TEST(EncodingLabel, TableOfTheStandard) {
  struct Row {
    std::string_view label, encoding;
  } rows[] = {
      {"utf8", "UTF-8"},
      {"latin1", "windows-1252"},
      {"ISO-8859-1", "windows-1252"},
      {"ASCII", "windows-1252"},
      {"gb2312", "GBK"},
      {"GB18030", "gb18030"},
      {"big5-hkscs", "Big5"},
      {"x-sjis", "Shift_JIS"},
      {"ks_c_5601-1987", "EUC-KR"},
      {"\t utf-8 \n", "UTF-8"},
      {"unicode", "UTF-16LE"},
      {"iso-8859-9", "windows-1254"},
      {"tis-620", "windows-874"},
      {"hz-gb-2312", "replacement"},
      {"logical", "ISO-8859-8-I"},
      {"koi", "KOI8-R"},
      {"iso_8859-8:1988", "ISO-8859-8"},
  };
  for (const Row& row : rows) EXPECT_EQ(encoding_for_label(row.label), row.encoding) << row.label;
}

TEST(EncodingLabel, UnknownIsNothing) {
  for (std::string_view label : {"", " ", "utf-7", "utf_8", "gb", "ebcdic", "a-label-longer-than-any-in-the-table"})
    EXPECT_FALSE(encoding_for_label(label)) << label;
}

TEST(Converter, DecodesEachFamily) {
  struct Row {
    std::string_view encoding, bytes, text;
  } rows[] = {
      {"UTF-8", "a中\xC3\xA9", "a中é"},
      {"gb18030", "\xD6\xD0\xCE\xC4\x80", "中文€"},
      {"GBK", "\xD6\xD0\x81\x30\x84\x36", "中¥"},
      {"Big5", "\xA4\xA4\xA4\xE5", "中文"},
      {"Shift_JIS", "\x93\xFA\x96\x7B\xB1\x5C", "日本ｱ\\"},
      {"EUC-JP", "\xC6\xFC\xCB\xDC\xA1\xC1", "日本～"},
      {"ISO-2022-JP", "\x1B$B$3$s\x1B(B ok", "こん ok"},
      {"EUC-KR", "\xC7\xD1\xB1\xDB", "한글"},
      {"UTF-16LE", "\x2D\x4E\x61\x00"sv, "中a"},
      {"UTF-16BE", "\x4E\x2D\xD8\x40\xDC\x00"sv, "中𠀀"},
      {"windows-1252", "\x93hi\x94 \x80\x81", "“hi” €\u0081"},
      {"windows-1251", "\xCF\xF0\xE8", "При"},
      {"KOI8-U", "\xAE\xBE", "ўЎ"},
      {"ISO-8859-16", "\xAA\xBA\xA4", "Șș€"},
      {"macintosh", "\x8E\xDB\xF0", "é€\uF8FF"},
      {"windows-874", "\xA1", "ก"},
      {"x-user-defined", "a\x80\xFF", "a\uF780\uF7FF"},
      {"no such encoding", "\x93", "“"},
  };
  for (const Row& row : rows) {
    std::size_t errors = 99;
    EXPECT_EQ(to_utf8(row.encoding, row.bytes, &errors), row.text) << row.encoding;
    EXPECT_EQ(errors, 0U) << row.encoding;
  }
}

TEST(Converter, IllFormedBytesAreReplacedAndCounted) {
  struct Row {
    std::string_view encoding, bytes, text;
    std::size_t errors;
  } rows[] = {
      {"UTF-8", "a\xFFz\xE4\xB8", "a\uFFFDz\uFFFD", 2},
      {"UTF-8", "\xEF\xBF\xBD", "\uFFFD", 0},  // the character itself is no error
      {"gb18030", "\x81 x", "\uFFFD x", 1},    // ASCII behind a lone lead byte is not eaten
      {"gb18030", "\xFF", "\uFFFD", 1},
      {"Shift_JIS", "\x81", "\uFFFD", 1},
      {"windows-1253", "\xAA\xD2", "\uFFFD\uFFFD", 2},
      {"UTF-16LE", "\x00\xD8\x61\x00"sv, "\uFFFDa", 1},
      {"replacement", "whatever", "\uFFFD", 1},
  };
  for (const Row& row : rows) {
    std::size_t errors = 99;
    EXPECT_EQ(to_utf8(row.encoding, row.bytes, &errors), row.text) << row.encoding;
    EXPECT_EQ(errors, row.errors) << row.encoding;
  }
}

// Where ICU's tables are not the indexes of the Encoding Standard.
TEST(Converter, FollowsTheStandardsIndexes) {
  struct Row {
    std::string_view encoding, bytes, text;
  } rows[] = {
      {"Big5", "\x88\x62\x88\x64\x88\xA3\x88\xA5", "\u00CA\u0304\u00CA\u030C\u00EA\u0304\u00EA\u030C"},
      {"Big5", "\x81\x40\x84\xA1\x86\x41", "\uFFFD@\uFFFD\uFFFDA"},  // leads 81 to 86 are empty
      {"Big5", "\x88\x40\xC8\xA1\xA1\x45", "\u31C0\u9FB0\u2027"},
      {"EUC-KR", "\x80\xFF\xC9\xA1\xFE\xFE", "\uFFFD\uFFFD\uFFFD\uFFFD"},
      {"gb18030", "\xA3\xA0\xA6\xD9\xFE\x59\xA2\xE3", "\u3000\uFE10\u9FB4€"},
      {"gb18030", "\xAA\xA1", "\uE000"},  // user-defined characters stay
      {"EUC-JP", "\x85\xA1\xC1\xAD\xA1", "\uFFFD～①"},
      {"Shift_JIS", "\x80\x81\x60\x87\x40\xF0\x40", "\u0080～①\uE000"},
      {"ISO-2022-JP", "\x1B(I12\x1B(J\\~\x1B(B\\", "ｱｲ¥‾\\"},
      {"ISO-2022-JP", "a\xE9\x0Ez", "a\uFFFD\uFFFDz"},
  };
  for (const Row& row : rows) EXPECT_EQ(to_utf8(row.encoding, row.bytes), row.text) << row.encoding;
}

TEST(Converter, SurrogateHalvesInUtf8AreJoined) {
  std::size_t errors = 0;
  EXPECT_EQ(to_utf8("UTF-8", "\xED\xA0\xBD\xED\xB8\x80", &errors), "😀");
  EXPECT_EQ(errors, 0U);
  EXPECT_EQ(to_utf8("UTF-8", "a\xED\xA0\xBDz\xED\xB8\x80", &errors), "a\uFFFDz\uFFFD");
  EXPECT_EQ(errors, 2U);
}

TEST(Converter, AnyCutOfTheStreamGivesTheSame) {
  for (std::string_view encoding : {"UTF-8", "gb18030", "EUC-JP", "UTF-16BE", "UTF-16LE"}) {
    const std::string_view text = "第一段。second 段落 第三";
    const std::optional<std::string> bytes = from_utf8(encoding, text);
    ASSERT_TRUE(bytes) << encoding;
    for (std::size_t step = 1; step < 5; ++step) {
      Converter converter(encoding);
      std::string out;
      for (std::size_t at = 0; at < bytes->size(); at += step)
        converter.feed(std::string_view(*bytes).substr(at, step), false, out);
      converter.feed({}, true, out);
      EXPECT_EQ(out, text) << encoding << " in steps of " << step;
      EXPECT_EQ(converter.errors(), 0U);
    }
  }
}

TEST(Converter, EncodesOrSaysNothing) {
  EXPECT_EQ(from_utf8("gb18030", "中"), "\xD6\xD0");
  EXPECT_EQ(from_utf8("windows-1252", "é“"), "\xE9\x93");
  EXPECT_EQ(from_utf8("UTF-8", "é"), "é");
  EXPECT_FALSE(from_utf8("windows-1252", "中"));
  EXPECT_FALSE(from_utf8("Shift_JIS", "한"));
  EXPECT_TRUE(from_utf8("gb18030", "𠀀"));
  EXPECT_FALSE(from_utf8("GBK", "𠀀"));  // would need four bytes
  EXPECT_FALSE(from_utf8("replacement", "a"));
}

TEST(SingleByte, OnlySingleByteEncodings) {
  EXPECT_TRUE(single_byte("ISO-8859-8-I"));
  EXPECT_FALSE(single_byte("UTF-8"));
  EXPECT_FALSE(single_byte("gb18030"));
  EXPECT_EQ((*single_byte("ISO-8859-2"))[0x21], u'Ą');
}

}  // namespace
}  // namespace winnow
