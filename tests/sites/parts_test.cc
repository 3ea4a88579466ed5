// The parts that pages are made of: dice, boxes, dates, choices, prose.
#include <gtest/gtest.h>

#include <set>

#include "base/utf8.h"
#include "sites/box.h"
#include "sites/builder.h"
#include "sites/dates.h"
#include "sites/kind.h"

namespace winnow::sites {
namespace {

TEST(Dice, ForksDependOnNothingThrown) {
  Dice one(5), two(5);
  static_cast<void>(two.below(10));
  EXPECT_EQ(one.fork("a").below(1'000'000), two.fork("a").below(1'000'000));
  EXPECT_NE(one.fork("a").below(1'000'000), one.fork("b").below(1'000'000));
}

struct BoxRow {
  std::string_view notation, open, close;
};

TEST(Box, OpensAndCloses) {
  const BoxRow rows[] = {
      {"", "", ""},
      {"p", "<p>", "</p>"},
      {"div.a.b#c", "<div id=\"c\" class=\"a b\">", "</div>"},
      {"h2.x>a[href={url}]", "<h2 class=\"x\"><a href=\"/u?a&amp;b\">", "</a></h2>"},
      {"div[itemscope][itemtype=http://x/Y]", "<div itemscope itemtype=\"http://x/Y\">", "</div>"},
      {"td[width=580]", "<td width=\"580\">", "</td>"},
  };
  for (const BoxRow& row : rows) {
    const Box box(row.notation);
    EXPECT_EQ(box.open({}, {{"url", "/u?a&b"}}), row.open);
    EXPECT_EQ(box.close({}), row.close);
    EXPECT_EQ(Box(box.notation()), box) << row.notation;
  }
}

TEST(Box, WritesAsOldSitesDo) {
  const Markup old{.upper = true, .unclosed = true};
  EXPECT_EQ(Box("td[width=580][bgcolor=#EEEEEE]").open(old), "<TD width=580 bgcolor=#EEEEEE>");
  EXPECT_EQ(Box("p>font[size=2]").close(old), "</FONT>");
}

struct DateRow {
  std::string_view language, pattern, written;
  int exactness;
};

TEST(Dates, AreWrittenAsThePatternSays) {
  const Stamp stamp = *parse_iso("2025-03-04T18:05:09+01:00");
  const DateRow rows[] = {
      {"en", "%B %e, %Y %I:%M %p", "March 4, 2025 6:05 PM", 2},
      {"en", "%A %e %b %y", "Tuesday 4 Mar 25", 1},
      {"en", "{published} %d/%m/%Y %H:%M:%S %z", "Published 04/03/2025 18:05:09 +0100", 3},
      {"de", "%e. %B %Y, %H:%M {zone}", "4. März 2025, 18:05 Uhr", 2},
      {"zh-Hans", "%Y年%m月%d日 %H:%M", "2025年03月04日 18:05", 2},
      {"ja", "%Y年%o月%e日 %k時%M分", "2025年3月4日 18時05分", 2},
      {"en", "no time", "no time", 0},
  };
  for (const DateRow& row : rows) {
    EXPECT_EQ(written(row.pattern, stamp, Vocabulary(row.language)), row.written);
    EXPECT_EQ(exactness(row.pattern), row.exactness) << row.pattern;
  }
}

TEST(Choices, AreTheSameForTheSameWords) {
  const Dice dice(4);
  const std::string one = chosen("(story|post)-title (story|post)-body", dice);
  EXPECT_TRUE(one == "story-title story-body" || one == "post-title post-body") << one;
  std::set<std::string> seen;
  for (std::uint64_t seed = 0; seed < 40; ++seed) seen.insert(chosen("(a|b|c)", Dice(seed)));
  EXPECT_EQ(seen.size(), 3U);
}

TEST(Prose, IsTextInEachLanguage) {
  for (const std::string_view language : {"en", "de", "fr", "es", "pt", "ru", "ar", "zh-Hans", "ja", "ko"}) {
    const Prose prose(language);
    EXPECT_EQ(grammar_of(language).language, language);
    Dice dice(1);
    std::set<std::string> paragraphs;
    for (int i = 0; i < 200; ++i) {
      const std::string text = prose.paragraph(dice, 3);
      EXPECT_TRUE(utf8::valid(text));
      EXPECT_EQ(text.find('%'), text.npos) << text;
      EXPECT_EQ(text.find("  "), text.npos) << text;
      paragraphs.insert(text);
    }
    EXPECT_GE(paragraphs.size(), 199U) << language;
  }
}

TEST(Slugs, AreAsciiOrPercentEncoded) {
  EXPECT_EQ(slug_of("“Nobody asked us”: how it was", "en"), "nobody-asked-us-how-it-was");
  EXPECT_EQ(slug_of("Größe und Maß in Köln", "de"), "groesse-und-mass-in-koeln");
  EXPECT_EQ(slug_of("من نحن", "ar"), "%D9%85%D9%86-%D9%86%D8%AD%D9%86");
  EXPECT_EQ(slug_of("江城早报", "zh-Hans"), "");
}

TEST(Encoding, WritesReferencesForWhatHasNoBytes) {
  EXPECT_EQ(encoded("windows-1252", "é 中"), "\xE9 &#20013;");
  EXPECT_EQ(encoded("gbk", "中©"), "\xD6\xD0&#169;");
  EXPECT_EQ(encoded("UTF-8", "中"), "中");
}

}  // namespace
}  // namespace winnow::sites
