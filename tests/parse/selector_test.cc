#include "parse/selector.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "parse/selector_support.h"

namespace winnow::parse {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html id=top><head><title>T</title></head><body class="page News">
<div id=a class="box main" data-kind="Story" lang="en-GB"><h1 id=h>Head</h1><p id=p1 class=lead>One <em id=em1>word</em></p>
<p id=p2>Two <a id=l1 href="/news/1.html" rel="nofollow next">link</a></p>
<ul id=u><li id=i1>1</li><li id=i2 class=on>2</li><li id=i3>3</li><li id=i4>4</li><li id=i5>5</li></ul></div>
<div id=b class="box"><p id=p3><a id=l2 href="https://x.example/a.pdf">Read  more
now</a></p><div id=c><p id=p4> </p><span id=s1></span><p id=p5>tail</p></div></div>
<section id="1st" class="3col a.b"><img id=g alt="作者 图"><script id=js>Read more now</script></section></body></html>)";

void expect_rows(const std::vector<SelectorRow>& rows) { parse::expect_rows(kPage, rows); }

TEST(Selector, SimpleSelectors) {
  expect_rows({
      {"h1", "h"},
      {"H1", "h"},
      {"*", "top head title body a h p1 em1 p2 l1 u i1 i2 i3 i4 i5 b p3 l2 c p4 s1 p5 1st g js"},
      {".box", "a b"},
      {".Box", ""},
      {".main.box", "a"},
      {"div.main", "a"},
      {"#a", "a"},
      {"#A", ""},
      {"div#b.box", "b"},
      {"p.lead, #b , em", "p1 em1 b"},
      {".a\\.b", "1st"},
      {"#\\31 st", "1st"},
      {".\\33 col", "1st"},
      {".\\33col", ""},  // \33c is one escape: a hex digit follows without a space
      {"nothing", ""},
  });
}

TEST(Selector, Attributes) {
  expect_rows({
      {"[data-kind]", "a"},
      {"[DATA-KIND]", "a"},
      {"[data-kind=Story]", "a"},
      {"[data-kind=story]", ""},
      {"[data-kind=story i]", "a"},
      {"[data-kind='story' I]", "a"},
      {"[data-kind=\"Story\" s]", "a"},
      {"[ rel ~= next ]", "l1"},
      {"[rel~=nex]", ""},
      {"[rel~='']", ""},
      {"[lang|=en]", "a"},
      {"[lang|=EN i]", "a"},
      {"[lang|=en-G]", ""},
      {"a[href^=\"/news/\"]", "l1"},
      {"a[href$='.pdf']", "l2"},
      {"a[href$='.PDF' i]", "l2"},
      {"a[href*=example]", "l2"},
      {"a[href*='EXAMPLE' i]", "l2"},
      {"a[href*='']", ""},
      {"[href][rel]", "l1"},
      {"[alt='\\4f5c\\8005  图']", "g"},
      {"[alt*='作者']", "g"},
      {"[class='a.b']", ""},
      {"[class~='a.b']", "1st"},
      {"[id='1st']", "1st"},
      {"[alt=\"作者\\\n 图\"]", "g"},
  });
}

TEST(Selector, Combinators) {
  expect_rows({
      {"div p", "p1 p2 p3 p4 p5"},
      {"div div p", "p4 p5"},
      {"div>p", "p1 p2 p3 p4 p5"},
      {"body > div > p", "p1 p2 p3"},
      {"h1 + p", "p1"},
      {"h1~p", "p1 p2"},
      {"h1 + p + p a", "l1"},
      {"p ~ p", "p2 p5"},
      {"span + p", "p5"},
      {".page .box  a", "l1 l2"},
      {"#a ~ div > div p:last-child", "p5"},
      {"html > p", ""},
      {"#a\n>\tul li", "i1 i2 i3 i4 i5"},
      {"em em", ""},
  });
}

