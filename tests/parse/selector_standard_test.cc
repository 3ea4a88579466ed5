// Selectors 4, section by section: the standard's own examples and what follows from its words, written again as rows.
#include <gtest/gtest.h>

#include "parse/selector_support.h"

namespace winnow::parse {
namespace {

// 3.5, 5: type and universal selectors; 6.6: classes and ids; the page of most rows.
constexpr std::string_view kPage =
    R"(<!DOCTYPE html><html id=html lang=en><head id=head><title id=title>t</title></head>
<body id=body class="t1 t2"><h1 id=h1 class="pastoral marine">One</h1><p id=p1 class="pastoral blue aqua marine">a</p><p id=p2 class="pastoral  blue">b</p>
<ul id=ul><li id=l1>1<li id=l2 class=X>2<li id=l3>3<li id=l4>4<li id=l5>5<li id=l6>6</ul>
<div id=d1 title="hello world" data-v="a b"><div id=d2 title=hello lang="en-US"><span id=s1 class="e">x</span><em id=e1>y</em><span id=s2>z</span></div></div>
<table id=t><tbody id=tb><tr id=r1><td id=c1>1<td id=c2>2<tr id=r2><td id=c3>3<td id=c4><p id=p3></p></table>
<a id=a1 href="http://www.example.com/x.html" hreflang=en-GB rel="copyright copyleft" title="">k</a><a id=a2 href="#top" hreflang=fr>l</a><a id=a3 name=x>m</a>
<object id=o1 type="image/png"></object><object id=o2 type="image/svg+xml"></object><p id=p4> </p><p id=p5><!-- c --></p><p id=p6>t<br id=br></p></body></html>)";

void expect(const std::vector<SelectorRow>& rows) { expect_rows(kPage, rows); }

TEST(SelectorStandard, TypeUniversalClassId) {
  expect({
      {"h1", "h1"},                // 5.1
      {"P", "p1 p2 p3 p4 p5 p6"},  // HTML: element names in any case
      {"*.pastoral", "h1 p1 p2"},  // 6.6
      {".pastoral", "h1 p1 p2"},
      {"h1.pastoral", "h1"},
      {"p.pastoral.marine", "p1"},
      {"p.marine.pastoral", "p1"},
      {".Pastoral", ""},  // classes: case counts
      {".past", ""},
      {"h1#h1", "h1"},  // 6.7
      {"#h1#h1", "h1"},
      {"p#h1", ""},
      {"*#e1", "e1"},
      {"li.X", "l2"},
      {"li.x", ""},
      {"h1,h2 , em", "h1 e1"},  // 4.1
      {"body *:is(h1)", "h1"},
  });
}

TEST(SelectorStandard, Attributes) {
  expect({
      {"[title]", "d1 d2 a1"},  // 6.1
      {"[title=hello]", "d2"},
      {"[title=\"\"]", "a1"},
      {"[rel~=copyright]", "a1"},
      {"[rel~='copyright copyleft']", ""},  // a word has no white space
      {"[rel~='']", ""},
      {"[hreflang|=en]", "a1"},
      {"[hreflang|='en-GB']", "a1"},
      {"[lang|=en]", "html d2"},
      {"[lang|=e]", ""},
      {"object[type^=\"image/\"]", "o1 o2"},  // 6.2
      {"a[href$=\".html\"]", "a1"},
      {"[title*=\"hello\"]", "d1 d2"},
      {"[title^='']", ""},
      {"[title$='']", ""},
      {"[title*='']", ""},
      {"[title=HELLO i]", "d2"},  // 6.3
      {"[title=HELLO s]", ""},
      {"[title='HELLO'i]", "d2"},
      {"[TITLE=hello]", "d2"},  // 6.3: names in HTML in any case
      {"span[class='e'][id='s1']", "s1"},
      {"a[rel='copyright copyleft'][href^=http]", "a1"},
      {":not([href]):is(a)", "a3"},
      {"[data-v=\"a\\20 b\"]", "d1"},  // an escape in a string
      {"[data\\-v]", "d1"},
  });
}

TEST(SelectorStandard, Logical) {
  expect({
      {":is(h1, em, b)", "h1 e1"},  // 4.2
      {"*:is(#d1, #d2) > *", "d2 s1 e1 s2"},
      {":is(:is(:is(h1)))", "h1"},
      {"div :not(span)", "d2 e1"},  // 4.3
      {"p:not(.pastoral, [id='p3'])", "p4 p5 p6"},
      {"p:not(:not(.blue))", "p1 p2"},
      {"td:not(#c1):not(#c2)", "c3 c4"},
      {"em:not(div em)", ""},
      {":where(ul, table) > :first-child", "l1 tb"},  // 4.4
      {"div:has(> em)", "d2"},                        // 4.5
      {"h1:has(+ p)", "h1"},
      {"p:has(+ p)", "p1 p4 p5"},
      {"p:has(~ ul)", "p1 p2"},
      {"body > :not(:has(*)):not(p)", "h1 a1 a2 a3 o1 o2"},
      {"div:has(span, #nothing)", "d1 d2"},
      {":has(> li:nth-child(6))", "ul"},
      {"div:not(:has(> em))", "d1"},
      {"tr:has(td p)", "r2"},
      {"tr:has(table td)", ""},  // all of it lies inside what :has stands on
      {":is(table):has(tbody > tr > td > p)", "t"},
  });
}

TEST(SelectorStandard, Positions) {
  expect({
      {":root", "html"},                   // 14.1
      {"p:empty", "p3 p4 p5"},             // 14.2: white space and comments do not count
      {"li:nth-child(2n+1)", "l1 l3 l5"},  // 14.3.1
      {"li:nth-child(odd)", "l1 l3 l5"},
      {"li:nth-child(2n)", "l2 l4 l6"},
      {"li:nth-child(even)", "l2 l4 l6"},
      {"li:nth-child(4n+4)", "l4"},
      {"li:nth-child(10n-1)", ""},
      {"li:nth-child(10n+9)", ""},
      {"li:nth-child(0n+5)", "l5"},
      {"li:nth-child(5)", "l5"},
      {"li:nth-child(+5)", "l5"},
      {"li:nth-child(1n+0)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(n+0)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(n)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(-n+3)", "l1 l2 l3"},
      {"li:nth-child( +3n - 2 )", "l1 l4"},
      {"li:nth-child(-n+ 6)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(+n)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(-2n+5)", "l1 l3 l5"},
      {"li:nth-child(N)", "l1 l2 l3 l4 l5 l6"},
      {"li:nth-child(-5)", ""},
      {":nth-child(2 of p)", "p2"},  // of S: places among those that match S
      {"p:nth-child(2)", "p1"},
      {":nth-child(even of li:not(.X))", "l3 l5"},
      {":nth-last-child(1 of .pastoral)", "p2"},
      {"li:nth-last-child(-n+2)", "l5 l6"},  // 14.3.2
      {"li:nth-last-child(odd)", "l2 l4 l6"},
      {"ul > :first-child", "l1"},  // 14.3.3 and .4
      {"ul > :last-child", "l6"},
      {"td:first-child, td:last-child", "c1 c2 c3 c4"},
      {"tbody:only-child", "tb"},
      {"p:only-child", "p3"},
      {"span:nth-of-type(2)", "s2"},  // 14.4
      {"span:nth-last-of-type(2)", "s1"},
      {"span:first-of-type", "s1"},
      {"span:last-of-type", "s2"},
      {"em:only-of-type", "e1"},
      {"span:only-of-type", ""},
      {"body > p:nth-of-type(n+2):nth-last-of-type(n+2)", "p2 p4 p5"},
  });
}

TEST(SelectorStandard, Combinators) {
  expect({
      {"body em", "e1"},  // 15.1
      {"div * em", "e1"},
      {"div em[id]", "e1"},
      {"div > em", "e1"},  // 15.2
      {"#d1>em", ""},
      {"body > ul li", "l1 l2 l3 l4 l5 l6"},
      {"h1 + p", "p1"},  // 15.3
      {"h1.marine + p", "p1"},
      {"h1 + p + p", "p2"},
      {"h1 + ul", ""},
      {"h1 ~ ul", "ul"},  // 15.4
      {"#l3 ~ li", "l4 l5 l6"},
      {"span~span", "s2"},
      {"li+li~li", "l3 l4 l5 l6"},
      {"tr + tr > td:first-child", "c3"},
      {"\n#d1\t>\f#d2\r\n>\nspan ", "s1 s2"},  // white space around combinators
  });
}

// What the standard forgives inside :is() and :where() (4.2, "forgiving") is a fault here, and so is what it leaves
// out.
TEST(SelectorStandard, WhatIsNoSelector) {
  for (const std::string_view text : {"[",
                                      "[]",
                                      "[a=]",
                                      "[=b]",
                                      "[a=b",
                                      "[a b]",
                                      "a,",
                                      ",a",
                                      "a >",
                                      "> a",
                                      "a + + b",
                                      "a!",
                                      "a{}",
                                      "#",
                                      "##a",
                                      "#1a",
                                      ".",
                                      ".1a",
                                      ".-",
                                      "..a",
                                      ":",
                                      "::",
                                      ":unknown",
                                      ":not",
                                      ":not()",
                                      ":not(",
                                      ":is()",
                                      ":is(a,,b)",
                                      ":has()",
                                      ":has(> )",
                                      "a:hover",
                                      ":nth-child()",
                                      ":nth-child(n n)",
                                      ":nth-child(+ 5)",
                                      ":nth-child(1.5)",
                                      ":nth-child(2n+)",
                                      ":nth-child(a)",
                                      ":nth-child(1 of)",
                                      ":nth-child(1 of )",
                                      "a::before",
                                      "a|b",
                                      "*|*",
                                      "a\\",
                                      "a /* c */",
                                      "a b)",
                                      "(a)",
                                      "a || b",
                                      "&",
                                      "5",
                                      "\"a\""}) {
    EXPECT_FALSE(Selector::compile(text)) << text;
  }
}

}  // namespace
}  // namespace winnow::parse
