// XPath to selectors: what is written, and that it picks what libxml2 picks.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/regex.h"
#include "base/scan.h"
#include "extract/rule_locator.h"
#include "import/selection.h"
#include "import/xpath_oracle.h"
#include "parse/selector.h"

namespace winnow::importing {
namespace {

constexpr int kPages = 30;

// Names as HTML has them: the tree's are in lower case.
std::string in_lower_names(const std::string& xpath) {
  std::string out;
  char quote = 0;
  for (const char c : xpath) {
    if (quote == 0 && (c == '"' || c == '\'')) {
      quote = c;
    } else if (c == quote) {
      quote = 0;
    }
    out += quote == 0 && c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return out;
}

// A rule's text has a space between blocks, as a reader sees it, and XPath's has none.
std::string without_space(std::string text) {
  std::erase_if(text, [](char c) { return ascii::is_space(c); });
  return text;
}

// Where XPath gives a text, the rule gives it too. Where it gives none, the rule may go on to another element.
bool same_text(const std::string& text, const Place& place, const parse::Document& page, const std::string& xpath) {
  const std::string expected = without_space(text);
  if (expected.empty() || place.match == "(?s) (.*)$") return false;  // a difference that is meant (selection.h)
  extract::ValueShape shape{.attr = place.attr};
  if (!place.match.empty()) shape.match = *Regex::compile(place.match);
  extract::RulePage rules(page, nullptr);
  const auto values = extract::Locator::compile(place.css)->values(rules, shape);
  EXPECT_EQ(values.empty() ? "" : without_space(values.front()), expected) << xpath << "\non " << parse::to_html(page);
  return true;
}

// On how many of the pages the expression picked something; a failure where the two differ.
int compare_on_pages(const std::string& xpath, const Place& place, int pages) {
  const auto expr = parse_xpath(xpath);
  std::mt19937 random(static_cast<unsigned>(xpath.size()));
  int picking = 0;
  const auto selector = parse::Selector::compile(place.css);
  for (int i = 0; i < pages; ++i) {
    const parse::Document page = parse::parse(page_about(*expr, random));
    const auto expected = XPathOracle(page).evaluate(in_lower_names(xpath));
    if (!expected) {
      ADD_FAILURE() << "libxml2 refuses " << xpath << ", which became " << place.css;
      return 0;
    }
    if (expected->string) {
      picking += same_text(*expected->string, place, page, xpath) ? 1 : 0;
      continue;
    }
    picking += expected->nodes.empty() ? 0 : 1;
    const auto found = selector->select(page);
    if (found == expected->nodes) continue;
    ADD_FAILURE() << xpath << "\nbecame " << place.css << "\non " << parse::to_html(page) << "\nfound "
                  << testing::PrintToString(found) << " and not " << testing::PrintToString(expected->nodes);
    return picking;
  }
  return picking;
}

struct Row {
  std::string xpath, css, attr = "", match = "";
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    const auto place = to_place(row.xpath);
    ASSERT_TRUE(place) << row.xpath << ": " << place.error();
    EXPECT_EQ(place->css, row.css) << row.xpath;
    EXPECT_EQ(place->attr, row.attr) << row.xpath;
    EXPECT_EQ(place->match, row.match) << row.xpath;
    if (place->css == row.css && compare_on_pages(row.xpath, *place, kPages) == 0)
      ADD_FAILURE() << row.xpath << " picked nothing on any page: this says little";
  }
}

TEST(XPathConversion, NamesAndAttributes) {
  expect_rows({
      {"//article", "article"},
      {"//DIV[@CLASS=\"x\"]", "div[class=\"x\"]"},
      {"//div[@class='story body']", "div[class=\"story body\"]"},
      {"//div[@id=\"main\"]", "div#main"},
      {"//div[@id='1a']", "div[id=\"1a\"]"},
      {"//*[@id='main']/div[2]/p", "#main > div:nth-of-type(2) > p"},
      {"//div[contains(@class, 'story')]", "div[class*=\"story\"]"},
      {"//div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]", "div.story"},
      {"//div[contains(concat(' ',normalize-space(@class),' '),' a b ')]", "div[class*=\" a b \" w]"},
      {"//div[contains(concat(' ',normalize-space(@class),' '),' story-')]", "div[class*=\" story-\" w]"},
      {"//div[contains(concat(' ', @class, ' '), ' story ')]", "div.story"},
      {"//div[starts-with(@id, 'post-')]", "div[id^=\"post-\"]"},
      {"//div[normalize-space(@class)='story body']", "div[class=\" story body \" w]"},
      {"//div[@class!='story']", "div[class]:not([class=\"story\"])"},
      {"//div[not(@class)]", "div:not([class])"},
      {"//div[not(@class='story')]", "div:not([class=\"story\"])"},
      {"//div[@class and @id]", "div[class][id]"},
      {"//div[@class='a' or @id='b']", "div:is([class=\"a\"], #b)"},
      {"//div[(@class='a' or @class='b') and not(@id)]", "div:is([class=\"a\"], [class=\"b\"]):not([id])"},
  });
}

TEST(XPathConversion, Positions) {
  expect_rows({
      {"//div[@class]/p[1]", "div[class] > p:nth-of-type(1)"},
      {"//div//p[2]", "div p:nth-of-type(2)"},
      {"(//p)[1]", ":nth-match(1 of p)"},
      {"(//div[@class='x'])[last()]", ":nth-last-match(1 of div[class=\"x\"])"},
      {"(//div/p)[position()<3]/a", ":nth-match(-n+2 of div > p) > a"},
      {"//p[last()]", "p:nth-last-of-type(1)"},
      {"//p[last()-1]", "p:nth-last-of-type(2)"},
      {"//p[position()=2]", "p:nth-of-type(2)"},
      {"//p[position()>1]", "p:nth-of-type(n+2)"},
      {"//p[position() mod 2 = 1]", "p:nth-of-type(2n+1)"},
      {"//div[@class='x'][1]", "div[class=\"x\"]:nth-child(1 of div[class=\"x\"])"},
      {"//div[1][@class='x']", "div:nth-of-type(1)[class=\"x\"]"},
      {"//p[not(position()=1)]", "p:not(:nth-of-type(1))"},
  });
}

TEST(XPathConversion, Siblings) {
  expect_rows({
      {"//h2/following-sibling::p", "h2 ~ p"},
      {"//h2/following-sibling::p[1]", "p:nearest-after(h2)"},
      {"//h2/following-sibling::p[2]", "p:nearest-after(p:nearest-after(h2))"},
      {"//h2/following-sibling::p[last()]", "h2 ~ p:nth-last-of-type(1)"},
      {"//h2/following-sibling::*", "h2 ~ *"},
      {"//h2/following-sibling::*[1]", "h2 + *"},
      {"//h2/following-sibling::*[1][self::p]", "h2 + :is(p)"},
      {"//h2/preceding-sibling::p", "p:has(~ h2)"},
      {"//h2/preceding-sibling::p[1]", "p:nearest-before(h2)"},
      {"//h2/preceding-sibling::*[1]", ":has(+ h2)"},
      {"//h2/preceding-sibling::p[last()]", "p:nth-of-type(1):has(~ h2)"},
      {"//p[preceding-sibling::h2]", "p:is(h2 ~ *)"},
      {"//p[following-sibling::h2]", "p:has(~ h2)"},
      {"//p[preceding-sibling::*[1][self::h2]]", "p:is(:is(h2) + *)"},
      {"//p[following-sibling::*[1][self::h2]]", "p:has(+ :is(h2))"},
      {"//h2[following-sibling::*[1]]", "h2:has(+ *)"},
  });
}

TEST(XPathConversion, ParentsAndAncestors) {
  expect_rows({
      {"//a/parent::div", "div:has(> a)"},
      {"//a/..", ":has(> a)"},
      {"//a/../p", ":has(> a) > p"},
      {"//a[../@class='x']", "a:is([class=\"x\"] > *)"},
      {"//a[parent::p]", "a:is(p > *)"},
      {"//a/ancestor::div", "div:has(a)"},
      {"//a/ancestor::div[1]", "div:nearest-around(a)"},
      {"//a/ancestor::div[2]", "div:nearest-around(div:nearest-around(a))"},
      {"//a/ancestor::div[@class='x'][1]", "div[class=\"x\"]:nearest-around(a)"},
      {"//a/ancestor::div[last()]", "div:not(div *):has(a)"},
      {"//a[ancestor::p]", "a:is(p *)"},
      {"//a[not(ancestor::p)]", "a:not(:is(p *))"},
      {"//a/ancestor-or-self::*[@class='x']", "a[class=\"x\"], [class=\"x\"]:has(a)"},
  });
}

TEST(XPathConversion, OtherAxes) {
  expect_rows({
      {"//div/descendant::a", "div a"},
      {"//div/descendant-or-self::div", "div, div div"},
      {"//div/descendant::a[@class='x']", "div a[class=\"x\"]"},
      {"//h2/following::p", ":is(h2, :has(h2)) ~ p, :is(h2, :has(h2)) ~ * p"},
      {"//h2/preceding::p", "p:has(~ h2, ~ * h2), :has(~ h2, ~ * h2) p"},
      {"//p[preceding::h2]", "p:is(:is(h2, :has(h2)) ~ *, :is(h2, :has(h2)) ~ * *)"},
      {"//p[following::h2]", "p:is(:has(~ h2, ~ * h2), :has(~ h2, ~ * h2) *)"},
  });
}

TEST(XPathConversion, PathsInConditions) {
  expect_rows({
      {"//div[a]", "div:has(> a)"},
      {"//div[.//a]", "div:has(a)"},
      {"//div[p/a]", "div:has(> p:has(> a))"},
      {"//div[a/@href]", "div:has(> a[href])"},
      {"//div[.//img[@src]]", "div:has(img[src])"},
      {"//div[a[@class='x'] and not(.//h2)]", "div:has(> a[class=\"x\"]):not(:has(h2))"},
      {"//div[count(p)=2]", "div:has(> :nth-child(2 of p)):not(:has(> :nth-child(3 of p)))"},
      {"//div[count(p)>1]", "div:has(> :nth-child(2 of p))"},
      {"//p[count(preceding-sibling::*)=1]", "p:nth-child(n+2):not(:nth-child(n+3))"},
      {"//div[p[2]]", "div:has(> p:nth-of-type(2))"},
  });
}

TEST(XPathConversion, Texts) {
  expect_rows({
      {"//p[.='text here']", "p:text(=\"text here\")"},
      {"//p[text()='text here']", "p:own-text(=\"text here\")"},
      {"//p[contains(., 'here')]", "p:text(*=\"here\")"},
      {"//p[contains(text(), 'here')]", "p:first-text(*=\"here\")"},
      {"//p[text()[contains(., 'here')]]", "p:own-text(*=\"here\")"},
      {"//p[starts-with(., 'text')]", "p:text(^=\"text\")"},
      {"//p[starts-with(normalize-space(.), 'text')]", "p:text(^=\" text\" w)"},
      {"//p[normalize-space(.)='text here']", "p:text(=\" text here \" w)"},
      {"//p[normalize-space()='']", "p:text(=\"  \" w)"},
      {"//p[contains(normalize-space(.), 'text here')]", "p:text(*=\"text here\" w)"},
      {"//div[contains(h2, 'here')]", "div:has(> h2:nth-of-type(1):text(*=\"here\"))"},
      {"//div[h2='here']", "div:has(> h2:text(=\"here\"))"},
      {"//div[contains(translate(@class, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz'), 'story')]",
       "div[class*=\"story\" i]"},
      {"//p[translate(., 'HER', 'her')='here']", "p:text(=\"here\" i)"},
  });
}

TEST(XPathConversion, Strings) {
  expect_rows({
      {"//a[@href='' or not(@href)]", "a:is([href=\"\"], :not([href]))"},
      {"//a[string-length(@href)>0]", "a[href]:not([href=\"\"])"},
      {"//a[substring(@href, string-length(@href) - 3) = '.pdf']", "a[href$=\".pdf\"]"},
      {"//*[name()='p']", ":is(p)"},
      {"//*[self::h1 or self::h2]", ":is(:is(h1), :is(h2))"},
      {"//div/*[self::p or self::a][1]", "div > :is(:is(p), :is(a)):nth-child(1 of :is(:is(p), :is(a)))"},
  });
}

TEST(XPathConversion, PathsFromTheDocument) {
  expect_rows({
      {"/html/body/div[2]", "html > body > div:nth-of-type(2)"},
      {"/html/head/meta[@name='x']/@content", "html > head > meta[name=\"x\"][content]", "content"},
      {"//a/@href", "a[href]", "href"},
      {"//div//@href", "div[href], div [href]", "href"},
      {"//div/text()", "div::text"},
      {"//h1//text()", "h1::text, h1 *::text"},
  });
}

TEST(XPathConversion, UnionsAndOddities) {
  expect_rows({
      {"//h2/following-sibling::text()", "h2::text-after"},
      {"//h2/preceding-sibling::text()", "h2::text-before"},
      {"//h2/following-sibling::node()", "h2 ~ *, h2::text-after"},
      {"//div[@class='x']/node()", "div[class=\"x\"] > *, div[class=\"x\"]::text"},
      {"//p[text()]", "p:own-text()"},
      {"//p[not(text())]", "p:not(:own-text())"},
      {"//p[contains(concat(' ', normalize-space(@class), ' '), concat(' ', 'x', ' '))]", "p.x"},
      {"//h1 | //h2[@class='x']", "h1, h2[class=\"x\"]"},
      {"//div[@class='x']/p | //div[@class='x']/a", "div[class=\"x\"] > p, div[class=\"x\"] > a"},
      {"//node()/a", "* > a"},
      {"//a[contains(@href, 'x') and position()=1]", "a[href*=\"x\"]:nth-of-type(1)"},
      {"//a[@href][2]/..", ":has(> a[href]:nth-child(2 of a[href]))"},
      {"//p/a[1]/parent::p", "p:has(> :is(p > a:nth-of-type(1)))"},
      {"//a[contains(../@class, 'x')]", "a:is([class*=\"x\"] > *)"},
      {"//a[last()]", "a:nth-last-of-type(1)"},
      {"//div[p or a]", "div:is(:has(> p), :has(> a))"},
      {"//p[true()]", "p"},
      {"//p[string(.)='x']", "p:text(=\"x\")"},
      {"//p[boolean(a)]", "p:has(> a)"},
      {"//div[descendant::a]", "div:has(a)"},
      {"//div[@class=\"it's\"]", "div[class=\"it's\"]"},
      {"//div[@data-x='say \"a\"']", "div[data-x=\"say \\\"a\\\"\"]"},
      {"//div[contains(a/@href, 'x')]", "div:has(> a[href]:nth-child(1 of a[href])[href*=\"x\"])"},
      {"//p[contains(text()[1], 'x')]", "p:first-text(*=\"x\")"},
      {"//p/self::p[@class]", "p[class]"},
      {"//ul/li[position()=last()]", "ul > li:nth-last-of-type(1)"},
      {"//a[2>position()]", "a:nth-of-type(-n+1)"},
      {"//div/p[not(@class)][2]", "div > p:not([class]):nth-child(2 of p:not([class]))"},
  });
}

TEST(XPathConversion, PartsOfTexts) {
  struct Part {
    std::string xpath, css, match;
  };
  for (const Part& row : std::vector<Part>{
           {"substring-after(//p, 'By ')", "p", "(?s)By (.*)$"},
           {"substring-before(//title, ' | Site')", "title", "(?s)^(.*?) \\| Site"},
           {"substring-before(substring-after(//p[@class='x'], 'on'), 'at')", "p[class=\"x\"]", "(?s)on(.*?)at"},
           {"substring-after(substring-after(//p, 'a'), '(b)')", "p", "(?s)a.*?\\(b\\)(.*)$"},
           {"normalize-space(substring-before( //h1/text() , '-'))", "h1::text", "(?s)^(.*?)-"},
           {"string(//h1)", "h1", ""},
       }) {
    const auto place = to_place(row.xpath);
    ASSERT_TRUE(place) << row.xpath << ": " << place.error();
    EXPECT_EQ(place->css, row.css) << row.xpath;
    EXPECT_EQ(place->match, row.match) << row.xpath;
  }
  const parse::Document page = parse::parse(
      "<title>News | Site | More</title><meta property='og:title' content='A - B - C'><h1>Head\n -  line</h1>"
      "<script type='application/ld+json'>{\"a\":\"1\",\"datePublished\":\"2024-05-06\",\"b\":\"2\"}</script>"
      "<p class=x>Posted on 3 May at noon by Jane (b) Doe</p><p>By Jane, on Monday, by John</p>");
  for (const std::string xpath :
       {"substring-before(//title, ' | ')", "substring-after(//title, ' | ')", "substring-after(//p[2], 'By ')",
        "substring-before(//meta/@content, ' - C')", "normalize-space(substring-after(//h1, '-'))",
        "substring-before(substring-after(//p[@class='x'], 'on'), 'at')",
        "substring-after(substring-after(//p, 'by'), '(b)')",
        "substring-before(substring-after(//script, '\"datePublished\":\"'), '\"')",
        "substring-before(substring-after(//p[2], 'By '), ', on')", "string(//p[2])"}) {
    const auto place = to_place(xpath);
    ASSERT_TRUE(place) << xpath;
    EXPECT_TRUE(same_text(*XPathOracle(page).evaluate(xpath)->string, *place, page, xpath)) << xpath;
  }
  EXPECT_EQ(to_place("id('main')/p")->css, "#main > p") << "which ids there are only a DTD tells libxml2";
  EXPECT_EQ(to_place("string('Dave Winer')")->value, "Dave Winer");
  EXPECT_EQ(to_place("(\"Dr. Drang\")")->value, "Dr. Drang");
  EXPECT_EQ(to_place("concat('a', ' b')")->value, "a b");
}

TEST(XPathConversion, WhatCannotBeSaidHasItsReason) {
  for (const auto& [xpath, reason] : std::vector<std::pair<std::string, std::string>>{
           {"//div[", "it is no XPath: at character 7: the path ends too early"},
           {"//div[@class='x", "it is no XPath: at character 14: this quote is never closed"},
           {"//div]", "it is no XPath: at character 6: ']' is not expected here"},
           {"", "it is no XPath: at character 1: the path ends too early"},
           {"//div[@class=$x]", "it is no XPath: at character 14: variables have no value here"},
           {"//svg:a", "it is no XPath: at character 6: names with a prefix are not known here"},
           {"//up::a", "it is no XPath: at character 7: 'up' is no axis"},
           {"div[@class='x']", "it selects nothing: what begins at the document itself is html; write // in front"},
           {"//p[0]", "it selects nothing: its condition never holds"},
           {"//div/comment()", "comments are not read"},
           {"//a[ends-with(@href, '.pdf')]", "ends-with() is no function of XPath 1.0"},
           {"//a[contain(@href, 'x')]", "contain() is not known here"},
           {"//a[contains(@href, @id)]", "contains() needs a text in quotes"},
           {"//a[contains(.//b, 'x')]", "the first of several elements at any depth can't be said"},
           {"//a[@width > 100]", "numbers are not compared"},
           {"//a[@*='x']", "@* , any attribute, can't be said"},
           {"//a[//b]", "a path from the document inside a condition can't be said"},
           {"//p/following::text()", "texts on this axis can't be said"},
           {"//div[node()]", "node() inside a condition may be a text, which can't be said"},
           {"//div/descendant-or-self::node()", "texts on this axis can't be said"},
           {"//div//node()", "texts on this axis can't be said"},
           {"//div/text()[2]", "a condition of a text that is selected can't be said"},
           {"//h1 | //meta/@content", "elements and different attributes can't be taken at once"},
           {"concat(//a/@href, '?print')", "concat() of what a page says can't be said"},
           {"substring-before(//p, //q)", "substring-before() needs a text in quotes"},
           {"//a/following-sibling::p[position()>1]",
            "these positions among what stands beside or around an element can't be said"},
           {"//div[contains(@class,'a')|contains(@class,'b')]", "'|' joins paths, not conditions; 'or' is meant"},
           {"1 + 1", "it selects no elements"},
       }) {
    const auto place = to_place(xpath);
    ASSERT_FALSE(place) << xpath << " became " << place->css;
    EXPECT_EQ(place.error(), reason) << xpath;
  }
}

// Some axes say what stands before them more than once: many in a row must not take for ever.
TEST(XPathConversion, AnyExpressionIsBounded) {
  std::string chain = "//a", nested = "a", predicates = "//a";
  for (int i = 0; i < 200; ++i) chain += i % 2 == 0 ? "/following::b" : "/preceding::c";
  for (int i = 0; i < 30; ++i) nested = "a[following::" + nested + "]";
  for (int i = 0; i < 1000; ++i) predicates += "[1]";
  for (const std::string& xpath :
       {chain, "//" + nested, predicates, std::string(1000, '(') + "//a", std::string(4000, '-')})
    EXPECT_FALSE(to_place(xpath)) << xpath;
}

TEST(XPathConversion, AnyTextGivesAPlaceOrAReason) {
  const std::vector<std::string> words = {"//",         "/",  "div",        "@class", "[",
                                          "]",          "(",  ")",          "'x'",    "=",
                                          "contains(",  ",",  ".",          "..",     "|",
                                          "and",        "or", "not(",       "1",      "last()",
                                          "text()",     "*",  "ancestor::", "\"",     "following-sibling::",
                                          "position()", "<",  "-",          " ",      "normalize-space(",
                                          "é",          "!="};
  std::mt19937 random(3);
  for (int round = 0; round < 30'000; ++round) {
    std::string text = "//";
    for (int n = static_cast<int>(random() % 12); n >= 0; --n) text += words[random() % words.size()];
    const auto place = to_place(text);
    const bool sound = place ? !place->value.empty() || parse::Selector::compile(place->css) : !place.error().empty();
    EXPECT_TRUE(sound) << text;
  }
}

std::set<std::string> shared_expressions() {
  std::set<std::string> out;
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) return out;
  static const std::set<std::string> kPaths = {"title",           "body",           "author",           "date",
                                               "strip",           "next_page_link", "single_page_link", "strip_attr",
                                               "if_page_contains"};
  for (const auto& file : std::filesystem::directory_iterator(std::filesystem::path(shared) / "ftr")) {
    std::ifstream in(file.path());
    for (std::string line; std::getline(in, line);) {
      const std::size_t colon = line.find(':');
      if (colon == line.npos || !kPaths.count(line.substr(0, colon))) continue;
      out.insert(std::string(ascii::trim(std::string_view(line).substr(colon + 1))));
    }
  }
  return out;
}

TEST(XPathConversion, WhatRealFilesSayPicksTheSame) {
  const auto expressions = shared_expressions();
  if (expressions.empty()) GTEST_SKIP() << "WINNOW_SHARED is not set";
  int converted = 0, picking = 0;
  for (const std::string& xpath : expressions) {
    const auto place = to_place(xpath);
    if (!place) {
      std::cout << "left: " << xpath << ": " << place.error() << "\n";
      continue;
    }
    ++converted;
    if (!place->value.empty()) continue;
    const int pages = compare_on_pages(xpath, *place, 6);
    picking += pages > 0 ? 1 : 0;
    if (pages == 0) std::cout << "never: " << xpath << " became " << place->css << "\n";
  }
  std::cout << converted << " of " << expressions.size() << " expressions are converted, " << picking
            << " picked something on the pages\n";
  EXPECT_GE(converted * 100, 90 * static_cast<int>(expressions.size()));
}

}  // namespace
}  // namespace winnow::importing
