// A declared label that the bytes contradict loses, and the trace says so.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "base/converter.h"
#include "decode/decode.h"

namespace winnow::decode {
namespace {

constexpr std::string_view kSimplified = "记者昨天在车站看到，旅客比往年多，铁路部门增开了列车。";
constexpr std::string_view kTraditional = "記者昨天在車站看到，旅客比往年多，鐵路部門增開了列車。";
constexpr std::string_view kJapanese = "記者が駅で旅行者に話を聞いたところ、例年より多いという。";
constexpr std::string_view kKorean = "기자가 어제 역에서 보니 여행객이 예년보다 많았다.";
constexpr std::string_view kRussian = "Корреспондент вчера видел на вокзале больше пассажиров, чем обычно.";
constexpr std::string_view kFrench = "Les voyageurs étaient déjà très nombreux à la gare, hier après-midi.";

struct Row {
  std::string_view header, meta, bytes_in, text, encoding, refused;  // refused: "" when none is
};

std::string page_of(const Row& row) {
  const std::string head = row.meta.empty() ? "" : "<meta charset=" + std::string(row.meta) + ">";
  return head + from_utf8(row.bytes_in, row.text).value();
}

bool is_refused(const Text& text, std::string_view encoding) {
  return std::any_of(text.trace.begin(), text.trace.end(), [&](const TraceStep& step) {
    return (step.action == "charset refused" || step.action == "charset doubted") && step.what == encoding;
  });
}

TEST(Contradiction, TheBytesWin) {
  const Row rows[] = {
      {"utf-8", "", "gb18030", kSimplified, "gb18030", "UTF-8"},
      {"utf-8", "gbk", "gb18030", kSimplified, "GBK", "UTF-8"},
      {"utf-8", "", "Big5", kTraditional, "Big5", "UTF-8"},
      {"utf-8", "", "Shift_JIS", kJapanese, "Shift_JIS", "UTF-8"},
      {"utf-8", "", "EUC-JP", kJapanese, "EUC-JP", "UTF-8"},
      {"utf-8", "", "EUC-KR", kKorean, "EUC-KR", "UTF-8"},
      {"", "gb2312", "UTF-8", kSimplified, "UTF-8", "GBK"},
      {"gbk", "utf-8", "UTF-8", kSimplified, "UTF-8", "GBK"},
      {"iso-8859-1", "", "gb18030", kSimplified, "gb18030", "windows-1252"},
      {"iso-8859-1", "", "Shift_JIS", kJapanese, "Shift_JIS", "windows-1252"},
      {"iso-8859-1", "gb2312", "gb18030", kSimplified, "GBK", "windows-1252"},
      {"iso-8859-1", "", "gb18030", "欢迎光临我们网站", "gb18030", "windows-1252"},
      {"iso-8859-1", "", "EUC-KR", "오늘의 날씨는 맑음", "EUC-KR", "windows-1252"},
      {"iso-8859-1", "", "windows-1251", kRussian, "windows-1251", "windows-1252"},
      {"windows-1251", "", "Big5", kTraditional, "Big5", "windows-1251"},
      {"", "big5", "gb18030", kSimplified, "gb18030", "Big5"},
      {"gbk", "", "Big5", kTraditional, "Big5", "GBK"},
      {"gbk", "", "EUC-JP", kJapanese, "EUC-JP", "GBK"},
      {"gbk", "", "EUC-KR", kKorean, "EUC-KR", "GBK"},
      {"shift_jis", "", "EUC-JP", kJapanese, "EUC-JP", "Shift_JIS"},
      {"euc-jp", "", "Shift_JIS", kJapanese, "Shift_JIS", "EUC-JP"},
      {"euc-kr", "", "gb18030", kSimplified, "gb18030", "EUC-KR"},
      {"gbk", "", "windows-1251", kRussian, "windows-1251", "GBK"},
      {"windows-1252", "", "UTF-8", "déjà vu", "UTF-8", "windows-1252"},
      {"koi8-r", "", "UTF-8", kRussian, "UTF-8", "KOI8-R"},
      {"utf-16le", "", "UTF-8", kFrench, "UTF-8", "UTF-16LE"},
      {"utf-8", "", "windows-1252", kFrench, "windows-1252", "UTF-8"},
  };
  for (const Row& row : rows) {
    const std::string type = row.header.empty() ? "" : "text/html; charset=" + std::string(row.header);
    const std::string page = page_of(row);
    const Text text = to_text(page, type, "auto", true);
    EXPECT_EQ(text.encoding, row.encoding) << row.header << " " << row.meta << " " << row.text;
    EXPECT_TRUE(text.utf8.ends_with(row.text)) << text.utf8;
    EXPECT_TRUE(is_refused(text, row.refused)) << row.refused;
  }
}

TEST(Contradiction, WhatFitsIsBelieved) {
  const Row rows[] = {
      {"gb2312", "", "gb18030", kSimplified, "GBK", ""},
      {"gbk", "", "gb18030", kTraditional, "GBK", ""},
      {"gbk", "", "gb18030", "中", "GBK", ""},
      {"big5", "", "Big5", "中", "Big5", ""},
      {"shift_jis", "", "Shift_JIS", "ｱｲｳｴｵ", "Shift_JIS", ""},
      {"euc-jp", "", "EUC-JP", "はい", "EUC-JP", ""},
      {"gbk", "", "gb18030", "龘靐齉爩鱻麤", "GBK", ""},
      {"koi8-r", "", "KOI8-R", kRussian, "KOI8-R", ""},
      {"windows-1251", "", "windows-1251", "да", "windows-1251", ""},
      {"iso-8859-1", "", "windows-1252", "À", "windows-1252", ""},
      {"tis-620", "", "windows-874", "สวัสดีครับ", "windows-874", ""},
  };
  for (const Row& row : rows) {
    const Text text = to_text(page_of(row), "text/html; charset=" + std::string(row.header), "auto", true);
    EXPECT_EQ(text.encoding, row.encoding) << row.header << " " << row.text;
    EXPECT_EQ(text.utf8, row.text);
    EXPECT_EQ(text.trace.size(), 1U) << row.header;
  }
}

TEST(Contradiction, AForcedLabelStandsAgainstAll) {
  for (const std::string_view type : {"text/html; charset=utf-8", "text/html; charset=big5", ""}) {
    const Text text = to_text(from_utf8("EUC-KR", kKorean).value(), type, "ks_c_5601-1987", true);
    EXPECT_EQ(text.utf8, kKorean);
    EXPECT_EQ(text.why, "site file");
  }
  const Text wrong = to_text(from_utf8("EUC-KR", kKorean).value(), "", "gbk", true);
  EXPECT_EQ(wrong.encoding, "GBK");
}

}  // namespace
}  // namespace winnow::decode
