// A character that is cut by a chunk's end is whole: any cut of the bytes gives what they give in one piece.
#include <gtest/gtest.h>

#include <string>

#include "base/converter.h"

namespace winnow {
namespace {

using namespace std::string_literals;

struct Decoded {
  std::string text;
  std::size_t errors = 0;
  bool operator==(const Decoded&) const = default;
};

Decoded in_chunks(std::string_view encoding, std::string_view bytes, std::size_t first, std::size_t size) {
  Converter converter(encoding);
  Decoded decoded;
  converter.feed(bytes.substr(0, first), false, decoded.text);
  for (std::size_t at = first; at < bytes.size(); at += size)
    converter.feed(bytes.substr(at, size), false, decoded.text);
  converter.feed({}, true, decoded.text);
  decoded.errors = converter.errors();
  return decoded;
}

void expect_the_same(std::string_view encoding, std::string_view bytes) {
  Decoded whole;
  whole.text = to_utf8(encoding, bytes, &whole.errors);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    for (const std::size_t size : {bytes.size() + 1, std::size_t{1}, std::size_t{2}, std::size_t{3}}) {
      const Decoded chunked = in_chunks(encoding, bytes, cut, size);
      ASSERT_EQ(chunked.text, whole.text) << encoding << ", cut at " << cut << ", then by " << size;
      ASSERT_EQ(chunked.errors, whole.errors) << encoding << ", cut at " << cut << ", then by " << size;
    }
  }
}

TEST(Streaming, TextInEveryEncoding) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"UTF-8", "a é 中文 😀 z"},         {"UTF-16LE", "a é 中文 😀 z"}, {"UTF-16BE", "a é 中文 😀 z"},
      {"gb18030", "a 中文 é ế 😀 。z"},   {"GBK", "a 中文，字 z"},      {"Big5", "a 中文，功許蓋 z"},
      {"Shift_JIS", "a 日本ｱｲ、ソ表 z"}, {"EUC-JP", "a 日本ｱｲ、丂 z"}, {"ISO-2022-JP", "a 日本語 b カナ z"},
      {"EUC-KR", "a 한글 똠방 z"},       {"windows-1252", "a é “z”"},  {"windows-1251", "a Привет z"},
      {"KOI8-R", "a Привет z"},          {"windows-874", "a สวัสดี z"},  {"macintosh", "a é z"},
      {"x-user-defined", "a \uF780 z"},
  };
  for (const Row& row : rows) {
    const std::optional<std::string> bytes = from_utf8(row.encoding, row.text);
    ASSERT_TRUE(bytes) << row.encoding;
    ASSERT_EQ(to_utf8(row.encoding, *bytes), row.text) << row.encoding;
    expect_the_same(row.encoding, *bytes);
  }
}

TEST(Streaming, IllFormedBytes) {
  struct Row {
    std::string_view encoding;
    std::string bytes;
  } rows[] = {
      {"UTF-8", "a\xE4\xB8 \xF0\x9F\x98 \xFF\xC3 \xE4\xB8\xAD\xE4"},
      {"UTF-8", "\xED\xA0\xBD\xED\xB8\x80|\xED\xA0\xBD|\xED\xB8\x80|\xED\xA0\xBD\xED\xA0\xBD\xED\xB8\x80|\xED\xA0"},
      {"UTF-8", "\xED\xA0\xBD\xED\x95\x9C\xED\xA0\xBD\xED\xB8"},
      {"UTF-8", "\xEF\xBF\xBD\xEF\xBF"},
      {"UTF-16LE", "\x00\xD8\x61\x00\x00\xDC\x3D\xD8\x00"s},
      {"UTF-16BE", "\xD8\x00\x00\x61\xDC\x00\xD8\x3D\xDE"s},
      {"gb18030", "\x81 \x81\x30 \x81\x30\x81 \x81\x30\x81\xFF \xD6\xD0\xFF\x80\xA3\xA0\xFE\x39\xFE\x39\x81"},
      {"Big5", "\x81\x40\x88\x62\x85\x41\xA4 \xA4\xA4\xFF\x80\xA4"},
      {"Shift_JIS", "\x80\xA0\xFD\x81 \x82\xA0\x85\x40\x81"},
      {"EUC-JP", "\x85\x8E \x8E\xFF\x8F\xA2 \x8F\xA2\xB7\xA4\xA2\xA4 \x8F\xB0"},
      {"EUC-KR", "\x80\xFF\xC9\xA1\xB0\xA1\xB0 \xB0"},
      {"ISO-2022-JP", "\x1B$B$3$\x1B(Bx\x1BZab\xE9\x0E\x1B(I12\x1B$"},
      {"windows-1253", "\xAA\xD2\xE1"},
      {"replacement", "abc"},
  };
  for (const Row& row : rows) expect_the_same(row.encoding, row.bytes);
}

// 4096 UTF-16 units are converted at a time.
TEST(Streaming, CharactersAcrossTheConvertersBuffer) {
  for (const std::string_view encoding : {"UTF-16LE", "gb18030"}) {
    for (std::size_t lead = 4090; lead < 4100; ++lead) {
      const std::string text = std::string(lead, 'a') + "😀中😀";
      EXPECT_EQ(to_utf8(encoding, from_utf8(encoding, text).value()), text) << encoding << " " << lead;
    }
  }
}

}  // namespace
}  // namespace winnow