TEST(Selector, PseudoClasses) {
  expect_rows({
      {"p:first-child", "p3 p4"},
      {"p:last-child", "p5"},
      {"li:nth-child(2)", "i2"},
      {"li:nth-child(odd)", "i1 i3 i5"},
      {"li:nth-child( EVEN )", "i2 i4"},
      {"li:nth-child(2n+1)", "i1 i3 i5"},
      {"li:nth-child(-n + 2)", "i1 i2"},
      {"li:nth-child(n+4)", "i4 i5"},
      {"li:nth-child(3n)", "i3"},
      {"li:nth-child(0)", ""},
      {"li:nth-last-child(1)", "i5"},
      {"li:nth-last-child(-n+2)", "i4 i5"},
      {"p:first-of-type", "p1 p3 p4"},
      {"p:last-of-type", "p2 p3 p5"},
      {"p:nth-of-type(2)", "p2 p5"},
      {"p:nth-last-of-type(2)", "p1 p4"},
      {"p:only-child", ""},
      {"em:only-child, a:only-child", "em1 l1 l2"},
      {"p:only-of-type", "p3"},
      {"h1:only-of-type", "h"},
      {":root", "top"},
      {"p:empty, span:empty", "p4 s1"},
      {"li:not(.on)", "i1 i3 i4 i5"},
      {"li:not(.on, :first-child)", "i3 i4 i5"},
      {"p:not(div div p)", "p1 p2 p3"},
      {":is(h1, em)", "h em1"},
      {"div :is(ul > li.on, a)", "l1 i2 l2"},
      {":where(#a, #b) > p", "p1 p2 p3"},
      {"p:has(a)", "p2 p3"},
      {"div:has(> ul)", "a"},
      {"div:has(p a[href$='.pdf'])", "b"},
      {"p:has(+ p)", "p1"},
      {"p:has(~ ul)", "p1 p2"},
      {"div:has(> div > p:empty)", "b"},
      {"div:has(.lead, span)", "a b c"},
      {"div:not(:has(span))", "a"},
      {":has(> :has(> em))", "a"},
      {"body:has(div em)", "body"},
      {"p:has(div em)", ""},
      {"p:contains(\"Two\")", "p2"},
      {"p:contains('two')", ""},
      {":contains('Read more now')", "top body b p3 l2"},
      {"p:contains('One word')", "p1"},
  });
}

TEST(Selector, SelectsInsideAnElementSeeingTheWholeDocument) {
  const Document document = parse(kPage);
  const auto box = Selector::compile("#b")->first(document);
  const auto within = [&](std::string_view s) { return ids(document, Selector::compile(s)->select(document, box)); };
  EXPECT_EQ(within("p"), "p3 p4 p5");
  EXPECT_EQ(within("body > .box > p"), "p3");
  EXPECT_EQ(within("#a ~ div p"), "p3 p4 p5");
  EXPECT_EQ(within("#b"), "");
  EXPECT_EQ(within("p:nth-child(3)"), "p5");
  EXPECT_EQ(within("div:has(span)"), "c");
}

TEST(Selector, MatchesAgreesWithSelect) {
  const Document document = parse(kPage);
  for (const std::string_view text :
       {"div p", "h1 ~ p", "li:nth-child(2n+1)", "p:last-of-type", "div:has(> ul)", ":not(p)", "body > div + div a",
        ":is(div, ul) > :nth-last-child(2)", ":root p", "p:contains('o')"}) {
    const auto selector = Selector::compile(text);
    ASSERT_TRUE(selector) << text;
    std::vector<NodeId> matched;
    for (NodeId id = 0; id < document.size(); ++id) {
      if (selector->matches(document, id)) matched.push_back(id);
    }
    EXPECT_EQ(matched, selector->select(document)) << text;
  }
}

TEST(Selector, FirstIsInDocumentOrder) {
  const Document document = parse(kPage);
  EXPECT_EQ(document.attribute(Selector::compile("#c, .lead")->first(document), "id"), "p1");
  EXPECT_EQ(Selector::compile("video")->first(document), kNone);
}

