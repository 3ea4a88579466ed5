#include "repair/sequences.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "repair/points.h"

namespace winnow::repair {
namespace {

// The characters that the accepted sequences of a line mean.
std::string accepted(std::u32string_view text, std::size_t codec = kWindows1252, bool again = false) {
  const Line line(text, codec, again);
  Points out;
  for (const Sequence& s : line.sequences()) {
    if (s.accepted) out += s.meant;
  }
  return to_text(out);
}

TEST(Sequences, AreAcceptedByWhatStandsAroundThem) {
  struct Row {
    std::u32string_view text;
    std::size_t codec;
    std::string_view meant;
  } rows[] = {
      {U"cafÃ©", kWindows1252, "é"},
      {U"â€œquoteâ€\u009d", kWindows1252, "“”"},
      {U"nice ðŸ˜€ day", kWindows1252, "😀"},
      {U"РџСЂРёРІРµС‚", kWindows1251, "Привет"},
      {U"r√©gime √©quilibr√©", kMacintosh, "ééé"},
      {U"caf├⌐s et th├⌐├ótres", kCodePage437, "ééâ"},
      {U"voilÃ  tout", kWindows1252, "à"},
      {U"Ã©Ã¨", kWindows1252, "éè"},
      {U"NÃO", kWindows1252, ""},
      {U"SÃO PAULO", kWindows1252, ""},
      {U"«está»…", kWindows1252, ""},
      {U"√π", kMacintosh, ""},
      {U"├──┤", kCodePage437, ""},
      {U"", kWindows1252, ""},
      {U"Ã", kWindows1252, ""},
  };
  for (const Row& row : rows) EXPECT_EQ(accepted(row.text, row.codec), row.meant) << to_text(row.text);
}

TEST(Sequences, OverlongAndSurrogateFormsAreNone) {
  for (const std::u32string_view text : {U"À€", U"Á¿", U"à€€", U"í\u00A0€", U"ô\u0090€€", U"ï¿¿"}) {
    EXPECT_TRUE(Line(text, kWindows1252, false).sequences().empty()) << to_text(text);
  }
}

TEST(Sequences, ALostByteMeansALostCharacter) {
  const Line line(U"lâ€\uFFFDs Ã©tÃ©s", kWindows1252, false);
  ASSERT_EQ(line.sequences().size(), 3U);
  const Sequence& first = line.sequences().front();
  EXPECT_TRUE(first.lost);
  EXPECT_TRUE(first.accepted);
  EXPECT_EQ(first.meant, utf8::kReplacement);
  EXPECT_EQ(first.size, 3);
}

TEST(Sequences, HalvesOfASurrogatePairAreOneCharacter) {
  const Line line(U"\u00ED\u00A0\u00BD\u00ED\u00B8\u0080", kWindows1252, false);
  ASSERT_EQ(line.sequences().size(), 1U);
  EXPECT_EQ(line.sequences()[0].meant, U'😀');
  EXPECT_EQ(line.sequences()[0].size, 6);
}

TEST(Sequences, WeightCountsCharactersThatAreAccepted) {
  EXPECT_EQ(Line(U"cafÃ© â€œ", kWindows1252, false).weight(), 5U);
  EXPECT_EQ(Line(U"NÃO", kWindows1252, false).weight(), 0U);
}

TEST(Sequences, WhatBreaksOffAgainAndAgainIsHopeless) {
  EXPECT_TRUE(Line(U"ä¸, ä¸, ä¸, ä¸, ä¸, ä¸", kWindows1252, false).is_hopeless());
  EXPECT_FALSE(Line(U"ä¸\u00ADå›½", kWindows1252, false).is_hopeless());
}

}  // namespace
}  // namespace winnow::repair
