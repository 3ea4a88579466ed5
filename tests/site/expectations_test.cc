// What a saved page gives, against what its test expects.
#include "site/expectations.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::site {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::Pair;

Article article() {
  Article a;
  a.title = "The bridge opens";
  a.authors = {"Jane Doe", "John Roe"};
  a.published_at = "2025-02-11T10:00:00+01:00";
  a.text = "The bridge over the river opened on Tuesday.\nNobody fell in.\nIt closed again in the evening, for rust.";
  a.removed = {{RemovedKind::share, "Share this article"},
               {RemovedKind::share, "Share"},
               {RemovedKind::byline, "By Jane"},
               {RemovedKind::related, "Nobody fell in."},
               {RemovedKind::notice, "All rights reserved"}};
  return a;
}

TEST(Expectations, EachDifferenceIsNamed) {
  const struct {
    const char* name;
    PageTest test;
    Difference::Kind kind;
    std::string shown, found;
  } rows[] = {
      {"a field", {.equal = {{"title", "The bridge closes"}}}, Difference::Kind::field, "title", "The bridge opens"},
      {"names", {.equal = {{"authors", "Jane Doe"}}}, Difference::Kind::field, "authors", "Jane Doe, John Roe"},
      {"a time",
       {.equal = {{"published", "2025-02-11"}}},
       Difference::Kind::field,
       "published",
       article().published_at},
      {"a field that is not there", {.equal = {{"source", "AP"}}}, Difference::Kind::field, "source", ""},
      {"a text like a line",
       {.has = {"The bridge over the river opened on Monday."}},
       Difference::Kind::missing,
       "has",
       "The bridge over the river opened on Tuesday."},
      {"a text like a part of a line",
       {.has = {"closed in the morning"}},
       Difference::Kind::missing,
       "has",
       "It closed again in the evening, for rust."},
      {"a text like none", {.has = {"木木木木木木"}}, Difference::Kind::missing, "has", ""},
      {"a text that should not be there", {.lacks = {"fell"}}, Difference::Kind::unwanted, "lacks", "Nobody fell in."},
      {"a text on the first line",
       {.lacks = {"The"}},
       Difference::Kind::unwanted,
       "lacks",
       "The bridge over the river opened on Tuesday."},
  };
  for (const auto& row : rows) {
    const auto all = differences(article(), row.test);
    ASSERT_EQ(all.size(), 1U) << row.name;
    EXPECT_EQ(all[0].kind, row.kind) << row.name;
    EXPECT_EQ(all[0].name, row.shown) << row.name;
    EXPECT_EQ(all[0].found, row.found) << row.name;
  }
}

TEST(Expectations, WhatHoldsIsNoDifference) {
  const PageTest test{
      .equal = {{"title", "The bridge opens"}, {"authors", "Jane Doe, John Roe"}, {"body", article().text}},
      .has = {"fell in"},
      .lacks = {"Share"}};
  EXPECT_THAT(differences(article(), test), IsEmpty());
}

TEST(Expectations, ARenewedTestHolds) {
  const PageTest test{
      .equal = {{"title", "Old"}, {"source", "AP"}}, .has = {"gone", "Nobody fell in."}, .lacks = {"Tuesday", "Share"}};
  const PageTest now = renewed(test, article());
  EXPECT_THAT(now.equal, ElementsAre(Pair("title", "The bridge opens"), Pair("source", "")));
  EXPECT_THAT(now.has, ElementsAre("Nobody fell in."));
  EXPECT_THAT(now.lacks, ElementsAre("Share"));
  EXPECT_THAT(differences(article(), now), IsEmpty());
}

TEST(Expectations, ATestWithoutAnyGetsTheChiefOnes) {
  const PageTest now = renewed({}, article());
  EXPECT_THAT(now.equal, ElementsAre(Pair("title", "The bridge opens"), Pair("published", article().published_at),
                                     Pair("authors", "Jane Doe, John Roe")));
  EXPECT_THAT(now.has, ElementsAre("The bridge over the river opened on Tuesday.", "Nobody fell in.",
                                   "It closed again in the evening, for rust."));
  EXPECT_THAT(now.lacks, ElementsAre("Share this article", "All rights reserved"))
      << "one of each kind, and none that the text has";
  EXPECT_THAT(differences(article(), now), IsEmpty());
}

TEST(Expectations, OfLongLinesTheBeginningWillDo) {
  Article a = article();
  std::string line;
  for (int i = 0; i < 60; ++i) line += (i == 0 ? "word" : " word") + std::to_string(i);
  a.text = line + "\nother " + line;
  const PageTest now = renewed({}, a);
  ASSERT_EQ(now.has.size(), 2U);
  EXPECT_TRUE(now.has[0].starts_with("word0 word1 ") && now.has[0].size() <= 80) << now.has[0];
  EXPECT_TRUE(now.has[1].starts_with("other word0 ") && now.has[1].size() <= 80) << now.has[1];
  EXPECT_THAT(differences(a, now), IsEmpty());
}

}  // namespace
}  // namespace winnow::site
