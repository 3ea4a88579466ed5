#include "base/plausible.h"

#include <gtest/gtest.h>

#include "base/converter.h"

namespace winnow {
namespace {

TEST(Plausible, RealTextIsAboveWrongReadings) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"gb18030", "国家统计局今天发布的数据显示，经济在第三季度继续增长。"},
      {"Big5", "國家統計局今天發布的數據顯示，經濟在第三季度繼續增長。"},
      {"Shift_JIS", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-KR", "정부는 내년도 예산안을 국회에 제출했다고 밝혔다."},
  };
  constexpr std::string_view kEncodings[] = {"gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
  for (const Row& row : rows) {
    const double real = cjk_plausibility(row.text);
    EXPECT_GT(real, 0.45) << row.text;
    const std::string bytes = from_utf8(row.encoding, row.text).value();
    for (const std::string_view other : kEncodings) {
      if (other == row.encoding) continue;
      EXPECT_LT(cjk_plausibility(to_utf8(other, bytes)), real - 0.1) << row.encoding << " as " << other;
    }
  }
}

TEST(Plausible, NothingSpeaksForLatinText) {
  EXPECT_EQ(cjk_plausibility("plain"), 0);
  EXPECT_EQ(cjk_plausibility(""), 0);
  EXPECT_LT(cjk_plausibility("Überraschung für ältere Männer"), 0);
}

}  // namespace
}  // namespace winnow
