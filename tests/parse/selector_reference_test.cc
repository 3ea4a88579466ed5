#include "parse/selector_reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <ctime>

#include "parse/selector.h"

namespace winnow::parse {
namespace {

std::vector<NodeId> expected_on(const Document& page, const reference::List& list) {
  std::vector<NodeId> out;
  for (NodeId id = 0; id < page.size(); ++id) {
    const bool element = page[id].tag != Tag::text && page[id].tag != Tag::document;
    if (element && reference::matches(page, list, id)) out.push_back(id);
  }
  return out;
}

TEST(SelectorReference, TenThousandSelectorsAgreeWithTheRecursiveDefinition) {
  std::mt19937 random(7);
  int selecting = 0;
  for (int round = 0; round < 10'000; ++round) {
    const reference::List list = reference::any_list(random, 2);
    const std::string text = reference::text_of(list);
    const auto selector = Selector::compile(text);
    ASSERT_TRUE(selector) << selector.error().text;
    bool selected = false;
    for (int n = 0; n < 3; ++n) {
      const Document page = parse(reference::any_page(random));
      const std::vector<NodeId> expected = expected_on(page, list);
      ASSERT_EQ(selector->select(page), expected) << text << "\n" << to_html(page);
      for (NodeId id = 0; id < page.size(); ++id) {
        ASSERT_EQ(selector->matches(page, id), std::binary_search(expected.begin(), expected.end(), id))
            << text << " at node " << id << "\n"
            << to_html(page);
      }
      selected |= !expected.empty();
    }
    selecting += selected ? 1 : 0;
  }
  EXPECT_GT(selecting, 2'500);  // else it would say little
}

double cpu_seconds(const Selector& selector, const Document& page) {
  const std::clock_t start = std::clock();
  static_cast<void>(selector.select(page));
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

// Four times the page takes about four times as long; a quadratic one takes sixteen times.
TEST(SelectorReference, HostileSelectorsAreLinearInThePage) {
  const auto page = [](int size) {
    std::string html;
    for (int i = 0; i < size; ++i) html += i % 200 == 199 ? "</div><p class=a>aaaa</p>" : "<div class=a>aaaa<b></b>";
    return parse(html);
  };
  const Document small = page(20'000), large = page(80'000);
  std::string many_is = "a", aaaa(1000, 'a');
  for (int i = 0; i < 60; ++i) many_is += ":not(b)";
  for (const std::string& text : std::vector<std::string>{
           "div:has(div div div div div b)", "div:has(~ p ~ p):has(div ~ div)", "div div div div div div div div b",
           "div:nth-child(2n+1 of div:has(b)):nth-last-child(3 of .a)", "div:not(div:has(div:not(:has(p))))",
           ":nth-match(3n of div:nth-last-match(2n of .a))", "div:nearest-around(b):nearest-after(div)",
           "div:text(*=\"" + aaaa + "b\"), div:text(*=\"" + aaaa + "\" i w)", "div:contains(\"" + aaaa + "\")",
           "div:text(^=\"" + aaaa + "\"):text($=\"" + aaaa + "\" i):own-text(*=\"aaaaa\")", many_is}) {
    const auto selector = Selector::compile(text);
    ASSERT_TRUE(selector) << text;
    double least_small = 1e9, least_large = 1e9;
    for (int run = 0; run < 3; ++run) {
      least_small = std::min(least_small, cpu_seconds(*selector, small));
      least_large = std::min(least_large, cpu_seconds(*selector, large));
    }
    EXPECT_LT(least_large, 9 * least_small + 0.02) << text;
    EXPECT_LT(least_large, 5.0) << text;
  }
}

}  // namespace
}  // namespace winnow::parse
