#include <gtest/gtest.h>

#include "base/converter.h"
#include "base/utf8.h"
#include "repair/support.h"

namespace winnow::repair {
namespace {

TEST(Plan, CleanTextCallsForNothing) {
  for (const std::string_view text :
       {"", "plain words", "国家统计局今天发布的数据显示，经济在第三季度继续增长（见图）。",
        "«Всё хорошо», — сказал он. №5", "L’été à Zürich – “très” bon…", "정부는 예산안을 제출했다.",
        "これは普通の日本語です。", "שלום עולם", "R&D, AT&T"}) {
    const std::vector<std::string_view> lines = {text};
    EXPECT_TRUE(Plan(lines, {}).nothing_to_do()) << text;
  }
}

TEST(Plan, PlacesAreInTheResult) {
  const std::vector<std::string_view> lines = {"a\u200Bb cafÃ©"};
  const Plan plan(lines, {});
  Log log(true);
  const std::string text = plan.apply(lines[0], log);
  EXPECT_EQ(text, "ab café");
  ASSERT_EQ(log.changes().size(), 2U);
  for (const Change& change : log.changes()) {
    EXPECT_LE(change.start, change.end);
    EXPECT_LE(change.end, utf8::length(text));
  }
}

TEST(Plan, AGuessHasItsPlace) {
  const std::string_view real = "国家统计局今天发布的数据显示，经济在第三季度继续增长。";
  const std::string broken = to_utf8("windows-1252", from_utf8("gb18030", real).value());
  const std::vector<std::string_view> lines = {broken};
  Log log(true);
  EXPECT_EQ(Plan(lines, {}).apply(broken, log), real);
  const std::vector<Repair> repairs = log.summary();
  ASSERT_EQ(repairs.size(), 1U);
  EXPECT_LT(repairs[0].confidence, 1.0);
  EXPECT_EQ(repairs[0].places, (std::vector<Repair::Place>{{0, utf8::length(real)}}));
}

TEST(Plan, RepairingTwiceChangesNothingMore) {
  for (const std::string_view text : {"cafÃ© \u0093x\u0094", "e\u0301\u200B", "&amp;nbsp;"}) {
    const std::string once = repaired(text);
    EXPECT_EQ(repaired(once), once);
  }
}

TEST(Plan, IllFormedBytesAreSurvived) {
  for (unsigned byte = 0x80; byte < 0x100; ++byte) {
    const std::string text = "Ã©" + std::string(2, static_cast<char>(byte)) + "中(guó)\u0093";
    (void)repaired(text);
  }
}

}  // namespace
}  // namespace winnow::repair
