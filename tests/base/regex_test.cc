#include "base/regex.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>

namespace winnow {
namespace {

using testing::HasSubstr;

TEST(Regex, FindsGroupsOfTheFirstMatch) {
  struct Row {
    const char *pattern, *text;
    std::vector<std::string_view> groups;  // empty: no match
  };
  const Row rows[] = {
      {R"(作者[::]\s*(.+))", "2025 作者: 周艾琳", {"作者: 周艾琳", "周艾琳"}},
      {"a(b)?(c)", "xacac", {"ac", "", "c"}},
      {"^b$", "abc", {}},
      {"b", "abcb", {"b"}},
      {"", "abc", {""}},
      {"(?i)NEWS", "the news", {"news"}},
      {".", "中", {"中"}},
      {"^.$", "\xE4\xB8", {}},
      {"a",
       "\xFF"
       "a",
       {"a"}},
  };
  for (const Row& row : rows) {
    const auto regex = Regex::compile(row.pattern);
    ASSERT_TRUE(regex) << row.pattern;
    const auto found = regex->find(row.text);
    EXPECT_EQ(regex->search(row.text), !row.groups.empty()) << row.pattern;
    ASSERT_EQ(found.has_value(), !row.groups.empty()) << row.pattern;
    EXPECT_EQ(found.value_or(std::vector<std::string_view>()), row.groups) << row.pattern;
  }
}

TEST(Regex, GroupsAreViewsOfTheText) {
  const std::string text = "page 12 of 30";
  const auto found = Regex::compile(R"(of (\d+))")->find(text);
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)[1].data(), text.data() + 11);
}

TEST(Regex, CaseCountsUnlessItIsIgnored) {
  EXPECT_FALSE(Regex::compile("straße")->search("STRASSE STRAßE"));
  EXPECT_TRUE(Regex::compile("straße", {.ignore_case = true})->search("STRAßE"));
}

TEST(Regex, AnErrorNamesFaultAndPattern) {
  struct Row {
    const char *pattern, *fault;
  };
  const Row rows[] = {
      {"a(b", "missing )"},
      {"[z-a]", "invalid character class range"},
      {"*a", "no argument for repetition"},
      {R"((a)\1)", "invalid escape"},
      {"a(?=b)", "invalid perl operator"},
      {"a{5000}", "invalid repetition size"},
      {"\xFF", "invalid UTF-8"},
  };
  for (const Row& row : rows) {
    const auto regex = Regex::compile(row.pattern);
    ASSERT_FALSE(regex) << row.pattern;
    EXPECT_EQ(regex.error().code, Code::invalid);
    EXPECT_THAT(regex.error().text, HasSubstr("'" + std::string(row.pattern) + "' is no regular expression"));
    EXPECT_THAT(regex.error().text, HasSubstr(row.fault));
  }
}

TEST(Regex, PatternsEndAtFourKibibytes) {
  EXPECT_TRUE(Regex::compile(std::string(4096, 'a')));
  const auto longer = Regex::compile(std::string(4097, 'a'));
  ASSERT_FALSE(longer);
  EXPECT_THAT(longer.error().text, HasSubstr("longer than 4096 bytes"));
}

TEST(Regex, TooLargeAProgramIsAnError) { EXPECT_FALSE(Regex::compile("((a{100}){100}){100}")); }

// An engine that tries one way after the other would need more than the age of the universe for any of these.
TEST(Regex, TimeIsLinearInTheText) {
  const std::string text = std::string(200'000, 'a') + "!";
  const auto start = std::chrono::steady_clock::now();
  for (const char* pattern : {"(a+)+$", "(a|a)+$", "(a|aa)+$", "(.*a){10}$", "^(([a-z])+.)+[A-Z]([a-z])+$"}) {
    EXPECT_FALSE(Regex::compile(pattern)->search(text)) << pattern;
    EXPECT_FALSE(Regex::compile(pattern)->find(text)) << pattern;
  }
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(20));
}

TEST(Regex, ACopyFindsTheSame) {
  const Regex first = *Regex::compile("b+");
  const Regex copy = first;
  EXPECT_TRUE(copy.search("abb"));
  EXPECT_EQ(copy.pattern(), "b+");
}

TEST(Regex, WhatWasNeverCompiledFindsNothing) {
  const Regex none;
  EXPECT_FALSE(none.search(""));
  EXPECT_FALSE(none.find(""));
}

}  // namespace
}  // namespace winnow
