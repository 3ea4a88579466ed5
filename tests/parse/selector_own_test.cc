// What our selectors have beyond the standard.
#include <gtest/gtest.h>

#include "parse/selector_support.h"

namespace winnow::parse {
namespace {

constexpr std::string_view kPage = R"(<!DOCTYPE html><html><body><div id=a class="story  big-lead
wide"><h2 id=h1>First</h2><p id=p1>By  Jane <b id=b1>Doe</b></p><p id=p2>two</p><h2 id=h2>Second</h2><p id=p3> BY jane </p>
<div id=ad><div id=inner><a id=l1 href="/ad?x">Ad</a></div></div><p id=p4>four<i id=i1>five</i>six</p></div>
<div id=b class=leader><p id=p5>end<a id=l2 href="/ad?y">Ad</a></p><script id=js>var x = "two";</script></div></body></html>)";

TEST(OwnSelector, ValuesAsWords) {
  expect_rows(kPage, {
                         {"[class*=' big-' w]", "a"},
                         {"[class*=' lead' w]", "b"},
                         {"[class*='lead ' w]", "a"},
                         {"[class=' story big-lead wide ' w]", "a"},
                         {"[class^=' story ' w]", "a"},
                         {"[class$=' WIDE ' w i]", "a"},
                         {"[class*=' big-lead wide ' w]", "a"},
                         {"[class='story big-lead wide' w]", ""},
                     });
}

TEST(OwnSelector, Texts) {
  expect_rows(kPage, {
                         {":text(='two')", "p2"},
                         {":text(*='two'):not(:has(*))", "p2 js"},
                         {"p:contains('two'), script:contains('two')", "p2"},
                         {"p:text(='By  Jane Doe')", "p1"},
                         {"p:text(='By Jane Doe')", ""},
                         {"p:text(=' By Jane Doe ' w)", "p1"},
                         {"p:text(^=' by ' w i)", "p1 p3"},
                         {"p:text(^='By ')", "p1"},
                         {"p:text($='Doe')", "p1"},
                         {"p:text($=' Jane ' i)", "p3"},
                         {"p:text(*='jane' i)", "p1 p3"},
                         {"p:text(*=' jane ' i w)", "p1 p3"},
                         {"p:text(*='')", ""},
                         {"p:text(*='fourfive')", "p4"},
                         {"p:own-text(='six')", "p4"},
                         {"p:own-text(*='five')", ""},
                         {"div:own-text()", "a"},
                         {"p:not(:own-text())", ""},
                         {"p:first-text(='six')", ""},
                         {"p:first-text(='four')", "p4"},
                         {":first-text(^='T' i)", "p2"},
                         {"p:first-text(=' by jane ' w i)", "p1 p3"},
                     });
}

TEST(OwnSelector, TextsRightInsideAnElement) {
  expect_rows(kPage, {
                         {"#p4::text", "'four' 'six'"},
                         {"#p4::text, #i1", "'four' i1 'six'"},
                         {"#p4::text, #p4", "p4 'four' 'six'"},
                         {"i ::text", ""},
                         {"#i1::text , #l2::text", "'five' 'Ad'"},
                         {"#ad::text", ""},
                         {"i::text-after", "'six'"},
                         {"#i1::text-before", "'four'"},
                         {"b::text-after", ""},
                         {"#p4::text, i::text-after", "'four' 'six'"},
                         {"#p5 > a::text-before, p::text-after, #l2", "'\n' 'end' l2"},
                     });
}

TEST(OwnSelector, PlacesAmongWhatIsCounted) {
  expect_rows(kPage, {
                         {":nth-child(2 of p)", "p2"},
                         {"div > :nth-child(-n+2 of p, h2)", "h1 p1 p5"},
                         {"p:nth-child(1 of h2 + p)", "p1"},
                         {":nth-child(2 of h2 + p)", "p3"},
                         {":nth-last-child(1 of h2)", "h2"},
                         {":nth-last-child(2 of p:has(*))", "p1"},
                         {"#p4:nth-child(2 of h2)", ""},
                         {":nth-match(1 of a)", "l1"},
                         {":nth-match(2 of a)", "l2"},
                         {":nth-match(3 of a)", ""},
                         {"p:nth-match(1 of a)", ""},
                         {":nth-last-match(1 of p)", "p5"},
                         {":nth-match(even of p) > *", "i1"},
                         {":nth-match(1 of div:has(a)) > :nth-match(1 of p)", "p1"},
                         {":nth-match(1 of p:nth-match(n+2 of p))", "p2"},
                     });
}

TEST(OwnSelector, Nearest) {
  expect_rows(kPage, {
                         {"div:nearest-around(a)", "inner b"},
                         {"div#ad:nearest-around(a)", "ad"},
                         {"div:nearest-around(a):not(.leader)", "inner"},
                         {":nearest-around(a)", "inner p5"},
                         {"div:nearest-around(div:nearest-around(#l1))", "ad"},
                         {"p:nearest-after(h2)", "p1 p3"},
                         {"p:nearest-after(p:nearest-after(h2))", "p2 p4"},
                         {"p:nearest-after(p)", "p2 p3 p4"},
                         {"h2:nearest-before(p)", "h1 h2"},
                         {"p:nearest-before(#ad)", "p3"},
                         {"p:nearest-before(h2)", "p2"},
                         {"h2:nearest-after(b)", ""},
                     });
}

}  // namespace
}  // namespace winnow::parse
