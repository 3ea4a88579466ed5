#include "decode/decode.h"

#include <gtest/gtest.h>

#include "base/converter.h"

namespace winnow::decode {
namespace {

constexpr std::string_view kChinese = "国家统计局今天发布的数据显示，经济在第三季度继续增长。";
constexpr std::string_view kTraditional = "國家統計局今天發布的數據顯示，經濟在第三季度繼續增長。";

std::string in(std::string_view encoding, std::string_view text) { return from_utf8(encoding, text).value(); }

struct Case {
  std::string bytes;
  std::string_view content_type, forced, encoding, why;
};

void expect(const Case& c) {
  const Text text = to_text(c.bytes, c.content_type, c.forced, true);
  EXPECT_EQ(text.encoding, c.encoding);
  EXPECT_EQ(text.why, c.why);
  EXPECT_FALSE(text.trace.empty());
}

TEST(Charset, BomBeatsAll) {
  expect({"\xEF\xBB\xBF<meta charset=gbk>", "text/html; charset=big5", "gbk", "UTF-8", "BOM"});
  EXPECT_EQ(to_text("\xEF\xBB\xBFx", "", "auto", true).utf8, "x");
  EXPECT_EQ(to_text(std::string_view("\xFF\xFE\x2D\x4E", 4), "", "auto", true).utf8, "中");
}

TEST(Charset, ForcedBeatsHeaderAndMeta) {
  expect({"<meta charset=gbk>" + in("Big5", kTraditional), "text/html; charset=gbk", "big5", "Big5", "site file"});
}

TEST(Charset, UnknownForcedLabelIsNoted) {
  const Text text = to_text("plain", "", "no-such", true);
  EXPECT_EQ(text.encoding, "UTF-8");
  EXPECT_EQ(text.trace.front().what, "no-such");
}

TEST(Charset, HeaderBeatsMeta) {
  expect(
      {"<meta charset=windows-1251>caf\xE9", "text/html; charset=iso-8859-1", "auto", "windows-1252", "HTTP header"});
}

TEST(Charset, MetaCountsWithoutHeader) {
  expect({"<meta charset=gb2312>" + in("gb18030", kChinese), "text/html", "auto", "GBK", "meta"});
}

TEST(Charset, MetaIsForHtmlOnly) {
  EXPECT_EQ(to_text("<meta charset=koi8-r>\xC1\xC2", "", "auto", false).why, "detected");
}

TEST(Charset, XmlDeclarationCounts) {
  expect({"<?xml version='1.0' encoding='gb2312'?>" + in("gb18030", kChinese), "", "auto", "GBK", "XML declaration"});
}

TEST(Charset, Utf8BytesBeatAContradictingLabel) {
  expect({std::string(kChinese), "text/html; charset=gbk", "auto", "UTF-8", "UTF-8"});
  expect({std::string(kChinese), "text/html; charset=iso-8859-1", "auto", "UTF-8", "UTF-8"});
  expect({"<meta charset=utf-8>" + std::string(kChinese), "", "auto", "UTF-8", "meta"});
}

TEST(Charset, TwoBytesThatHappenToBeUtf8DoNotBeatGbk) {
  expect({"<meta charset=gbk>\xC4\xA3", "", "auto", "GBK", "meta"});
}

TEST(Charset, ALabelWithErrorsLosesToOneWithout) {
  expect({"<meta charset=gbk>" + in("gb18030", kChinese), "text/html; charset=utf-8", "auto", "GBK", "meta"});
}

TEST(Charset, ALabelThatReadsAsNonsenseLoses) {
  expect({in("Big5", kTraditional), "text/html; charset=gb2312", "auto", "Big5", "detected"});
  expect({in("gb18030", kChinese), "text/html; charset=iso-8859-1", "auto", "gb18030", "detected"});
  expect({"just words", "text/html; charset=utf-16", "auto", "UTF-8", "UTF-8"});
}

TEST(Charset, OneLostByteDoesNotChangeTheEncoding) {
  std::string text;
  for (int i = 0; i < 20; ++i) text += kChinese;
  expect({text + "\xE5\x9B", "text/html; charset=utf-8", "auto", "UTF-8", "HTTP header"});
  expect({text + "\xE5\x9B", "", "auto", "UTF-8", "UTF-8"});
  expect({in("gb18030", text) + "\xFF", "text/html; charset=gbk", "auto", "GBK", "HTTP header"});
}

TEST(Charset, AsciiTakesTheDeclaredName) {
  expect({"plain", "text/html; charset=gb2312", "auto", "GBK", "HTTP header"});
  expect({"plain", "", "auto", "UTF-8", "UTF-8"});
}

TEST(Charset, SurrogateHalvesAreJoined) {
  std::string page = "<p>你好 \xED\xA0\xBD\xED\xB8\x80\xED\xA0\xBD\xED\xB8\x81</p>";
  const Text text = to_text(page, "", "auto", true);
  EXPECT_EQ(text.utf8, "<p>你好 😀😁</p>");
  EXPECT_EQ(text.encoding, "UTF-8");
}

TEST(Charset, ShortUtf8WithALostByteIsUtf8) {
  for (const std::string_view bytes : {"天气预报\xE6\x96", "气\xB0象台说", "Voil\xA0 l’été déjà, voilà l’été"})
    EXPECT_EQ(to_text(bytes, "", "auto", true).encoding, "UTF-8") << bytes;
}

TEST(Charset, OutputIsValidWhateverComesIn) {
  for (unsigned byte = 0; byte < 256; ++byte) {
    const std::string bytes(3, static_cast<char>(byte));
    for (std::string_view type :
         {"", "text/html; charset=utf-8", "text/html; charset=gbk", "text/html; charset=utf-16be"}) {
      const Text text = to_text(bytes, type, "auto", true);
      EXPECT_EQ(to_utf8("UTF-8", text.utf8), text.utf8) << byte;
    }
  }
}

}  // namespace
}  // namespace winnow::decode