TEST(Selector, ErrorsNameTheCharacterAndTheRemedy) {
  struct Fault {
    std::string_view selector;
    int character;
    std::string_view says;
  };
  for (const Fault& row : std::vector<Fault>{
           {"", 1, "write an element"},
           {"   ", 4, "ends too early"},
           {"div >", 6, "ends too early"},
           {"> p", 1, "needs an element on its left"},
           {"div,", 5, "ends too early"},
           {"div,,p", 5, "nothing stands before ','"},
           {"div > > p", 7, "unexpected '>'"},
           {"div p)", 6, "unexpected ')'"},
           {".", 2, "a class must follow '.'"},
           {".3col", 2, "begins with a digit"},
           {"#", 2, "an id must follow '#'"},
           {"#1st", 2, "[id=\"…\"]"},
           {"a[", 3, "an attribute's name must follow '['"},
           {"a[href", 2, "never closed"},
           {"a[href=/x]", 8, "needs quotes"},
           {"a[href=x/y]", 9, "']' is expected"},
           {"a[href=\"x]", 8, "this quote is never closed"},
           {"a[href!=x]", 7, "=, ~=, |=, ^=, $= or *="},
           {"a[href=x y]", 10, "only i"},
           {"作者 p:foo", 5, "unknown pseudo-class ':foo'"},
           {"p::before", 2, "pseudo-elements here are ::text"},
           {"p::text a", 9, "at the end of a selector"},
           {"p::text > a", 9, "at the end of a selector"},
           {"p:is(a::text)", 7, "at the end of a whole selector"},
           {"p:nth-match(1)", 14, "what is counted is missing"},
           {"p:nth-match(1 of )", 18, "nothing stands before ')'"},
           {"p:nth-child(1 of a", 19, "not closed"},
           {"p:nth-of-type(1 of a)", 17, "only :nth-child and :nth-last-child"},
           {"p:nth-child(1of a)", 13, "odd, even or like 2n+1"},
           {"p:text(\"x\")", 8, "=, ~=, |=, ^=, $= or *="},
           {"p:text(~=\"x\")", 8, "=, ^=, $= or *="},
           {"p:own-text(=x y)", 15, "only i"},
           {"p:nearest-after", 16, "needs an argument"},
           {"p:nearest-after()", 17, "nothing stands before ')'"},
           {"p:nth-child", 12, "needs an argument"},
           {"p:nth-child(x)", 13, "odd, even or like 2n+1"},
           {"p:nth-child(2n 1)", 13, "odd, even or like 2n+1"},
           {"p:nth-child(2", 14, "not closed"},
           {"p:not()", 7, "nothing stands before ')'"},
           {"p:not(a", 8, "not closed"},
           {"p:contains(x)", 12, "quoted text"},
           {"p:foo(x)", 2, "unknown pseudo-class ':foo()'"},
           {"svg|a", 4, "namespaces"},
           {"[x]div", 4, "an element's name stands first"},
           {":is(:is(:is(:is(:is(:is(:is(:is(:is(a)))))))))", 33, "flatter"},
           {"div % p", 5, "unexpected '%'"},
       }) {
    const auto selector = Selector::compile(row.selector);
    ASSERT_FALSE(selector) << row.selector;
    EXPECT_EQ(selector.error().code, Code::invalid);
    const std::string& text = selector.error().text;
    EXPECT_NE(text.find("at character " + std::to_string(row.character) + ":"), std::string::npos) << text;
    EXPECT_NE(text.find(row.says), std::string::npos) << text;
  }
}

TEST(Selector, SizesAreBounded) {
  std::string many = "a";
  for (int i = 0; i < 63; ++i) many += " a";
  EXPECT_TRUE(Selector::compile(many));
  EXPECT_FALSE(Selector::compile(many + " a"));
  EXPECT_FALSE(Selector::compile(std::string(5000, 'a')));
}

// Matching that tries every way to place 25 ancestors on a path of 400 would never end.
TEST(Selector, DescendantChainsDoNotExplode) {
  std::string html, chain;
  for (int i = 0; i < 400; ++i) html += "<div><p></p>";
  for (int i = 0; i < 25; ++i) chain += "div ";
  const Document document = parse(html);
  EXPECT_EQ(select(document, chain + "b"), "");
  EXPECT_EQ(Selector::compile(chain + "p")->select(document).size(), 400 - 25u + 1);
  EXPECT_EQ(select(document, "div:has(" + chain + "b)"), "");
  EXPECT_EQ(select(document, ":not(" + chain + "p, " + chain + " div) ~ p ~ p ~ p"), "");
}

TEST(Selector, AnyTextGivesASelectorOrAnError) {
  const Document document = parse(kPage);
  const std::string_view alphabet = "a.#[]:()=\"'\\,>+~* n2-i|^$é\n";
  std::uint32_t state = 12345;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
      state = state * 1664525u + 1013904223u;
      text += alphabet[(state >> 16) % alphabet.size()];
    }
    if (const auto selector = Selector::compile(text)) static_cast<void>(selector->select(document));
  }
}

}  // namespace
}  // namespace winnow::parse
