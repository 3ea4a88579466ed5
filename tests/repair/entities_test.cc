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
      {"it&#8217;s &#x4E2D;", "it’s 中"},
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(row.text), row.fixed);
}

TEST(Entities, CodeAndSignsStay) {
  for (const std::string_view text :
       {"write &lt;b&gt; and &nbsp;", "AT&T; R&D", "a &amp; b", "&#60;&#38;", "&unknown; &",
        "&amp;amp;amp;amp;amp;nbsp;", "&#xD800; &#1114112; &#;", "<br/>&nbsp;"})
    EXPECT_EQ(repaired(text), text);
}

}  // namespace
}  // namespace winnow::repair
