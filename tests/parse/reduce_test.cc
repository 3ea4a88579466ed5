// What Gumbo is spared must not change the tree: every page gives the same document with and without.
#include "parse/reduce.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "parse/arena.h"
#include "parse/document.h"
#include "parse/references.h"

namespace winnow::parse {
namespace {

// White space before a text is one character or all of it: a reader sees no difference.
std::string shown(const Document& document) {
  return std::regex_replace(dump(document), std::regex("(\\\\n|\\\\t| )+"), " ");
}

TEST(Reduce, GivesTheSameTree) {
  const std::string_view pages[] = {
      // texts and white space
      "",
      "plain",
      " \n ",
      "<p>a</p> \n <p> b </p>",
      "<p>a  &amp;  b &copy; c&copyd &notit; &bogus; & &# &#x; &;",
      "a < b <3 <",
      "<p>x</",
      "<p>x</>y",
      "<p>a<!-- - -- -->b<!-->c<!--->d<?php e ?>f<!doctype x>g</ h>i",
      "<!DOCTYPE html PUBLIC '-//W3C//DTD HTML 4.01//EN'><p><table><tr><td>x",
      "<p>a\r\nb\rc <pre>\n\n  x\r\n y</pre>",
      "<listing>\n a</listing>",
      "<pre> a &lt; b\n</pre>\n <p>\n q",
      "<textarea>\n\n <b>a</b> &amp;</textarea>b",
      "<title> A &amp; <b>B </title>",
      "<p>\u4E2D\u6587\u3000\u6587",
      // references that Gumbo must not take for ours, and characters that it would lose
      "<p>&#xF0000; &#983041; &#x10FFFD; &#x110000; &#0; &#x80; &#x93;",
      "<p>\u0093quoted\u0094 \x01 \uFDD0",
      "<p title='\u0093'>x",
      "<p title='&#xF0000;' class='&#xF0001;'>x",
      "<p>\x1F &#xF0000; b \x1E",
      // attributes
      "<p class=a CLASS=b Title='&quot;T&quot; &amp; U' data-x hidden>t",
      "<a href='/a?b=1&copy=2&amp;c=3&lt=4&#38;d'>x</a><a href=/a?x&y>z</a><a href='&notit;'>n",
      "<p a= b = c d>t",
      "<p \"'<=x>t",
      "<p a=1/b=2/>t",
      "<p a='>'>x<p b=\">\">y",
      "<p a='unclosed>x</p>",
      "<p a=x",
      "<html lang=de><body class=a><html lang=fr id=h><body class=b id=c>x",
      "<table><input type=hidden name=a><input type=text>x<tr><td>y",
      "<isindex prompt=p action=a>",
      // raw text
      "<script>if (a < b && c) '</p>'</script>x",
      "<script><!-- <script> </script> --> </script>y",
      "<script type=application/ld+json>{\"a\": \"&amp;\"}</script>",
      "<style>p > a { }</style><xmp><p></xmp>z",
      "<iframe><p>a</iframe><noscript><p>b</noscript><noframes><p></noframes>",
      "<plaintext><p>a</p>",
      "<select><option>a<title>b</title><script>c</script><option>d</select>e",
      "<select><select><title>a<b class=x>c</title>d",
      "<select><option>a<select><script>'<p title=x>'</script>d</select>e",
      "<script>a",
      "<title>a",
      "<script/>b",
      // trees that are mended
      "<b><p>x</b>y",
      "<b class=a><b class=a><b class=a><b class=a><p>x</b></b></b></b>y<p>z",
      "<font color=red size=1><p>a<font color=red size=1><p>b<font color=red size=1><p>c<font color=red size=1><p>d",
      "<i title='a long value'><b><i title='a long value'><i title='a long value'><i title='a long value'><p></b>x",
      "<a href=a title=long-enough>x<div>y<a href=b>z",
      "<table>out <tr> in <td>x</td> foster</table>y",
      "<table> \n <tr> \n <td>x</table>",
      "<table>&nbsp;<tr>&#32;<td>x",
      "<ul><li>a<li>b<ul><li>c</ul>d</ul>",
      "<head> <meta name=a> x",
      "</body> a <p>b",
      "<frameset> <frame> x </frameset>",
      "<template><td>x</template>",
      "<svg viewBox='0 0 1 1' xlink:href='#a' xml:lang=de><path d=x /><title>t</title><a href=x>y</a></svg>z",
      "<svg><desc><p>a</desc><font color=red>b</svg>c",
      "<math><mi>x</mi><annotation-xml encoding='text/html'><p>y",
      "<svg><p/>x",
      "<svg><path d=a/>x</svg>",
      "<image src=a><br/></br>",
      "<x-Card Data-A=B>t</x-Card>",
  };
  for (const std::string_view page : pages) {
    EXPECT_EQ(shown(parse(page)), shown(parse(page, {.reduce = false}))) << page;
  }
}

TEST(Reduce, KeepsTextsToTheLetter) {
  const Document d = parse("<pre>\n  a\n\n  b &amp; c</pre><p>\n  d  e\n</p><script> f < g </script>");
  std::vector<std::string_view> texts;
  for (const Node& node : d.nodes()) {
    if (node.tag == Tag::text) texts.push_back(node.text);
  }
  EXPECT_THAT(texts, testing::ElementsAre("  a\n\n  b & c", "\n  d  e\n", " f < g "));
}

TEST(Reduce, LeavesGumboLittleToRead) {
  std::string page = "<p class='a long list of names' title='words that nobody must read'>";
  for (int i = 0; i < 1000; ++i) page += "many words of a paragraph ";
  page += "</p><script>" + std::string(10'000, 'x') + "</script><!--" + std::string(10'000, 'y') + "-->";
  Arena arena;
  EXPECT_LT(reduce(page, {}, arena).html.size(), 50U);
}

TEST(Reduce, RefusesWhatItCantTellApart) {
  EXPECT_TRUE(is_reducible("<p>\u00E9 \u4E2D \U0001F600 \U000E0067"));
  for (const std::string_view page : {std::string_view("a\0b", 3), std::string_view("\xFF"),
                                      std::string_view("\xF3\xB0\x80\x80"), std::string_view("\xF4\x8F\xBF\xBD")}) {
    EXPECT_FALSE(is_reducible(page)) << page;
  }
  EXPECT_EQ(parse("<p>\xF3\xB0\x80\x80").visible_text(Document::root()), "\xF3\xB0\x80\x80");
}

// There are 131,068 characters that can stand for a run; pages with more of them are read all the same.
TEST(Reduce, ReadsMoreRunsThanThereAreStandIns) {
  std::string page;
  constexpr int kRuns = 140'000;
  for (int i = 0; i < kRuns; ++i) page += "<hr>x" + std::to_string(i);
  page += "<b title='\"quoted\"'>end";
  const Document d = parse(page);
  EXPECT_EQ(d.all(Tag::hr).size(), static_cast<std::size_t>(kRuns));
  EXPECT_TRUE(d.visible_text(Document::root()).ends_with(" x139999end"));
  EXPECT_EQ(d.attribute(d.first(Tag::b), "title"), "\"quoted\"");
}

TEST(References, AreAsLongAsTheParserMustSee) {
  const std::pair<std::string_view, std::size_t> cases[] = {
      {"&", 1}, {"& b", 1}, {"&amp;b", 5}, {"&amp b", 4}, {"&b=c", 3}, {"&#8217;", 7}, {"&#x2019 x", 7}, {"&&amp;", 1}};
  for (const auto& [text, size] : cases) EXPECT_EQ(reference_size(text), size) << text;
}

TEST(References, AreResolvedWhereNoTableIsNeeded) {
  const std::pair<std::string_view, std::optional<std::string_view>> cases[] = {
      {"plain", "plain"},    {"a&b=c&d", std::nullopt}, {"a&b=c&amp;d", "a&b=c&d"}, {"&quot;&lt;&gt;&apos;", "\"<>'"},
      {"&#39;&#x27;", "''"}, {"&#8217;", "\u2019"},     {"&#150;", std::nullopt},   {"&eacute;", std::nullopt},
      {"& &", "& &"},        {"&#0;", std::nullopt},    {"&nbsp;", "\u00A0"},       {"&#xD800;", std::nullopt},
  };
  Arena arena;
  for (const auto& [value, resolved] : cases) EXPECT_EQ(resolve_attribute(value, arena), resolved) << value;
}

}  // namespace
}  // namespace winnow::parse
