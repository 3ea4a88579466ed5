#include "repair/entities.h"

#include <gtest/gtest.h>

#include "repair/support.h"

namespace winnow::repair {
namespace {

TEST(Entities, EscapedTwiceIsResolved) {
  struct Row {
    const char *text, *fixed;
  } rows[] = {
      {"他说&ldquo;好&rdquo;", "他说“好”"},
      {"a&amp;nbsp;b", "a\u00A0b"},
      {"1&amp;amp;amp;middot;2", "1·2"},
      {"it&#8217;s &#x4E2D; &#X4e2d;", "it’s 中 中"},
      {"&#146;&#147;&#148;&#150;", "’“”–"},  // the numbers that windows-1252 has there
      {"a&nbsp b&nbsp", "a\u00A0 b\u00A0"},
      {"caf&eacute; &euro;5 &hellip; &mdash;", "café €5 … —"},
      {"tom &amp;amp;amp; jerry", "tom & jerry"},
      {"&amp;quot;hi&amp;quot;", "\"hi\""},
      {"&quot;hi&quot;", "\"hi\""},  // in pairs
      {"it&#39;s", "it's"},          // an apostrophe
      {"我们&amp;#8212;他们", "我们—他们"},
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(row.text), row.fixed);
}

TEST(Entities, CodeAndSignsStay) {
  for (const std::string_view text :
       {"write &lt;b&gt; and &nbsp;", "AT&T; R&D", "a &amp; b", "&#60;&#38;", "&unknown; &",
        "&amp;amp;amp;amp;amp;nbsp;", "&#xD800; &#1114112; &#;", "<br/>&nbsp;", "a=1&copy=2", "&nbspace",
        "5&quot; wide", "&#0; &#129;", "&#x", "&", "use `&amp;nbsp;` in HTML", "```\n&ldquo;\n```"})
    EXPECT_EQ(repaired(text), text);
}

TEST(Entities, ATextAboutMarkupStaysWhole) {
  const std::vector<std::string_view> lines = {"他说&ldquo;好&rdquo;", "写作 &lt;b&gt;"};
  EXPECT_EQ(repaired(lines), std::vector<std::string>(lines.begin(), lines.end()));
}

TEST(Entities, EachIsNotedAtItsPlace) {
  Log log(true);
  EXPECT_EQ(fix_entities("中&ldquo;文&amp;rdquo;", log), "中“文”");
  ASSERT_EQ(log.changes().size(), 2U);
  EXPECT_EQ(log.changes()[0].before, "&ldquo;");
  EXPECT_EQ(log.changes()[0].start, 1U);
  EXPECT_EQ(log.changes()[1].start, 3U);
  EXPECT_EQ(log.changes()[1].end, 4U);
}

}  // namespace
}  // namespace winnow::repair
