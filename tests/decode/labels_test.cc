#include "decode/labels.h"

#include <gtest/gtest.h>

namespace winnow::decode {
namespace {

TEST(Labels, CharsetOfContentType) {
  struct Row {
    const char *type, *charset;
  } rows[] = {
      {"text/html; charset=GB2312", "gb2312"},
      {"text/html;charset=\"utf-8\"", "utf-8"},
      {"text/html; boundary=x; Charset='big5' ; q=1", "big5"},
      {"text/html", ""},
      {"charset=utf-8", ""},  // no parameter: there is no type before it
      {"text/html; charset", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(charset_of(row.type), row.charset) << row.type;
}

TEST(Labels, MetaPrescan) {
  struct Row {
    const char *html, *encoding;  // "": none
  } rows[] = {
      {"<meta charset=gbk>", "GBK"},
      {"<META CharSet = 'Shift_JIS' />", "Shift_JIS"},
      {"<meta http-equiv=Content-Type content='text/html; charset=big5'>", "Big5"},
      {"<meta content=\"text/html;charset=euc-kr\" http-equiv=\"content-type\">", "EUC-KR"},
      {"<meta content='text/html; charset=big5'>", ""},  // no pragma
      {"<!-- <meta charset=gbk> --><meta charset=utf-8>", "UTF-8"},
      {"<a title='<meta charset=gbk>'><meta charset=koi8-r>", "KOI8-R"},
      {"<meta charset=utf-16>", "UTF-8"},
      {"<meta charset=x-user-defined>", "windows-1252"},
      {"<meta charset=nonsense><meta charset=gbk>", "GBK"},
      {"<metadata charset=gbk>", ""},
      {"<meta charset", ""},
      {"<meta charset='gbk", "GBK"},
      {"<", ""},
      {"<!--", ""},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(meta_encoding(row.html).value_or(""), row.encoding) << row.html;
}

TEST(Labels, MetaPrescanEndsAfterFourKilobytes) {
  EXPECT_EQ(meta_encoding(std::string(4000, ' ') + "<meta charset=gbk>"), "GBK");
  EXPECT_FALSE(meta_encoding(std::string(4096, ' ') + "<meta charset=gbk>"));
}

TEST(Labels, XmlDeclaration) {
  EXPECT_EQ(xml_encoding("<?xml version=\"1.0\" encoding=\"gb2312\"?>"), "GBK");
  EXPECT_EQ(xml_encoding("\n<?xml version='1.0' encoding='EUC-JP' ?>"), "EUC-JP");
  EXPECT_FALSE(xml_encoding("<?xml version='1.0'?><a encoding='gbk'>"));
  EXPECT_FALSE(xml_encoding("<a encoding='gbk'>"));
}

TEST(Labels, ByteOrderMark) {
  EXPECT_EQ(byte_order_mark("\xEF\xBB\xBFx").encoding, "UTF-8");
  EXPECT_EQ(byte_order_mark("\xFE\xFFx").encoding, "UTF-16BE");
  EXPECT_EQ(byte_order_mark("\xFF\xFEx").size, 2U);
  EXPECT_EQ(byte_order_mark("\xEF\xBB").size, 0U);
}

}  // namespace
}  // namespace winnow::decode
