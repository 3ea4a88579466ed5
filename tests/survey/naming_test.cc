#include "survey/rules/naming.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "parse/selector.h"

namespace winnow::survey {
namespace {

struct Row {
  const char* html;
  const char* tag;   // the first of that name is named
  const char* best;  // its first name
};

const Row kRows[] = {
    {"<h1 class=\"hed big\">x</h1>", "h1", "h1.hed"},
    {"<div id=\"story\" class=\"hed\">x</div>", "div", "#story"},
    {"<div id=\"post-48213\" class=\"css-1x2y3z\">x</div>", "div", "div[id^=\"post-\"]"},
    {"<div class=\"title__Ab3xY\">x</div>", "div", "div[class^=\"title__\"]"},
    {"<div class=\"wide title__Ab3xY\">x</div>", "div", "div.wide"},
    {"<span itemprop=\"author\" class=\"name\">x</span>", "span", "span[itemprop=\"author\"]"},
    {"<span data-testid=\"byline\">x</span>", "span", "span[data-testid=\"byline\"]"},
    {"<span data-v-7ba5bd90=\"\">x</span>", "span", "span"},
    {"<span class=\"md:w-1/2\">x</span>", "span", "span[class~=\"md:w-1/2\"]"},
    {"<font size=\"5\">x</font>", "font", "font[size=\"5\"]"},
    {"<time>x</time>", "time", "time"},
    {"<oj-body>x</oj-body>", "oj-body", "oj-body"},
    {"<p>x</p>", "p", "p"},
};

parse::NodeId first_of(const parse::Document& document, const std::string& tag) {
  return parse::Selector::compile(tag)->first(document);
}

TEST(Naming, TheBestOwnName) {
  for (const Row& row : kRows) {
    const parse::Document document = parse::parse(row.html);
    const auto names = own_names(document, first_of(document, row.tag));
    ASSERT_FALSE(names.empty()) << row.html;
    EXPECT_EQ(names.front().css, row.best) << row.html;
    EXPECT_EQ(names.back().css, row.tag) << row.html;
  }
}

TEST(Naming, EveryNameSelectsItsElement) {
  const parse::Document document = parse::parse(
      "<main id=m><section class='a b__x9Kf2'><div class=c><p class='d e'>x</p></div><div "
      "class=c><p>y</p></div></section>"
      "</main>");
  for (parse::NodeId id = 1; id < document.size(); ++id) {
    for (const Naming& name : names(document, id)) {
      const auto selector = parse::Selector::compile(name.css);
      ASSERT_TRUE(selector) << name.css;
      const auto found = selector->select(document);
      EXPECT_TRUE(std::find(found.begin(), found.end(), id) != found.end()) << name.css;
      EXPECT_EQ(name.css.find("nth"), std::string::npos) << name.css;
    }
  }
}

TEST(Naming, WhatFollowsItsLikeIsNamedSo) {
  const parse::Document document = parse::parse("<div class=c>x</div><div class=c id=second>y</div>");
  const auto all = names(document, first_of(document, "#second"));
  EXPECT_TRUE(std::any_of(all.begin(), all.end(), [](const Naming& n) { return n.css == "div.c ~ div.c"; }));
}

TEST(Naming, IsBounded) {
  std::string html = "<p class='";
  for (int i = 0; i < 500; ++i) html += "word" + std::string(1, static_cast<char>('a' + i % 26)) + " ";
  const parse::Document document = parse::parse(html + "'>x</p>");
  EXPECT_LE(names(document, first_of(document, "p")).size(), 80U);
}

}  // namespace
}  // namespace winnow::survey
