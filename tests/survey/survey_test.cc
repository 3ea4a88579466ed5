#include "survey/survey.h"

#include <gtest/gtest.h>

namespace winnow::survey {
namespace {

TEST(Survey, SaysWhyNothingCanBeMadeOfNothing) {
  const Findings findings = Survey("https://news.example/").findings();
  EXPECT_FALSE(findings.trouble.empty());
  EXPECT_TRUE(findings.articles.empty());
}


}  // namespace
}  // namespace winnow::survey
