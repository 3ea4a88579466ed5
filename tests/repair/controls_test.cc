#include "repair/controls.h"

#include <gtest/gtest.h>

#include <initializer_list>

#include "repair/support.h"

namespace winnow::repair {
namespace {

using namespace std::string_view_literals;

struct Row {
  std::string_view text, fixed;
};

void expect_fixed(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    EXPECT_EQ(repaired(row.text), row.fixed) << row.text;
    EXPECT_EQ(repaired(row.fixed), row.fixed) << "the second time";
  }
}

void expect_kept(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) EXPECT_EQ(repaired(text), text);
}

TEST(Controls, GoOrBecomeWhatWindowsHasThere) {
  expect_fixed({
      {"\u0093so\u0094\u0085", "“so”…"},
      {"\u0080 5 \u0099 \u009F", "€ 5 ™ Ÿ"},
      {"a\0b"sv, "ab"},
      {"\0"sv, ""},
      {"a\x7F"
       "b",
       "ab"},
      {"soft\u00ADhyphen", "softhyphen"},
      {"zero\u200Bwidth\u2060 \uFEFFmark", "zerowidth mark"},
      {"\uFEFFat the start", "at the start"},
      {"标\u200D题\u200E", "标题"},
      {"left\u202Eright\u202C", "leftright"},
      {"\u2066iso\u2069late\u061C", "isolate"},
      {"word\u200Cs and\u200D more\u200D", "words and more"},
      {"math\u2061(x)\u2062\u206F", "math(x)"},
      {"a\uFFF9b\uFFFAc\uFFFB", "abc"},
  });
}

TEST(Controls, SeparatorsOfLinesBecomeSpaces) {
  expect_fixed({{"one\u2028two\u2029three", "one two three"}, {"\u2028", " "}});
}

TEST(Controls, TagsAndSelectorsGoWhereNothingTakesThem) {
  expect_fixed({
      {"plain\U000E0067\U000E0062 text", "plain text"},
      {"🙂\U000E0067", "🙂"},  // only the black flag takes tags
      {"a\uFE0Fb\uFE00", "ab"},
      {"\uFE0F中\uFE0F", "中"},
      {"a\U000E0100", "a"},
      {"x\u180By", "xy"},
  });
}

TEST(Controls, WhatIsNeededStays) {
  expect_kept({
      "👨\u200D👩\u200D👧 👩🏽\u200D⚕\uFE0F",  // joined emoji
      "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
      "1\uFE0F\u20E3 #\uFE0F\u20E3 ❤\uFE0F ☎\uFE0E",
      "葛\U000E0100城 ≨\uFE00",              // forms of ideographs and signs
      "नमस्\u200Dते क्\u200Cष",                 // Indic
      "می\u200Cخواهم",                       // Persian
      "\u1820\u180E\u1821\u180B",            // Mongolian
      "שלום \u200Eabc\u200F \u2067x\u2069",  // bidi controls in right-to-left text
      "tab\tand\x1A",
      "\u0081",  // windows-1252 has nothing there
      "no\u00A0break\u202Fspaces\u2009and\u3000others",
  });
}

TEST(Controls, EachIsNotedAtItsPlace) {
  Log log(true);
  EXPECT_EQ(fix_controls("中\u0093文\u200B字\u2028", log), "中“文字 ");
  ASSERT_EQ(log.changes().size(), 3U);
  EXPECT_EQ(log.changes()[0].start, 1U);
  EXPECT_EQ(log.changes()[0].end, 2U);
  EXPECT_EQ(log.changes()[1].start, 3U);
  EXPECT_EQ(log.changes()[1].end, 3U);  // nothing is left of it
  EXPECT_EQ(log.changes()[1].before, "\u200B");
  EXPECT_EQ(log.changes()[2].start, 4U);
  EXPECT_EQ(log.summary()[0].count, 3U);
}

TEST(PrivateUse, RunsAreNotedAndStay) {
  const struct {
    std::string_view text;
    std::vector<Repair::Place> places;
  } rows[] = {
      {"", {}},
      {"plain 中", {}},
      {"中\uE001\uE002文", {{1, 3}}},
      {"\uF8FF", {{0, 1}}},
      {"a\U000F0000b\U0010FFFD", {{1, 2}, {3, 4}}},
  };
  for (const auto& row : rows) {
    Log log;
    note_private_use(row.text, log);
    const std::vector<Repair> repairs = log.summary();
    ASSERT_EQ(repairs.empty(), row.places.empty());
    if (row.places.empty()) continue;
    EXPECT_EQ(repairs[0].kind, "private_use");
    EXPECT_EQ(repairs[0].places, row.places);
  }
}

}  // namespace
}  // namespace winnow::repair
