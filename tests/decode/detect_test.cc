#include "decode/detect.h"

#include <gtest/gtest.h>

#include "base/converter.h"

namespace winnow::decode {
namespace {

constexpr std::string_view kRussian =
    "Правительство опубликовало новые данные о росте экономики в третьем квартале. Об этом сообщили в министерстве.";
constexpr std::string_view kGreek =
    "Η κυβέρνηση ανακοίνωσε σήμερα τα νέα μέτρα για την οικονομία και την εργασία στη χώρα, όπως είπε ο υπουργός.";

TEST(Detect, ByWhatItDecodesTo) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"gb18030", "国家统计局今天发布的数据显示，经济在第三季度继续增长。"},
      {"gb18030", "中国新闻"},
      {"Big5", "國家統計局今天發布的數據顯示，經濟在第三季度繼續增長。"},
      {"Shift_JIS", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-KR", "정부는 내년도 예산안을 국회에 제출했다고 밝혔다."},
      {"windows-1251", kRussian},
      {"KOI8-R", kRussian},
      {"ISO-8859-7", kGreek},
      {"windows-1252", "He said “so” – and left."},
      {"ISO-2022-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"UTF-16LE", "<html><body>plain words</body></html>"},
      {"UTF-16BE", "<html><body>plain words</body></html>"},
      {"UTF-8", "plain words"},
      {"UTF-8", ""},
  };
  for (const Row& row : rows) {
    const std::string bytes = from_utf8(row.encoding, row.text).value();
    const std::string_view found = detect(bytes).encoding;
    // windows-1253 and ISO-8859-7 differ in signs that this text lacks.
    EXPECT_EQ(to_utf8(found, bytes), row.text) << row.encoding << " taken for " << found;
  }
}

TEST(Detect, FindsTheTellingPartOfALongPage) {
  const std::string bytes =
      std::string(1 << 20, ' ') + from_utf8("gb18030", "经济在第三季度继续增长，中国新闻报道。").value();
  EXPECT_EQ(detect(bytes).encoding, "gb18030");
  EXPECT_LE(telling_part(bytes).size(), 256U * 1024);
}

TEST(Detect, AnyBytesGiveAnAnswer) {
  std::string bytes;
  for (unsigned i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 2654435761U) >> 24U);
  EXPECT_TRUE(encoding_for_label(detect(bytes).encoding));
}

}  // namespace
}  // namespace winnow::decode
