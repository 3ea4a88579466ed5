// XPath to selectors: what is written, and that it picks what libxml2 picks.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

#include "base/scan.h"
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
    if (expected->string) return -1;  // a part of a text: compared elsewhere
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

#include "import/xpath_rows.inc"

std::set<std::string> shared_expressions() {
  std::set<std::string> out;
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) return out;
  static const std::set<std::string> kPaths = {"title", "body", "author", "date", "strip", "next_page_link",
                                               "single_page_link", "strip_attr", "if_page_contains"};
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
  int converted = 0, picking = 0, strings = 0;
  for (const std::string& xpath : expressions) {
    const auto place = to_place(xpath);
    if (!place) {
      std::cout << "left: " << xpath << ": " << place.error() << "\n";
      continue;
    }
    ++converted;
    if (!place->value.empty()) continue;
    const int pages = compare_on_pages(xpath, *place, 12);
    picking += pages > 0 ? 1 : 0;
    strings += pages < 0 ? 1 : 0;
    if (pages == 0) std::cout << "never: " << xpath << " became " << place->css << "\n";
  }
  std::cout << converted << " of " << expressions.size() << " expressions are converted, " << picking
            << " picked something, " << strings << " are strings\n";
  EXPECT_GE(converted * 100, 90 * static_cast<int>(expressions.size()));
}

}  // namespace
}  // namespace winnow::importing
