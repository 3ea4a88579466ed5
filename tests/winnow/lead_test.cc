#include "winnow/internal/lead.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::internal {
namespace {

std::vector<Block> body_of(std::initializer_list<std::string> texts) {
  std::vector<Block> out;
  for (const std::string& text : texts) {
    Block block;
    block.text = text;
    out.push_back(std::move(block));
  }
  return out;
}

std::vector<std::string> texts(const std::vector<Block>& body) {
  std::vector<std::string> out;
  for (const Block& block : body) out.push_back(block.text);
  return out;
}

const std::string kLead = "The bridge is open at last.";
const std::string kFirst = "The bridge is open at last. People crossed it on foot, and some of them wept.";

TEST(Lead, ASentenceOfTheBodyIsSummaryAlone) {
  Article article;
  std::vector<Block> body = body_of({kLead, "Monday was a fine day.", kFirst});
  settle_lead(article, body);
  EXPECT_EQ(article.summary, kLead);
  EXPECT_EQ(article.subtitle, "");
  EXPECT_THAT(texts(body), testing::ElementsAre("Monday was a fine day.", kFirst));
}

TEST(Lead, AnyOtherLeadIsSubtitleAndFirstBlock) {
  Article article;
  article.subtitle = "Nobody believed it.";
  std::vector<Block> body = body_of({kFirst});
  settle_lead(article, body);
  EXPECT_EQ(article.subtitle, "Nobody believed it.");
  EXPECT_THAT(texts(body), testing::ElementsAre("Nobody believed it.", kFirst));
  settle_lead(article, body);
  EXPECT_EQ(body.size(), 2u) << "it is not put there twice";
}

TEST(Lead, ASubtitleThatTheBodyRepeatsIsSummary) {
  Article article;
  article.subtitle = kLead;
  std::vector<Block> body = body_of({kFirst});
  settle_lead(article, body);
  EXPECT_EQ(article.subtitle, "");
  EXPECT_EQ(article.summary, kLead);
  EXPECT_EQ(body.size(), 1u);
}

TEST(Lead, SoIsOneThatSeveralBlocksOfTheBodyRepeat) {
  Article article;
  article.subtitle = "Nobody believed it. The bridge is open at last.";
  std::vector<Block> body = body_of({"Nobody believed it.", kFirst});
  settle_lead(article, body);
  EXPECT_EQ(article.subtitle, "");
  EXPECT_EQ(body.size(), 2u);
}

TEST(Lead, ASubtitleThatRepeatsTheTitleIsNone) {
  for (const char* title : {"Bridge opens", "Town: Bridge opens", "Bridge opens at last"}) {
    Article article;
    article.title = title;
    article.subtitle = "Bridge opens";
    std::vector<Block> body = body_of({kFirst});
    settle_lead(article, body);
    EXPECT_EQ(article.subtitle, "") << title;
    EXPECT_EQ(body.size(), 1u) << title;
  }
}

TEST(Lead, WhatCleaningTakesOutIsNoSubtitle) {
  for (const char* line : {"Most popular today", "By Jane Doe on May 3, 2024 Share on Facebook Share on Twitter",
                           "Share on Facebook", "责任编辑：王小明", "Das könnte Sie auch interessieren"}) {
    Article article;
    article.subtitle = line;
    std::vector<Block> body = body_of({kFirst});
    settle_lead(article, body);
    EXPECT_EQ(article.subtitle, "") << line;
    EXPECT_EQ(body.size(), 1u) << line;
  }
}

TEST(Lead, ShortLinesMayRecur) {
  Article article;
  std::vector<Block> body = body_of({"He left.", "She said: he left. Then she sat down and read the letter again."});
  settle_lead(article, body);
  EXPECT_EQ(body.size(), 2u);
}

}  // namespace
}  // namespace winnow::internal
