#include "repair/mirror/marks.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "base/pinyin.h"
#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

struct Row {
  const char* name;
  const char* text;  // the sign at its first "(" or "?"
  const char* reading;
  std::size_t size;
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.text; }

class Marks : public ::testing::TestWithParam<Row> {};

TEST_P(Marks, IsTheReadingInBrackets) {
  const std::u32string text = utf8::decode(GetParam().text);
  const std::size_t at = text.find_first_of(U"(?");
  const Mark mark = mark_at(text, at);
  EXPECT_EQ(han::syllable(mark.syllable), GetParam().reading);
  EXPECT_EQ(static_cast<bool>(mark), *GetParam().reading != '\0');
  if (mark) {
    EXPECT_EQ(mark.size, GetParam().size);
    EXPECT_LE(mark.size, kLongestMark);
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Marks,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"WithTone", "國(guó)家", "guó", 5},
                             {"WithoutTone", "們(men)", "men", 5},
                             {"Longest", "裝(zhuāng)", "zhuāng", 8},
                             {"OneLetter", "惡(è)", "è", 3},
                             {"Diaeresis", "綠(lǜ)", "lǜ", 4},
                             {"SpaceBeforeTheBracket", "網(wǎng )站", "wǎng", 7},
                             {"NoBreakSpaceBeforeTheBracket", "網(wǎng\u00A0)站", "wǎng", 7},
                             {"Nested", "優(yōu(zī))勢", "yōu", 9},
                             {"NestedWithinTheLetters", "裝(zhu(zī)āng)", "zhuāng", 12},
                             {"EatenBracket", "?guó)", "guó", 5},
                             {"EatenBracketAndSpace", "?guó )", "guó", 6},
                             {"NoSyllable", "字(abc)", "", 0},
                             {"Capitals", "界面(GUI)", "", 0},
                             {"TooLong", "字(zhuangg)", "", 0},
                             {"Number", "頁(第3页)", "", 0},
                             {"Empty", "國()", "", 0},
                             {"SpaceInFront", "國( guó)", "", 0},
                             {"TwoSpaces", "國(guó  )", "", 0},
                             {"TwoReadings", "長(cháng zhǎng)", "", 0},
                             {"Unfinished", "國(guó", "", 0},
                             {"UnfinishedWithSpace", "國(guó ", "", 0},
                             {"OnlyTheSign", "國(", "", 0},
                             {"UnfinishedInside", "優(yōu(zī", "", 0},
                             {"FullWidthBrackets", "國(guó）", "", 0},
                         }),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace winnow::repair::mirror
