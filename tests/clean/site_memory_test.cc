#include "clean/site_memory.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

namespace winnow::cleaning {
namespace {

constexpr std::uint64_t kLine = 7;  // the one that is asked for

// A page with lines of its own, and perhaps the one of the site.
SeenPage page(std::uint64_t number, bool with_line, std::size_t own_lines = 5) {
  SeenPage out{number, std::uint64_t{1} << (number % 64), {}};
  for (std::size_t i = 0; i < own_lines; ++i) out.lines.push_back({number * 1000 + i, 0, 200, Seat::inside, false});
  if (with_line) out.lines.push_back({kLine, 0, 50, Seat::inside, false});
  return out;
}

std::optional<Repetition> asked(const std::string& memory, Seat seat, std::uint64_t self = 0) {
  return SiteMemory(memory, self).repeats({kLine, 0, 50, seat, false});
}

TEST(SiteMemory, HowOftenALineMustStandOnOtherPages) {
  const struct {
    int with, without;  // pages, in turns
    bool edge, edge_prose, inside;
  } rows[] = {
      {4, 0, false, false, false}, {5, 0, true, true, true},     {3, 2, true, true, true},
      {2, 3, false, false, false}, {5, 5, true, true, false},    {6, 4, true, true, true},
      {5, 15, true, false, false}, {4, 16, false, false, false}, {40, 0, true, true, true},
      {30, 30, true, true, false}, {13, 50, true, false, false}, {0, 20, false, false, false},
  };
  for (const auto& row : rows) {
    std::string memory;
    const int all = row.with + row.without;
    int added = 0;
    for (int i = 0; i < all; ++i) {
      const bool with = (i + 1) * row.with / all > added;  // spread evenly
      if (with) ++added;
      memory = add_page(memory, page(static_cast<std::uint64_t>(i) + 100, with));
    }
    const std::string what = std::to_string(row.with) + " with, " + std::to_string(row.without) + " without";
    EXPECT_EQ(asked(memory, Seat::edge).has_value(), row.edge) << what;
    EXPECT_EQ(asked(memory, Seat::edge_prose).has_value(), row.edge_prose) << what;
    EXPECT_EQ(asked(memory, Seat::inside).has_value(), row.inside) << what;
    EXPECT_FALSE(asked(memory, Seat::fixed)) << what;
  }
}

TEST(SiteMemory, TellsOnHowManyPages) {
  std::string memory;
  for (std::uint64_t i = 0; i < 10; ++i) memory = add_page(memory, page(i + 1, i != 4));
  const auto repetition = asked(memory, Seat::inside);
  ASSERT_TRUE(repetition);
  EXPECT_EQ(repetition->seen, 9);
  EXPECT_EQ(repetition->of, 10);
}

TEST(SiteMemory, APageCountsOnceAndNotForItself) {
  std::string memory;
  for (std::uint64_t i = 1; i <= 5; ++i) memory = add_page(memory, page(i, true));
  const std::string before = memory;
  for (std::uint64_t i = 1; i <= 5; ++i) memory = add_page(memory, page(i, true, 9));
  EXPECT_EQ(memory, before);
  EXPECT_TRUE(asked(memory, Seat::edge));
  EXPECT_FALSE(asked(memory, Seat::edge, 3)) << "four others are too few";
  EXPECT_EQ(add_page(memory, page(0, true)), before) << "a page without an id";
}

// Twenty reports of one story under different addresses and titles, each with a paragraph of its own.
TEST(SiteMemory, ManyReportsOfOneStoryAreOne) {
  std::string memory;
  for (std::uint64_t i = 1; i <= 20; ++i) {
    SeenPage report = page(i, true, 1);
    for (std::uint64_t k = 0; k < 5; ++k) report.lines.push_back({900 + k, 0, 200, Seat::inside, false});
    memory = add_page(memory, report);
  }
  for (std::uint64_t i = 1; i <= 9; ++i) memory = add_page(memory, page(i + 100, false));
  for (const Seat seat : {Seat::edge, Seat::edge_prose, Seat::inside}) {
    EXPECT_FALSE(asked(memory, seat));
    EXPECT_FALSE(SiteMemory(memory, 0).repeats({900, 0, 200, seat, false}));
  }
}

TEST(SiteMemory, ALineThatStoppedIsForgottenAfterSixtyFourPages) {
  std::string memory;
  for (std::uint64_t i = 1; i <= 100; ++i) memory = add_page(memory, page(i, true));
  std::size_t gone_after = 0, forgotten_after = 0;
  for (std::uint64_t i = 1; i <= kRememberedPages; ++i) {
    memory = add_page(memory, page(i + 100, false));
    if (gone_after == 0 && !asked(memory, Seat::inside)) gone_after = i;
    if (forgotten_after == 0 && memory.find("\n0000000000000007") == std::string::npos) forgotten_after = i;
  }
  EXPECT_EQ(gone_after, 27U);  // 37 of 64 are less than six of ten
  EXPECT_EQ(forgotten_after, kRememberedPages);
}

TEST(SiteMemory, ANewLineIsLearnedWithinTwelvePagesHoweverManyWereBefore) {
  std::string memory;
  for (std::uint64_t i = 1; i <= 100; ++i) memory = add_page(memory, page(i, false));
  std::size_t after = 0;
  for (std::uint64_t i = 1; i <= 20; ++i) {
    memory = add_page(memory, page(i + 100, true));
    if (after == 0 && asked(memory, Seat::inside)) after = i;
  }
  EXPECT_EQ(after, 12U);
}

TEST(SiteMemory, IsBoundedAndKeepsWhatIsRepeated) {
  std::string memory;
  std::size_t most = 0;
  for (std::uint64_t i = 1; i <= 10'000; ++i) {
    // Ever new lines; now and then a page of thousands.
    memory = add_page(memory, page(i, true, i % 100 == 0 ? 5000 : 40));
    most = std::max(most, memory.size());
  }
  EXPECT_LE(most, 64U * 1024);
  EXPECT_GT(most, 50U * 1024);
  EXPECT_TRUE(asked(memory, Seat::inside));
}

// Pages are settled in any order: what counts is the set of them.
TEST(SiteMemory, TheOrderOfPagesMakesNoDifferenceToTheCounts) {
  std::vector<SeenPage> pages;
  for (std::uint64_t i = 1; i <= 40; ++i) pages.push_back(page(i, i % 5 != 0));
  std::mt19937 random(11);
  for (int round = 0; round < 5; ++round) {
    std::string memory;
    for (std::size_t i = pages.size(); i > 1; --i) std::swap(pages[i - 1], pages[random() % i]);
    for (const SeenPage& one : pages) memory = add_page(memory, one);
    EXPECT_TRUE(asked(memory, Seat::inside));
    EXPECT_NE(memory.find("\n0000000000000007"), std::string::npos);
  }
}

TEST(SiteMemory, WhatIsNoMemoryIsEmptyAndBegunAnew) {
  std::string good;
  for (std::uint64_t i = 1; i <= 6; ++i) good = add_page(good, page(i, true));
  ASSERT_TRUE(asked(good, Seat::inside));
  std::string other_version = good;
  other_version[18] = '2';
  const std::string torn = good.substr(0, good.size() / 2);
  for (const std::string& bad : {std::string(), std::string("{}"), other_version, torn, good + "x",
                                 std::string("winnow site lines 1 "), std::string("winnow site lines 1 ff ffff\n")}) {
    EXPECT_FALSE(asked(bad, Seat::inside)) << bad.substr(0, 30);
    EXPECT_EQ(add_page(bad, page(1, true)), add_page("", page(1, true)));
  }
  std::mt19937 random(5);
  for (int i = 0; i < 2000; ++i) {  // any digits and letters where digits should be
    std::string damaged = good;
    damaged[random() % damaged.size()] = static_cast<char>(random());
    (void)asked(damaged, Seat::edge);
    EXPECT_LE(add_page(damaged, page(99, true)).size(), 64U * 1024);
  }
}

}  // namespace
}  // namespace winnow::cleaning
