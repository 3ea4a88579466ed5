#include "repair/controls.h"

#include <gtest/gtest.h>

#include "repair/support.h"

namespace winnow::repair {
namespace {

using namespace std::string_view_literals;

TEST(Controls, GoOrBecomeWhatWindowsHasThere) {
  struct Row {
    std::string_view text, fixed;
  } rows[] = {
      {"\u0093so\u0094\u0085", "“so”…"},  {"a\0b"sv, "ab"},
      {"soft\u00ADhyphen", "softhyphen"}, {"zero\u200Bwidth\u2060 \uFEFFmark", "zerowidth mark"},
      {"标\u200D题\u200E", "标题"},       {"left\u202Eright\u202C", "leftright"},
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(row.text), row.fixed);
}

TEST(Controls, WhatIsNeededStays) {
  for (const std::string_view text : {
           "👨\u200D👩\u200D👧 👩🏽\u200D⚕\uFE0F",  // joined emoji
           "नमस्\u200Dते क्\u200Cष",                               // Indic
           "می\u200Cخواهم",                                     // Persian
           "שלום \u200Eabc\u200F",                              // bidi controls in right-to-left text
           "tab\tand\x1A",
           "\u0081",  // windows-1252 has nothing there
       })
    EXPECT_EQ(repaired(text), text);
}

TEST(NormalForm, AccentsJoinTheirLetter) {
  EXPECT_EQ(repaired("cafe\u0301"), "caf\u00E9");
  EXPECT_EQ(repaired("ﬁ ① ａ"), "ﬁ ① ａ");  // compatibility characters stay
}

}  // namespace
}  // namespace winnow::repair
