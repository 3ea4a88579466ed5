// How many pages it takes to be sure, and how often that is an error.
#include "health/sequential.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>
#include <string>

namespace winnow::health {
namespace {

PageRef page(int number) { return {"https://a.example/" + std::to_string(number), Instant(std::chrono::hours(number))}; }

// Pages of which a share has the sign, learned from a fixed beginning of chance.
int feed(Sign& sign, int pages, double share, unsigned seed = 7) {
  std::mt19937 chance(seed);
  std::uniform_real_distribution<double> even(0, 1);
  int raised = 0;
  for (int i = 0; i < pages; ++i) raised += sign.judge(even(chance) < share, page(i), 0.3) == Turn::raised ? 1 : 0;
  return raised;
}

// Pages until it is raised; 0: it is not within 200.
int until_raised(Sign sign, double share) {
  std::mt19937 chance(11);
  std::uniform_real_distribution<double> even(0, 1);
  for (int i = 1; i <= 200; ++i) {
    if (sign.judge(even(chance) < share, page(1000 + i), 0.3) == Turn::raised) return i;
  }
  return 0;
}

TEST(Sign, IsRaisedAsSoonAsItIsSure) {
  struct Row {
    Nature nature;
    int pages;
    double before, after;
    int least, most;  // pages until it is raised
  };
  const Row rows[] = {
      {Nature::steady, 12, 1, 0, 3, 3},     // what was always there
      {Nature::steady, 100, 1, 0, 3, 3},
      {Nature::common, 50, 1, 0, 3, 3},
      {Nature::common, 14, 1, 0, 3, 4},     // little is known yet
      {Nature::common, 100, 0.95, 0, 4, 6},
      {Nature::common, 100, 0.6, 0, 6, 30},  // what comes and goes takes longer …
      {Nature::common, 100, 0.1, 0, 0, 0},   // … or is not missed at all
      {Nature::common, 100, 1, 0.5, 4, 40},  // every other page
      {Nature::common, 100, 1, 0.7, 4, 80},  // field_loss and no more
      {Nature::steady, 6, 1, 0, 0, 0},       // nothing is judged by so few, and then it is the manner
  };
  for (const Row& row : rows) {
    Sign sign(row.nature);
    feed(sign, row.pages, row.before);
    const int took = until_raised(sign, row.after);
    EXPECT_GE(took, row.least) << row.pages << " pages with " << row.before;
    EXPECT_LE(took, row.most) << row.pages << " pages with " << row.before;
  }
}

TEST(Sign, TwoPagesAreNoneTooManyToBeChance) {
  Sign sign(Nature::steady);
  feed(sign, 100, 1);
  EXPECT_EQ(sign.judge(false, page(1), 0.3), Turn::none);
  EXPECT_EQ(sign.judge(false, page(2), 0.3), Turn::none);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(sign.judge(true, page(3 + i), 0.3), Turn::none);
}

// Thirty signs a page: one false alarm in 20,000 pages is one in 600,000 trials.
TEST(Sign, IsHardlyEverRaisedByChance) {
  for (const double share : {0.999, 0.99, 0.97, 0.9, 0.75, 0.5, 0.2}) {
    int raised = 0;
    for (unsigned run = 0; run < 40; ++run) {
      Sign sign(Nature::common);
      raised += feed(sign, 2500, share, 1000 + run);
    }
    EXPECT_LE(raised, 2) << share;  // of 100,000
  }
}

TEST(Sign, KnowsTheFirstPageAndWhatWasBefore) {
  Sign sign(Nature::steady);
  feed(sign, 50, 1);
  Turn turn = Turn::none;
  for (int i = 0; i < 3; ++i) turn = sign.judge(false, page(100 + i), 0.3);
  ASSERT_EQ(turn, Turn::raised);
  EXPECT_EQ(sign.departure().first.url, page(100).url);
  EXPECT_EQ(sign.departure().pages, 3);
  EXPECT_EQ(sign.share(), 1);  // the pages that raised it are not learned
}

TEST(Sign, EndsWhenPagesHaveItAgainAndNotBefore) {
  Sign sign(Nature::steady);
  feed(sign, 50, 1);
  for (int i = 0; i < 30; ++i) sign.judge(false, page(100 + i), 0.3);
  EXPECT_TRUE(sign.raised());
  int pages = 0;
  while (sign.raised() && pages < 50) sign.judge(true, page(200 + pages++), 0.3);
  EXPECT_GE(pages, 2);
  EXPECT_LE(pages, 6);
  EXPECT_EQ(until_raised(sign, 0), 3);  // and is raised again as soon as before
}

TEST(Sign, WhatIsSoForAHundredPagesIsHowTheSiteIs) {
  Sign sign(Nature::steady);
  feed(sign, 50, 1);
  int pages = 0, ended = 0;
  for (; pages < 300; ++pages) ended += sign.judge(false, page(pages), 0.3) == Turn::ended ? 1 : 0;
  EXPECT_EQ(ended, 1);
  EXPECT_FALSE(sign.raised());
  EXPECT_LT(sign.share(), 0.1);
}

int until_shorter(Measure measure, double value) {
  for (int i = 1; i <= 100; ++i) {
    if (measure.judge(value, page(i)) == Turn::raised) return i;
  }
  return 0;
}

TEST(Measure, IsRaisedWhereValuesAreMuchSmaller) {
  std::mt19937 chance(5);
  std::normal_distribution<double> lengths(std::log(3000), 0.4);
  Measure measure(0.3);
  for (int i = 0; i < 100; ++i) EXPECT_EQ(measure.judge(lengths(chance), page(i)), Turn::none);
  EXPECT_LE(until_shorter(measure, std::log(300)), 3);
  EXPECT_LE(until_shorter(measure, std::log(900)), 4);
  EXPECT_EQ(until_shorter(measure, std::log(2500)), 0);
  EXPECT_EQ(until_shorter(measure, std::log(30000)), 0);  // longer is no trouble
}

TEST(Measure, IsHardlyEverRaisedByChance) {
  std::mt19937 chance(6);
  int raised = 0;
  for (const double spread : {0.2, 0.5, 0.9}) {
    std::normal_distribution<double> lengths(std::log(3000), spread);
    Measure measure(0.3);
    for (int i = 0; i < 30'000; ++i) raised += measure.judge(lengths(chance), page(i)) == Turn::raised ? 1 : 0;
  }
  EXPECT_LE(raised, 1);
}

}  // namespace
}  // namespace winnow::health
