#include "repair/markup.h"

#include <gtest/gtest.h>

namespace winnow::repair {
namespace {

TEST(Markup, EmptyElementsWithRandomIdsGo) {
  const Injected injected = drop_injected(
      "<p>因<ins id=\"pjuwb\"></ins>為</p><tr id='k2d4a'></tr><div id=\"header\"></div><pre id=\"zzk4d\"></pre>end");
  EXPECT_EQ(injected.count, 3U);
  EXPECT_EQ(injected.html, "<p>因為</p><div id=\"header\"></div>end");
}

TEST(Markup, APagesOwnPlacesStay) {
  const char* pages[] = {
      "",
      "<div id=\"root\"></div>",
      "<div id=\"header\"></div><div id=\"aside\"></div><div id=\"footer\"></div>",   // few of a length
      "<i id=\"abcde\"></i><i id=\"abcde\"></i><i id=\"abcde\"></i>",                 // all alike
      "<p id=\"aaaaa\">x</p><p id=\"bbbbb\">x</p><p id=\"ccccc\">x</p>",              // not empty
      "<a id=\"aaaaa\" href></a><a id=\"bbbbb\" href></a><a id=\"ccccc\" href></a>",  // more than an id
      "<b id=\"ABCDE\"></b><b id=\"FGHIJ\"></b><b id=\"KLMNO\"></b>",                 // no such ids
      "<ins id=\"aaaaa\"></del><ins id=\"bbbbb\"></del><ins id=\"ccccc\"></del>",     // closed by others
      "<ins id=\"aaaaa",
      "></ins>",
      "\"></",
      "<<<></></></",
  };
  for (const char* page : pages) EXPECT_EQ(drop_injected(page).count, 0U) << page;
}

TEST(Markup, TheSameAsTextGoes) {
  std::u32string text = U"與會<ins id=\"zzk4d\"></ins>代表<b>";
  EXPECT_TRUE(drop_injected_text(text));
  EXPECT_EQ(text, U"與會代表<b>");
  EXPECT_FALSE(drop_injected_text(text));
}

}  // namespace
}  // namespace winnow::repair
