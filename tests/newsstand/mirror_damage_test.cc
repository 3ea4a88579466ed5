#include "newsstand/mirror_damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "base/utf8.h"
#include "newsstand/stories.h"

namespace winnow::newsstand {
namespace {

using ::testing::HasSubstr;

struct Row {
  const char* name;
  const char* simplified;
  const char* damaged;
};

class MirrorDamage : public ::testing::TestWithParam<Row> {};

TEST_P(MirrorDamage, IsDoneOnBytes) { EXPECT_EQ(mirror_damage(GetParam().simplified), GetParam().damaged); }

INSTANTIATE_TEST_SUITE_P(Table, MirrorDamage,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"Nothing", "", ""},
                             {"AsciiStays", "Hello, 2025!", "Hello, 2025!"},
                             {"TraditionalForms", "复杂台阶着急", "復雜臺階著急"},
                             {"SharedCharactersStay", "于是么里云", "于是么里云"},
                             {"ReadingsAfterKeys", "电车", "電(diàn)車(chē)"},
                             {"ReadingBeforeOtherText", "这是", "這(zhè)是"},
                             {"FullWidthFolded", "好，坏：（一）", "好,壞:(一)"},
                             {"IdeographicStopsStay", "好。“是”、", "好。“是”、"},
                             {"OutsideTheCodePage", "好😀好", "好?好"},
                             {"LostLeadBeforeSpace", "因为 我", "因?yàn) 我"},
                         }),
                         [](const auto& row) { return std::string(row.param.name); });

// In 因為 (D2F2 9EE9) stands F29E, which is 驗: the reading goes inside, and what follows is read one byte off.
TEST(MirrorDamageInside, TearsNeighbours) { EXPECT_THAT(mirror_damage("因为它"), HasSubstr("因?yàn)")); }

TEST(MirrorDamageOfAStory, HasMarksOnManyKeys) {
  for (const Story& story : chinese_stories()) {
    std::string all;
    for (const std::string& p : story.paragraphs) all += mirror_damage(p) + "\n";
    EXPECT_TRUE(utf8::valid(all)) << story.path;
    std::size_t marks = 0;
    for (const char* reading : {"(huì)", "(chē)", "(shí)", "(gè)", "(lái)", "(guò)", "(hòu)"}) {
      marks += all.find(reading) != all.npos ? 1u : 0u;
    }
    EXPECT_GE(marks, 3u) << story.path;
  }
}

}  // namespace
}  // namespace winnow::newsstand
