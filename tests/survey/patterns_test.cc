#include "survey/patterns.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "base/regex.h"

namespace winnow::survey {
namespace {

using testing::ElementsAreArray;

std::vector<Address> addresses(const std::vector<std::string>& paths) {
  std::vector<Address> out;
  for (const std::string& path : paths) out.push_back(*take_apart("https://n.example" + path));
  return out;
}

bool any(const std::vector<std::string>& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(), [&path](const std::string& pattern) {
    const auto regex = Regex::compile(pattern);
    EXPECT_TRUE(regex) << pattern;
    return regex && regex->search(path);
  });
}

bool takes(const Patterns& patterns, const std::string& path) {
  return any(patterns.accept, path) && !any(patterns.refuse, path);
}

struct Row {
  std::vector<std::string> articles, others;  // known
  std::vector<std::string> accept, refuse;    // expected
  std::vector<std::string> tomorrow, never;   // addresses that are not known yet
};

const Row kRows[] = {
    // Dates and numbers.
    {{"/news/2024/12/31/1234.html", "/news/2025/01/02/1299.html", "/news/2025/01/03/1304.html"},
     {"/news/", "/news/index_2.html"},
     {R"(^/news/\d{4}/\d{2}/\d{2}/\d+\.html$)"},
     {},
     {"/news/2026/11/30/99999.html"},
     {"/news/archive.html", "/news/2025/01/02/1299.html?print=1"}},
    // Sections unseen are taken, films in any of them are not.
    {{"/sport/the-bridge-is-open-1234", "/world/what-the-mayor-said-1299", "/culture/a-new-hall-for-music-1304"},
     {"/video/the-bridge-in-pictures-77", "/video/a-day-at-the-harbour-79", "/sport/", "/about"},
     {R"(^/[^/?]+/[^/?]+-\d+$)"},
     {"^/video/"},
     {"/science/a-comet-over-the-town-15000"},
     {"/video/another-one-88", "/sport/team"}},
    // At the root only the make of the piece tells.
    {{"/the-bridge-is-open", "/what-the-mayor-said-on-monday", "/a-new-hall-for-music"},
     {"/about", "/privacy", "/world", "/our-team"},
     {R"(^/[^/?]+-[^/?]+-[^/?]+$)"},
     {},
     {"/the-mayor-goes-home"},
     {"/contact", "/world/page/2"}},
    // Letters around numbers, and dates written in one.
    {{"/202501/t20250103_4711.html", "/202502/t20250211_4888.html", "/202502/t20250212_4893.html"},
     {"/202502/index.html"},
     {R"(^/\d{6}/t\d{8}_\d+\.html$)"},
     {},
     {"/202612/t20261224_10000.html"},
     {"/202612/list.html"}},
    // Queries.
    {{"/show?id=17&s=sport", "/show?id=18&s=world", "/show?id=21&s=sport"},
     {"/list?s=sport", "/show?id=17&s=sport&print=1"},
     {R"(^/show\?id=\d+&s=[^&]+$)"},
     {},
     {"/show?id=177777&s=culture"},
     {"/list?s=culture"}},
    // Tokens.
    {{"/a/3f9c01d2aa", "/a/90ab34cd1f", "/a/e1e2f3a4b5"},
     {"/a/archive"},
     {R"(^/a/[0-9a-f]{10}$)"},
     {},
     {"/a/0011223344"},
     {"/a/imprint"}},
    // Escapes are letters, whatever digits they are written with.
    {{"/%D9%81%D9%82/2025/%D8%A7%D9%84-%D8%B9", "/%D8%A8%D9%83/2025/%D8%AA%D8%AB-%D8%AC",
      "/%D8%A8%D9%83/2025/%D8%AF-%D8%B0"},
     {"/%D8%A8%D9%83/"},
     {R"(^/[^/?]+/\d{4}/[^/?]+$)"},
     {},
     {"/%D8%B1/2026/%D8%B2"},
     {"/%D8%B1"}},
};

TEST(Patterns, TakeAllArticlesAndNoOthers) {
  for (const Row& row : kRows) {
    const Patterns patterns = patterns_for(addresses(row.articles), addresses(row.others));
    EXPECT_THAT(patterns.accept, ElementsAreArray(row.accept));
    EXPECT_THAT(patterns.refuse, ElementsAreArray(row.refuse));
    EXPECT_EQ(patterns.wrong, 0u);
    for (const std::string& path : row.articles) EXPECT_TRUE(takes(patterns, path)) << path;
    for (const std::string& path : row.tomorrow) EXPECT_TRUE(takes(patterns, path)) << path;
    for (const std::string& path : row.others) EXPECT_FALSE(takes(patterns, path)) << path;
    for (const std::string& path : row.never) EXPECT_FALSE(takes(patterns, path)) << path;
  }
}

TEST(Patterns, WhatCannotBeToldApartIsCounted) {
  const Patterns patterns = patterns_for(addresses({"/1", "/2", "/5"}), addresses({"/3", "/4"}));
  EXPECT_TRUE(takes(patterns, "/1"));
  EXPECT_EQ(patterns.wrong, 2u);
}

TEST(Patterns, AnAddressInBothIsAnArticle) {
  const Patterns patterns = patterns_for(addresses({"/news/1", "/news/2"}), addresses({"/news/1", "/about"}));
  EXPECT_TRUE(takes(patterns, "/news/1"));
  EXPECT_EQ(patterns.wrong, 0u);
}

TEST(Patterns, NothingOfNothing) {
  EXPECT_TRUE(patterns_for({}, addresses({"/about"})).accept.empty());
  EXPECT_TRUE(patterns_for({}, {}).accept.empty());
}

}  // namespace
}  // namespace winnow::survey
