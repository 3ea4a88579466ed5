#include "newsstand/mirror_damage.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>
#include <string>
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
                             {"LostLeadAtTheEndOfALine", "因为\n", "因?yàn)\n"},
                             {"LostLeadAtTheEnd", "因为", "因?yàn)?"},
                             {"NoBreakSpaceIsAnEntity", "我\u00A0们", "我\u00A0們(men)"},
                             {"TornEntity", "因为\u00A0我", "因?yàn)?nbsp;我"},
                         }),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(MirrorDamageOfAnotherMirror, HasItsOwnTable) {
  struct Style {
    MirrorTable table;
    Mirror::Width width;
    const char* simplified;
    const char* damaged;
  };
  const MirrorTable cars = {{"車", "chē "}, {"長", "zhǎng", "cháng", "期度"}};
  for (const Style& row : {
           Style{{}, Mirror::Width::folded, "这，是", "這,是"},
           Style{{}, Mirror::Width::kept, "这，是", "這，是"},
           Style{cars, Mirror::Width::folded, "电车", "電車(chē )"},
           Style{cars, Mirror::Width::folded, "长期增长", "長(cháng)期增長(zhǎng)"},
           // The bytes of a reading may hold a key whose turn comes later.
           Style{{{"優", "yōu"}, {"璾", "zī"}}, Mirror::Width::folded, "优", "優(yōu(zī))"},
       })
    EXPECT_EQ(Mirror(row.table, row.width).damage(row.simplified), row.damaged);
}

TEST(MirrorTables, AreOfTraditionalCharactersEachOnce) {
  for (const MirrorTable& table : {newsstand_table(), frequent_table(90), frequent_table(150), random_table(1)}) {
    std::set<std::string> characters;
    for (const MirrorReading& row : table) EXPECT_TRUE(characters.insert(row.character).second) << row.character;
  }
  EXPECT_EQ(frequent_table(90).size(), 90U);
  EXPECT_NEAR(static_cast<double>(random_table(1).size()) / static_cast<double>(frequent_table(99'999).size()), 0.6,
              0.05);
  EXPECT_NE(random_table(1)[0].character, random_table(2)[0].character);
}

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
