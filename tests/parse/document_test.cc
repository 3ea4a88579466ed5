#include "parse/document.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ctime>
#include <string>
#include <vector>

namespace winnow::parse {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

constexpr std::string_view kShell = "<html>\n  <head>\n  <body>\n";  // what every dump begins with

std::string repeat(std::string_view text, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += text;
  return out;
}

struct TreeCase {
  std::string_view html, dump;
};

TEST(Parse, MakesTheTreeOfTheHtmlStandard) {
  const TreeCase cases[] = {
      {"<p>A &amp; B", "    <p>\n      \"A & B\"\n"},
      {"<p>1<p>2", "    <p>\n      \"1\"\n    <p>\n      \"2\"\n"},
      {"<b><p>x</b>y", "    <b>\n    <p>\n      <b>\n        \"x\"\n      \"y\"\n"},
      {"<table>out<tr><td>in</table>",
       "    \"out\"\n    <table>\n      <tbody>\n        <tr>\n          <td>\n            \"in\"\n"},
      {"<IMG SRC=a.png data-Src='b\"'>", "    <img src=\"a.png\" data-src=\"b&quot;\">\n"},
      {"<x-Card>t</x-Card>", "    <x-card>\n      \"t\"\n"},
      {"<p>a<!-- gone -->b", "    <p>\n      \"a\"\n      \"b\"\n"},
      {"<div><script>if (a < b) {}</script></div>", "    <div>\n      <script>\n        \"if (a < b) {}\"\n"},
      {"<div><noscript><img src=a></noscript></div>", "    <div>\n      <noscript>\n        <img src=\"a\">\n"},
      {"<div><template><p>t</template></div>", "    <div>\n      <template>\n        <p>\n          \"t\"\n"},
      {"<svg viewBox='0 0 1 1'><path d=x /></svg>", "    <svg viewbox=\"0 0 1 1\">\n      <path d=\"x\">\n"},
  };
  for (const TreeCase& c : cases) EXPECT_EQ(dump(parse(c.html)), std::string(kShell) + std::string(c.dump)) << c.html;
}

TEST(Parse, TakesAnyBytes) {
  const std::string_view cases[] = {"",      "\0\0",     "<", "</", "<!", "<!--", "<a b='", "\xff\xfe<p>\x80",
                                    "plain", "<![CDATA["};
  for (const std::string_view html : cases) EXPECT_GE(parse(html).size(), 4U) << html;
  EXPECT_EQ(parse("<p>a\xff"
                  "b")
                .visible_text(Document::root()),
            "a\xEF\xBF\xBD"
            "b");
}

TEST(Parse, KeepsTheOrderAndRangesOfSubtrees) {
  const Document d = parse("<div><p>a<b>b</b></p><p>c</p></div><hr>");
  for (NodeId id = 1; id < d.size(); ++id) {
    EXPECT_LT(d[id].parent, id);
    EXPECT_LE(d[id].end, d[d[id].parent].end);
  }
  const NodeId div = d.first(Tag::div);
  ASSERT_EQ(d.all(Tag::p).size(), 2U);
  const NodeId first = d[div].first_child;
  EXPECT_EQ(first, d.all(Tag::p)[0]);
  EXPECT_EQ(d[first].next_sibling, d.all(Tag::p)[1]);
  EXPECT_EQ(d[d.all(Tag::p)[1]].next_sibling, kNone);
  EXPECT_EQ(d[div].end, d.first(Tag::hr));
}

TEST(Parse, AForeignTitleIsNoPageTitle) {
  EXPECT_EQ(parse("<body><svg><title>icon</title></svg>").first(Tag::title), kNone);
}

TEST(Parse, ElementsBelowTheDepthBecomeChildrenOfTheLastLevel) {
  // 1 is html, 2 body, 3 div, 4 section; nav would be the fifth.
  const Document d = parse("<div><section><p>in<nav>x</nav></p></section></div>", {.nodes = 100, .depth = 4});
  const NodeId nav = d.first(Tag::nav);
  ASSERT_NE(d.first(Tag::p), kNone);
  EXPECT_EQ(d[d.first(Tag::p)].parent, d.first(Tag::section));
  EXPECT_TRUE(nav == kNone || d[nav].parent == d.first(Tag::section));
  EXPECT_THAT(d.text(d.first(Tag::section)), HasSubstr("inx"));
}

TEST(Parse, StopsAtTheNodeLimitAndSaysSo) {
  const Document d = parse(repeat("<br>", 40000), {.nodes = 1000, .depth = 512});
  EXPECT_LE(d.size(), 1000U);
  EXPECT_THAT(d.truncated(), HasSubstr("1000 nodes"));
  EXPECT_EQ(parse("<p>whole").truncated(), "");
}

// Each of these made tree construction quadratic, and some kept Gumbo busy for minutes.
TEST(Parse, HostileNestingTakesLinearTime) {
  std::string fonts, attributes = "<p";
  for (int k = 0; k < 60000; ++k) fonts += "<font size=" + std::to_string(k) + "><p>x";
  for (int k = 0; k < 120000; ++k) attributes += " a" + std::to_string(k);
  const std::string_view units[] = {"<div>",
                                    "<b>",
                                    "<table>",
                                    "<table><tr><td>",
                                    "<a href=x><div>",
                                    "<a><b>",
                                    "<b><div></b>",
                                    "<select><option>",
                                    "<ul><li>",
                                    "<li><dd>",
                                    "<rp>",
                                    "<optgroup>",
                                    "<svg><g>",
                                    "<svg><div/>",
                                    "<svg><title><div>",
                                    "<svg><style><div>",
                                    "<math><mi>",
                                    "<svg></desc></table>",
                                    "<span><div></span>",
                                    "<form><div></form>",
                                    "<div><table><tr><td></div>",
                                    "<table><b><td><b></table>",
                                    "<select><style></select><div>",
                                    "<script><!--<script></script>--></script><div>",
                                    "<html a=b>",
                                    "<template>",
                                    "<!--",
                                    "<",
                                    "&",
                                    "<br>",
                                    "</p>",
                                    "<isindex>"};
  std::vector<std::string> pages{fonts, attributes + ">y", "<p title='" + std::string(1 << 20, 'x') + "'>y",
                                 std::string(1 << 20, '\0')};
  for (const std::string_view unit : units) pages.push_back(repeat(unit, 1 << 20));
  for (const std::string& page : pages) {
    const std::clock_t start = std::clock();  // the processor's time: on a busy machine the clock's says nothing
    const Document d = parse(page);
    const double took = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
    EXPECT_GE(d.size(), 4U);
    EXPECT_LT(took, 10.0) << page.substr(0, 40);  // under a second, but for sanitizers
  }
}

TEST(Parse, DeepPagesKeepTheirText) {
  const Document d = parse(repeat("<div>", 10000) + "deep" + repeat("</div>", 12000) + "<p>after</p>");
  EXPECT_EQ(d.visible_text(Document::root()), "deep after");
}

TEST(Document, FindsAttributesAndClasses) {
  const Document d = parse("<p class='Lead  big' hidden title=''>x");
  const NodeId p = d.first(Tag::p);
  EXPECT_EQ(d.attribute(p, "class"), "Lead  big");
  EXPECT_EQ(d.attribute(p, "id"), "");
  EXPECT_TRUE(d.has_attribute(p, "hidden"));
  EXPECT_FALSE(d.has_attribute(p, "id"));
  EXPECT_TRUE(d.has_class(p, "big"));
  EXPECT_FALSE(d.has_class(p, "lead"));
  EXPECT_TRUE(d.has_class(p, "lead", true));
  EXPECT_FALSE(d.has_class(p, "bi"));
  EXPECT_FALSE(d.has_class(p, ""));
}

TEST(Document, TextIsRawAndVisibleTextIsWhatAReaderSees) {
  const Document d = parse(
      "<div><p>one\n  two</p><p>three<br>four <b>fi</b>ve</p><script>s()</script><style>t{}</style>"
      "<noscript>n</noscript><svg><title>u</title></svg></div>");
  const NodeId div = d.first(Tag::div);
  EXPECT_EQ(d.text(div), "one\n  twothreefour fivenu");
  EXPECT_EQ(d.visible_text(div), "one two three four five");
  EXPECT_EQ(d.text(d.first(Tag::script)), "s()");
}

TEST(Document, ReplacedTextsOutliveTheMoveOfTheDocument) {
  Document d = parse("<p title=a>b");
  const NodeId p = d.first(Tag::p);
  d.replace_text(d[p].first_child, "a new text, longer than what a small string holds");
  d.replace_attribute(p, "title", "c");
  d.replace_attribute(p, "missing", "c");
  d.replace_text(p, "an element has no text of its own");
  const Document moved = std::move(d);
  EXPECT_EQ(moved.text(p), "a new text, longer than what a small string holds");
  EXPECT_EQ(moved.attribute(p, "title"), "c");
  EXPECT_FALSE(moved.has_attribute(p, "missing"));
}

TEST(Document, AnEmptyOneHasItsRoot) {
  const Document d;
  EXPECT_EQ(d.size(), 1U);
  EXPECT_EQ(d.visible_text(Document::root()), "");
  EXPECT_EQ(d.first(Tag::body), kNone);
}

TEST(ToHtml, ParsesToTheSameTree) {
  const std::string_view pages[] = {"<p title='a\"b'>1 &lt; 2 &amp; 3<br><img src=a>", "<script>a<b</script><p>x",
                                    "<table><tr><td>x</table>y"};
  for (const std::string_view html : pages) {
    const Document d = parse(html);
    EXPECT_EQ(dump(parse(to_html(d))), dump(d));
  }
}

TEST(ToHtml, AddsWhatTheCallerWantsToStartTags) {
  const Document d = parse("<p id=a>x</p><p>y</p>");
  HtmlEdits edits;
  edits.attributes[d.all(Tag::p)[1]] = "data-kept=\"1\"";
  EXPECT_THAT(to_html(d, edits), HasSubstr("<p id=\"a\">x</p><p data-kept=\"1\">y</p>"));
}

TEST(ToHtml, LeavesOutAndAddsAroundNodes) {
  const Document d = parse("<div onclick=x()><p>one</p><script>x()</script><b>two</b></div>");
  HtmlEdits edits;
  edits.write = [&](NodeId id) {
    const Tag tag = d[id].tag;
    return tag == Tag::script ? HtmlEdits::Write::nothing
           : tag == Tag::b    ? HtmlEdits::Write::content
                              : HtmlEdits::Write::all;
  };
  edits.keeps = [](NodeId, const Attribute& a) { return a.name != "onclick"; };
  const NodeId p = d.first(Tag::p), two = d[d.first(Tag::b)].first_child;
  edits.before[p] = "[";
  edits.inside[p] = "(";
  edits.behind[p] = "]";
  edits.before[two] = "<i>";
  edits.behind[two] = "</i>";
  EXPECT_THAT(to_html(d, edits), HasSubstr("<div>[<p>(one</p>]<i>two</i></div>"));
}

TEST(Tags, KnowBlocksHeadingsAndVoids) {
  EXPECT_EQ(tag_for("template"), Tag::template_);
  EXPECT_EQ(tag_for("amp-img"), Tag::amp_img);
  EXPECT_EQ(tag_for("text"), Tag::other);
  EXPECT_EQ(tag_for("document"), Tag::other);
  EXPECT_TRUE(is_block(Tag::td));
  EXPECT_FALSE(is_block(Tag::span));
  EXPECT_TRUE(is_heading(Tag::h6));
  EXPECT_FALSE(is_heading(Tag::head));
  EXPECT_TRUE(is_void(Tag::br));
  EXPECT_FALSE(is_void(Tag::b));
}

}  // namespace
}  // namespace winnow::parse
