#include <gtest/gtest.h>

#include "discover/feed_text.h"

namespace winnow::discover {
namespace {

TEST(FeedDate, ReadsTheFormsThatFeedsUse) {
  struct Row {
    std::string_view text, iso;  // iso "": no date
  };
  for (const Row& row : {
           Row{"Tue, 11 Feb 2025 08:05:07 GMT", "2025-02-11T08:05:07+00:00"},
           Row{"11 Feb 2025 08:05 +0800", "2025-02-11T08:05:00+08:00"},
           Row{"2025-02-11T08:05:07Z", "2025-02-11T08:05:07+00:00"},
           Row{"2025-02-11T08:05:07.25+01:00", "2025-02-11T08:05:07+01:00"},
           Row{" 2025-02-11\n", "2025-02-11"},
           Row{"2025-02-11 08:05:07", "2025-02-11T08:05:07"},
           Row{"2025-02-11 08:05:07 PST", "2025-02-11T08:05:07-08:00"},
           Row{"2025/2/11 8:05", "2025-02-11T08:05:00"},
           Row{"2025年2月11日 8:05", "2025-02-11T08:05:00"},
           Row{"2025年2月11日", "2025-02-11"},
           Row{"2/11/2025 8:05:07 PM", "2025-02-11T20:05:07"},
           Row{"Di, 11 Feb 2025 08:05:07 +0100", "2025-02-11T08:05:07+01:00"},
           Row{"2/11/2025", ""},
           Row{"yesterday", ""},
           Row{"2025-02-30", ""},
           Row{"", ""},
       }) {
    const auto stamp = feed_date(row.text);
    EXPECT_EQ(stamp ? to_iso(*stamp) : "", row.iso) << row.text;
  }
}

TEST(FeedText, HtmlIsToldFromPlainText) {
  struct Row {
    std::string_view text, plain;
  };
  for (const Row& row : {
           Row{"2 > 1 & 1 < 2", "2 > 1 & 1 < 2"},
           Row{"AT&T", "AT&T"},
           Row{"R&eacute;sum&eacute; &amp; more", "Résumé & more"},
           Row{"a <b>bold</b>  word", "a bold word"},
           Row{"<p>one</p><p>two</p>", "one two"},
           Row{"the <blink9> sign", "the <blink9> sign"},
           Row{"&#8220;x&#8221;", "“x”"},
       }) {
    EXPECT_EQ(maybe_html_to_plain(row.text), row.plain) << row.text;
  }
}

TEST(FeedText, Base64) {
  EXPECT_EQ(from_base64("RXhhbXBsZSA8Yj5BdG9tPC9iPg=="), "Example <b>Atom</b>");
  EXPECT_EQ(from_base64("5L2g\n5aW9"), "你好");
  EXPECT_EQ(from_base64("*"), "");
}

TEST(FeedText, LinksAreMadeAbsolute) {
  EXPECT_EQ(absolute_link(" http://a.example/x ", ""), "http://a.example/x");
  EXPECT_EQ(absolute_link("http://a.example", ""), "http://a.example");
  EXPECT_EQ(absolute_link("../y", "http://a.example/b/c"), "http://a.example/y");
  EXPECT_EQ(absolute_link("/y", ""), "");
  EXPECT_EQ(absolute_link("mailto:x@a.example", "http://a.example/"), "");
  EXPECT_EQ(absolute_link("javascript:void(0)", "http://a.example/"), "");
}

}  // namespace
}  // namespace winnow::discover
