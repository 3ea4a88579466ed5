// Expressions at random against libxml2: what is converted picks the same, whatever its shape.
#include <gtest/gtest.h>

#include <random>

#include "import/selection.h"
#include "import/xpath_oracle.h"
#include "parse/selector.h"

namespace winnow::importing {
namespace {

class Expressions {
 public:
  explicit Expressions(std::mt19937& random) : random_(random) {}

  std::string any() {
    switch (below(10)) {
      case 0:
        return "(" + path_down() + ")[" + position() + "]" + (once_in(2) ? "/" + step(1) : "");
      case 1:
        return path(2) + " | " + path(1);
      default:
        return path(3);
    }
  }

 private:
  // Without the way up, on which the document itself would be counted, which is no element.
  std::string path_down() {
    std::string out = path(2);
    while (out.find("..") != out.npos || out.find("parent") != out.npos || out.find("ancestor") != out.npos)
      out = path(2);
    return out;
  }

  int below(int count) { return static_cast<int>(random_() % static_cast<unsigned>(count)); }
  bool once_in(int count) { return below(count) == 0; }
  std::string one_of(const std::vector<std::string>& words) { return words[random_() % words.size()]; }

  std::string path(int depth) {
    std::string out = "//" + step(depth);
    for (int n = below(3); n > 0; --n) out += one_of({"/", "/", "//"}) + step(depth);
    if (once_in(8)) out += one_of({"/@class", "/@id", "//@class", "/text()", "/node()", "/.."});
    return out;
  }

  std::string step(int depth) {
    const std::string axis =
        once_in(3)
            ? one_of({"parent::", "ancestor::", "following-sibling::", "preceding-sibling::", "descendant::", "self::",
                      "following::", "preceding::", "ancestor-or-self::", "descendant-or-self::", "child::"})
            : "";
    std::string out = axis + one_of({"div", "p", "b", "*", "span"});
    for (int n = below(3); n > 0 && depth > 0; --n) out += "[" + predicate(depth - 1) + "]";
    return out;
  }

  std::string position() {
    return one_of({"1", "2", "last()", "last()-1", "position()=2", "position()>1", "position()<3", "position() mod 2=1",
                   "position()!=1", "position()=last()", "position()<=last()-1", "2<position()"});
  }

  std::string text() { return one_of({"'x'", "'y'", "'x y'", "' x '", "' x'", "'y '", "'xy'", "''"}); }

  std::string value(int depth) {
    switch (below(8)) {
      case 0:
        return "normalize-space(@class)";
      case 1:
        return "concat(' ',normalize-space(@class),' ')";
      case 2:
        return "normalize-space(.)";
      case 3:
        return "text()";
      case 4:
        return ".";
      case 5:
        return depth > 0 ? relative(depth - 1) : "@class";
      case 6:
        return "translate(@class,'XY','xy')";
      default:
        return one_of({"@class", "@id"});
    }
  }

  std::string relative(int depth) {
    std::string out = one_of({"", ".//", "./", "parent::*/", ""}) + step(depth);
    if (once_in(5)) out += one_of({"/@class", "/text()", "//p"});
    return out;
  }

  std::string predicate(int depth) {
    switch (below(depth > 0 ? 13 : 8)) {
      case 0:
      case 1:
        return position();
      case 2:
        return one_of({"@class", "@id", "text()", "*", "not(@class)"});
      case 3:
      case 4:
        return one_of({"contains(", "starts-with("}) + value(depth) + "," + text() + ")";
      case 5:
      case 6:
        return value(depth) + one_of({"=", "=", "!="}) + text();
      case 7:
        return "count(" + one_of({"p", "*", "preceding-sibling::*", "following-sibling::*"}) + ")" +
               one_of({"=", ">", "<", ">=", "<="}) + one_of({"0", "1", "2"});
      case 8:
        return relative(depth);
      case 9:
        return "not(" + predicate(depth - 1) + ")";
      case 10:
        return predicate(depth - 1) + " and " + predicate(depth - 1);
      case 11:
        return "(" + predicate(depth - 1) + " or " + predicate(depth - 1) + ")";
      default:
        return "text()[contains(.," + text() + ")]";
    }
  }

  std::mt19937& random_;
};

std::string any_page(std::mt19937& random, int depth) {
  const auto one_of = [&](const std::vector<std::string>& words) { return words[random() % words.size()]; };
  const std::string tag = one_of({"div", "div", "span", "b", "p"});
  std::string out = "<" + tag;
  if (random() % 3 != 0) out += " class=\"" + one_of({"x", "y", "x y", "xy  x", "X", " y x", "", "x y z"}) + "\"";
  if (random() % 5 == 0) out += " id=" + one_of({"x", "y", "xy"});
  out += ">" + one_of({"", "x", "y", "x y", " x", "y ", "x  y", ""});
  if (depth > 0 && tag != "p") {
    for (auto n = random() % 4; n > 0; --n) out += any_page(random, depth - 1) + one_of({"", "", "x", " y "});
  }
  return out + "</" + tag + ">";
}

constexpr parse::NodeId kHtmlElement = 1;

TEST(XPathAtRandom, WhatIsConvertedPicksTheSame) {
  std::mt19937 random(11);
  Expressions expressions(random);
  int converted = 0, picking = 0;
  for (int round = 0; round < 10'000; ++round) {
    const std::string xpath = expressions.any();
    ASSERT_TRUE(parse_xpath(xpath)) << xpath;
    const auto place = to_place(xpath);
    if (!place) continue;
    ++converted;
    const auto selector = parse::Selector::compile(place->css);
    bool picked = false;
    for (int n = 0; n < 3; ++n) {
      std::string html = "<!DOCTYPE html><body>";
      for (int top = 0; top < 3; ++top) html += any_page(random, 4);
      const parse::Document page = parse::parse(html);
      auto expected = XPathOracle(page).evaluate(xpath);
      ASSERT_TRUE(expected) << xpath;
      auto found = selector->select(page);
      // What is around <html> is the document, which is no element for a selector.
      std::erase(expected->nodes, kHtmlElement);
      std::erase(found, kHtmlElement);
      ASSERT_EQ(found, expected->nodes) << xpath << "\nbecame " << place->css << "\non " << html;
      picked |= !expected->nodes.empty();
    }
    picking += picked ? 1 : 0;
  }
  EXPECT_GT(converted, 4'000);
  EXPECT_GT(picking, 2'000);
}

}  // namespace
}  // namespace winnow::importing
