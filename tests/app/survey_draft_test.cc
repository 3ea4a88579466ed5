#include "app/survey_draft.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/survey_samples.h"

namespace winnow::app {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kFile = "/news/sites/news.example.com.yaml";

TEST(SurveyDraft, SaysWhatDiffersAndWhy) {
  const SurveyDraft draft = survey_draft(sample_findings(), kFile, "");
  EXPECT_EQ(draft.fault, "");
  EXPECT_THAT(draft.yaml, StartsWith("# Made by `winnow site add` from 5 articles and 2 other pages of "
                                     "https://news.example.com/."));
  EXPECT_THAT(draft.yaml, HasSubstr("# discover.auto: the home page names a feed\n"))
      << "what needs no line is told on top";
  EXPECT_THAT(draft.yaml, HasSubstr("\nurls:\n  # all articles have such addresses (5 of 5 pages)\n  accept:\n"));
  for (const char* absent : {"delay", "discover:", "rules:", "limits", "enabled"})
    EXPECT_THAT(draft.yaml, Not(HasSubstr(absent)));
  EXPECT_EQ(draft.site.name, "news.example.com");
  EXPECT_EQ(draft.site.urls.accept, sample_findings().site.urls.accept);
}

TEST(SurveyDraft, ThreePagesAreItsTests) {
  const SurveyDraft draft = survey_draft(sample_findings(), kFile, "");
  ASSERT_EQ(draft.saved.size(), 3U);
  ASSERT_EQ(draft.site.tests.size(), 3U);
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(draft.saved[i].name, "pages/news.example.com-" + std::to_string(i + 1) + ".html.zst");
    EXPECT_EQ(draft.site.tests[i].page, "/news/sites/" + draft.saved[i].name);
    EXPECT_FALSE(draft.site.tests[i].equal.empty());
  }
}

TEST(SurveyDraft, WhatTheDefaultsSayIsNotRepeated) {
  survey::Findings findings = sample_findings();
  findings.site.manners.delay = Millis(500);
  const std::string with = "manners: {delay: 500ms}\n";
  EXPECT_THAT(survey_draft(findings, kFile, "").yaml, HasSubstr("delay: 500ms"));
  EXPECT_THAT(survey_draft(findings, kFile, with).yaml, Not(HasSubstr("delay")));
}

TEST(SurveyDraft, EvidenceOfRulesStandsAboveThem) {
  survey::Findings findings = sample_findings();
  RuleSet rules;
  rules.name = "v1";
  rules.fields[Field::title].places = {{.css = "h1"}};
  findings.site.options.rules = {rules};
  findings.evidence.push_back({"rules.title", "h1 says what the feed says", 5, 5});
  EXPECT_THAT(survey_draft(findings, kFile, "").yaml,
              HasSubstr("    # h1 says what the feed says (5 of 5 pages)\n    title: h1\n"));
}

// Evidence is made of what pages say.
TEST(SurveyDraft, HostileTextsStayComments) {
  survey::Findings findings = sample_findings();
  findings.evidence = {{"urls.accept",
                        "one\nmanners: {robots: ignore}\n\xE2\x80\xA8"
                        "x: y",
                        1, 1}};
  const SurveyDraft draft = survey_draft(findings, kFile, "");
  EXPECT_EQ(draft.fault, "");
  EXPECT_TRUE(draft.site.manners.obey_robots);
}

TEST(SurveyDraft, WhatIsNoSiteFileHasAFault) {
  survey::Findings findings = sample_findings();
  findings.site.urls.accept = {"("};
  const SurveyDraft draft = survey_draft(findings, kFile, "");
  EXPECT_THAT(draft.fault, StartsWith(kFile));
  EXPECT_TRUE(draft.saved.empty());
}

TEST(SurveyDraft, ReadsAllPagesThatAreArticles) {
  survey::Findings findings = sample_findings();
  findings.articles[2].bytes = "%PDF-1.4 ...";
  const auto pages = read_pages(findings, {});
  ASSERT_EQ(pages.size(), 4U);
  const char* newest_first[] = {"story-5.html", "story-4.html", "story-2.html", "story-1.html"};
  for (std::size_t i = 0; i < pages.size(); ++i) EXPECT_THAT(pages[i].sample->url, EndsWith(newest_first[i]));
}

}  // namespace
}  // namespace winnow::app
