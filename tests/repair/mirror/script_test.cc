#include "repair/mirror/script.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace winnow::repair::mirror {
namespace {

struct Row {
  const char* name;
  const char* traditional;
  const char* simplified;
  const char* document = "";  // what else the document says
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class Script : public ::testing::TestWithParam<Row> {};

TEST_P(Script, IsAsInTheArticle) {
  const Row& row = GetParam();
  const std::vector<std::string_view> segments = {row.traditional, row.document};
  std::u32string text = utf8::decode(row.traditional);
  EXPECT_EQ(simplify(text, Census(segments)), std::string_view(row.traditional) != row.simplified);
  EXPECT_EQ(utf8::encode(text), row.simplified);
}

INSTANTIATE_TEST_SUITE_P(Table, Script,
                         ::testing::ValuesIn(std::vector<Row>{
                             {"Nothing", "", ""},
                             {"Latin", "plain text", "plain text"},
                             {"Characters", "經濟發展", "经济发展"},
                             {"Phrases", "乾坤與瞭望,瞭解情況", "乾坤与瞭望,了解情况"},
                             {"WhatIsSimplifiedStays", "经济发展", "经济发展"},
                             {"ZhuInItsOwnWords", "顯著的成果,著作和著名專家,名著", "显著的成果,著作和著名专家,名著"},
                             {"ZheBehindVerbs", "看著窗外,意味著什麼,走著走著", "看着窗外,意味着什么,走着走着"},
                             {"ZheBeforeANoun", "他看著書,刷新著船只的位置", "他看着书,刷新着船只的位置"},
                             {"ZheAtTheEnds", "著急", "着急"},
                             {"BothInOneLine", "這部著作意味著很多", "这部著作意味着很多"},
                             {"YuThatTheMirrorMade", "位於河邊,由於下雨", "位于河边,由于下雨",
                              "關於這個,至於那個,對於他"},
                             {"YuOfAName", "於先生住在于家村,于是", "於先生住在于家村,于是"},
                             {"RareCharactersStay", "曹暐和陳濛蒙在鼓里", "曹暐和陈濛蒙在鼓里"},
                             {"JapaneseStays", "これは國會図書館の本です。", "これは國會図書館の本です。"},
                             {"ChineseWithAKanaStays", "他在北海道吃了「の」字招牌的拉面館,說味道很好,還會再來。",
                              "他在北海道吃了「の」字招牌的拉面馆,说味道很好,还会再来。"},
                         }),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace winnow::repair::mirror
