#include "repair/misread.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "repair/damage.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

std::string fixed(std::string_view segment) {
  Points text = to_points(segment);
  Log log;
  (void)fix_misread(text, log);
  return to_text(text);
}

constexpr std::string_view kEncodings[] = {"gb18030", "Shift_JIS", "Big5"};
constexpr std::string_view kLines[] = {
    "记者从市水务局获悉，新的供水管线已经建成，居民用水得到保障。",
    "臺北市政府昨天宣布，新的捷運路線預計明年開工。",
    "県は来年度の予算案をまとめ、道路の補修に重点を置くと発表した。",
    "서울시는 올해 안에 새로운 공원을 열겠다고 밝혔다.",
};

TEST(Misread, WhatLostNothingComesBackWhole) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {{"gb18030", "因为"}, {"gb18030", "中文字符"}, {"gb18030", "经济增长"}, {"Shift_JIS", "日本"}};
  for (const Row& row : rows) {
    const std::string broken = read_as(row.encoding, row.text);
    ASSERT_EQ(broken.find("\uFFFD"), broken.npos) << row.text;
    EXPECT_EQ(fixed(broken), row.text) << row.encoding;
  }
}

// A character that comes back was meant; what doesn't stays as it was, or is U+FFFD.
TEST(Misread, NothingIsInventedWhereBytesWereLost) {
  for (const std::string_view encoding : kEncodings) {
    for (const std::string_view line : kLines) {
      const std::string broken = read_as(encoding, line);
      const Points known = to_points(std::string(line) + broken + "\uFFFD");
      const std::string result = fixed(broken);
      for (const char32_t c : to_points(result))
        EXPECT_NE(known.find(c), known.npos) << encoding << ": " << to_text({&c, 1}) << " in " << result;
    }
  }
}

TEST(Misread, LossesAreMarkedWhereTheyAre) { EXPECT_EQ(fixed("譁\uFFFDｭ怜喧縺\uFFFD"), "\uFFFD\uFFFD化\uFFFD"); }

TEST(Misread, OnlyTheBrokenPartChanges) {
  const std::string broken = read_as("gb18030", "经济增长");
  EXPECT_EQ(fixed("正确的" + broken + "，也是"), "正确的经济增长，也是");
}

TEST(Misread, RealTextsStay) {
  for (const std::string_view text :
       {"學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？", "龘靐齉齾爨癵驫鱻麤，饕餮耄耋。", "锛子和锲子是木工的工具。",
        "錢鍾書、鐵道、鑄鐵、鑰匙、鋼鐵、銀行。", "縺れた糸、繧繝縁、繙く。", "漢字仮名交じり文と薔薇、憂鬱、顰蹙。",
        "漢字 혼용", "鍥而不捨，金石可鏤。", "plain ? text", ""}) {
    EXPECT_EQ(fixed(text), text);
    EXPECT_FALSE(has_misread(text)) << text;
  }
  for (const std::string_view line : kLines) EXPECT_EQ(fixed(line), line);
}

TEST(Misread, AHeadingIsSeen) {
  EXPECT_TRUE(has_misread("鍥犱负"));
  EXPECT_TRUE(has_misread(read_as("gb18030", "经济增长")));
}

TEST(Misread, ChangesAreToldOneByOne) {
  Points text = to_points("甲 鍥犱负 乙");
  Log log(true);
  ASSERT_TRUE(fix_misread(text, log));
  ASSERT_EQ(log.changes().size(), 1U);
  EXPECT_EQ(log.changes()[0].start, 2U);
  EXPECT_EQ(log.changes()[0].end, 4U);
  EXPECT_EQ(log.changes()[0].why, "UTF-8 read as gb18030");
}

}  // namespace
}  // namespace winnow::repair
