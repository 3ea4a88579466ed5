#include "repair/mirror/unshift.h"

#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "newsstand/mirror_damage.h"
#include "repair/mirror/damaged.h"

namespace winnow::repair::mirror {
namespace {

using newsstand::MirrorTable;

struct Row {
  const char* name;
  const char* original;
  MirrorTable keys;
  const char* shown;
  std::size_t readings = 0, stretches = 0, choices = 0;
  const char* restored = nullptr;  // where not all comes back
};
void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

const MirrorTable kYan = {{"驗", "yàn"}};

std::vector<Row> rows() {
  return {
      {"Nothing", "", kYan, ""},
      {"NoMark", "plain (text) 什么?", kYan, "plain (text) 什么?"},
      {"WholeKeys", "實驗與驗證", kYan, "實驗(yàn)與驗(yàn)證", 2},
      {"SpaceInTheMark", "實驗", {{"驗", "yàn "}}, "實驗(yàn )", 1},
      {"MarkInAMark", "優", {{"優", "yōu"}, {"璾", "zī"}}, "優(yōu(zī))", 1},
      {"ABracketOfItsOwn", "實驗(試)與驗證", kYan, "實驗(yàn)(試)與驗(yàn)證", 2},
      {"CutApart", "因為它們在AI的", kYan, "因?yàn)樗鼈冊贏I的", 0, 1},
      {"CutApartUpToASign", "因為,我", kYan, "因?yàn)?我", 0, 1, 2, "因為\uFFFD我"},
      {"CutApartUpToTheEnd", "因為，我", kYan, "因?yàn)椋\uE0E9?", 0, 1, 1},
      {"ManyKeysInOneStretch", "因為它們因為它們因為它們的", kYan, "因?yàn)樗鼈円驗(yàn)樗鼈円驗(yàn)樗鼈兊?", 0, 1, 1},
      {"KeyThatEndsInAscii", "但IE和", {{"獻", "xiàn"}}, "但I(xiàn)E和", 1},
      {"SignBeforeAsciiOfAKey", "他說，main", {{"琺", "fà"}}, "他說,m(fà)ain", 1},
      {"PrivateUseCarriesBytes", "因為同期偏高的", kYan, "因?yàn)橥\uE0E1谄\uE075叩?", 0, 1, 1},
      {"EuroIsByte80", "因為穩定的", kYan, "", 0, 1},
      {"LeadLostBeforeASpace", "因為 我", kYan, "因?yàn) 我", 0, 1, 1},
      {"LeadLostAtTheEndOfTheText", "這是因為", kYan, "這是因?yàn)?", 0, 1, 1},
      {"TornNoBreakSpace", "因為\u00A0我", kYan, "因?yàn)?nbsp;我", 0, 1, 1},
      {"TornTag", "這是因為</p>", kYan, "這是因?yàn)?/p>", 0, 1, 1, "這是因為"},
      {"TornBracket", "因為(他)說", kYan, "因?yàn)?他)說", 0, 1, 2},
      {"TornDigit", "因為3我", kYan, "因?yàn)?我", 0, 1, 2, "因為\uFFFD我"},
  };
}

class Unshift : public ::testing::TestWithParam<Row> {};

TEST_P(Unshift, GivesTheOriginal) {
  const Row& row = GetParam();
  const std::string shown = newsstand::Mirror(row.keys).damage(row.original);
  if (*row.shown != '\0') {
    EXPECT_EQ(shown, row.shown);
  }
  const Original got = unshift(utf8::decode(shown), table_of(row.keys), Census(), true);
  EXPECT_EQ(folded(utf8::encode(got.text)), folded(row.restored != nullptr ? row.restored : row.original));
  EXPECT_EQ(got.readings, row.readings);
  EXPECT_EQ(got.dropped.size(), row.readings);
  EXPECT_EQ(got.stretches.size(), row.stretches);
  EXPECT_EQ(got.choices.size(), row.choices);
  for (const Choice& choice : got.choices) {
    ASSERT_LT(choice.at, got.text.size());
    EXPECT_EQ(choice.lost, got.text[choice.at] == utf8::kReplacement);
  }
  for (const Stretch& stretch : got.stretches) {
    EXPECT_LT(stretch.from, stretch.to);
    EXPECT_LE(stretch.to, utf8::length(shown));
    EXPECT_LE(stretch.end, got.text.size());
  }
}

INSTANTIATE_TEST_SUITE_P(Table, Unshift, ::testing::ValuesIn(rows()),
                         [](const auto& row) { return std::string(row.param.name); });

TEST(UnshiftOfALine, HasItsLeadLostBeforeTheLineEnds) {
  const std::string shown = newsstand::Mirror(kYan).damage("這是因為\n");
  EXPECT_EQ(shown, "這是因?yàn)\n");
  const Original got = unshift(U"這是因?yàn)", table_of(kYan), Census(), false);
  EXPECT_EQ(got.text, U"這是因為");
  EXPECT_EQ(got.choices.size(), 1U);
}

TEST(UnshiftWithoutATable, FindsTheKeysThatALineShows) {
  const Original got = unshift(U"因?yàn)樗鼈冊贏I的", {}, Census(), false);
  EXPECT_EQ(got.text, U"因為它們在AI的");
  ASSERT_EQ(got.keys.size(), 1U);
  EXPECT_EQ(got.keys[0].bytes, 0xF29E);
}

struct Same {
  const char* what;
  const char* text;
};

TEST(UnshiftOfOtherBrackets, LeavesThem) {
  for (const Same& row : {
           Same{"a reading of no key", "驗證(zhèng)了"},
           Same{"another reading", "驗(guó)"},
           Same{"a question and a word", "什么?ha)"},
           Same{"a question in brackets", "(什么?)和?"},
           Same{"a mark without a character", "(yàn)"},
           Same{"an eaten one without a character", "?yàn)"},
           Same{"Latin", "f(yàn) x?y"},
       })
    EXPECT_EQ(utf8::encode(unshift(utf8::decode(row.text), table_of(kYan), Census(), false).text), row.text)
        << row.what;
}

}  // namespace
}  // namespace winnow::repair::mirror
