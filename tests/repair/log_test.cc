#include "repair/log.h"

#include <gtest/gtest.h>

namespace winnow::repair {
namespace {

TEST(Log, OneRepairAKind) {
  Log log;
  log.note("control", 0, "\u0093", "“", "");
  log.note("mojibake", 2, "Ã©", "é", "");
  log.note("control", 4, "x", "yz", "", 0.5);
  log.count("mojibake", 3);
  const std::vector<Repair> repairs = log.summary();
  ASSERT_EQ(repairs.size(), 2U);
  EXPECT_EQ(repairs[0].kind, "control");
  EXPECT_EQ(repairs[0].count, 2U);
  EXPECT_EQ(repairs[0].confidence, 0.5);
  EXPECT_EQ(repairs[0].places, (std::vector<Repair::Place>{{4, 6}}));
  EXPECT_EQ(repairs[1].count, 4U);
  EXPECT_EQ(log.total(), 6U);
}

TEST(Log, OnlyADetailedOneKeepsWhatIsCertain) {
  for (const bool detailed : {false, true}) {
    Log log(detailed);
    log.note("control", 0, "a", "", "why");
    log.note("legacy", 0, "a", "b", "why", 0.9);
    EXPECT_EQ(log.changes().size(), detailed ? 2U : 1U);
  }
}

TEST(Log, WhatWasProvedBoundsTheConfidence) {
  Log log;
  log.count("mirror", 7);
  log.prove("mirror", 3, 4);
  EXPECT_EQ(log.summary().at(0).confidence, 0.75);
  Log whole;
  whole.add(log);
  whole.prove("mirror", 4, 4);
  EXPECT_EQ(whole.certain().at(0).confidence, 0.875);
}

TEST(Log, PlacesEndWithTheirSegmentAndMoveWithIt) {
  Log log(true);
  log.note("control", 3, "x", "abc", "");
  log.close_segment(0, 4);
  log.shift(0, 10);
  EXPECT_EQ(log.changes()[0].start, 13U);
  EXPECT_EQ(log.changes()[0].end, 14U);
}

TEST(Log, WhatStayedAsItIsIsForgotten) {
  Log log;
  log.note("lost", 3, "\uFFFD", "\uFFFD", "", 0.0);
  log.note("mirror", 5, "", "\uFFFD", "", 0.0);
  log.count("control", 2);
  log.forget_left();
  EXPECT_EQ(log.total(), 3U);
  ASSERT_EQ(log.changes().size(), 1U);
  EXPECT_EQ(log.changes()[0].kind, "mirror");
}

}  // namespace
}  // namespace winnow::repair
