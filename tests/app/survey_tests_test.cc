#include "app/survey_tests.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "app/survey_draft.h"
#include "app/survey_samples.h"
#include "base/converter.h"

namespace winnow::app {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::StartsWith;

TEST(SurveyTests, PagesThatDifferArePicked) {
  survey::Findings findings = sample_findings();
  const std::string table = "<table><tr><th>Year<th>Ships<tr><td>2024<td>17<tr><td>2025<td>19</table>";
  const std::string list = "<ul><li>A first point of the story<li>A second point of the story</ul>";
  findings.articles[1] = sample(2, table);
  findings.articles[3] = sample(4, list + std::string(60, 'x') + "<h2>Afterwards</h2><p>They slept long and well.</p>");
  const auto pages = read_pages(findings, {});
  ASSERT_EQ(pages.size(), 5U);
  auto picked = pick_different(pages, 3);
  EXPECT_TRUE(picked[0] != 1 && picked[0] != 3) << "the usual one comes first";  // of 5, 4, 3, 2, 1
  std::sort(picked.begin(), picked.end());
  EXPECT_THAT(picked, Contains(1U));
  EXPECT_THAT(picked, Contains(3U));
}

TEST(SurveyTests, AsManyAsThereAre) {
  const survey::Findings findings = sample_findings();
  auto pages = read_pages(findings, {});
  EXPECT_EQ(pick_different(pages, 9).size(), 5U);
  pages.clear();
  EXPECT_TRUE(pick_different(pages, 3).empty());
}

TEST(SurveyTests, ExpectationsAreWhatThePageGives) {
  const auto kept = keep_as_test(sample(1), {});
  ASSERT_TRUE(kept);
  EXPECT_EQ(kept->bytes, sample(1).bytes);
  EXPECT_EQ(kept->test.url, sample(1).url);
  const std::vector<std::pair<std::string, std::string>> equal = {
      {"title", "Story 1 of the harbour"}, {"authors", "Jane Doe"}, {"published", "2025-03-11T08:00:00+01:00"}};
  EXPECT_THAT(kept->test.equal, ::testing::IsSupersetOf(equal));
  ASSERT_FALSE(kept->test.has.empty());
  EXPECT_THAT(kept->test.has.front(), StartsWith("The ferry of number 1 left the harbour"));
  EXPECT_THAT(kept->test.lacks, Contains(HasSubstr("Share this article")));
}

TEST(SurveyTests, APageWhoseHeaderAloneSaysItsEncodingIsKeptAsOneThatSaysSo) {
  const std::string html =
      "<html lang=de><title>F\u00E4hre</title><body><article><h1>F\u00E4hre kehrt zur\u00FCck</h1><p>Die F\u00E4hre "
      "verlie\u00DF "
      "den Hafen am Mittag und kam fr\u00FCher zur\u00FCck, als man sie am Ufer erwartet hatte.</p><p>Am Abend "
      "erz\u00E4hlte die Mannschaft den Reportern, was unterwegs geschehen war.</p></article>";
  survey::Sample page = sample(1);
  page.bytes = from_utf8("macintosh", html).value();
  page.content_type = "text/html; charset=macintosh";
  const auto kept = keep_as_test(page, {});
  ASSERT_TRUE(kept);
  const Article alone = clean({.bytes = kept->bytes, .url = page.url, .content_type = {}, .fetched_at = {}});
  EXPECT_THAT(alone.text, HasSubstr("Die F\u00E4hre verlie\u00DF den Hafen"));
}

TEST(SurveyTests, WhatIsNoPageIsNoTest) {
  survey::Sample page = sample(1);
  page.bytes = "%PDF-1.4 ...";
  EXPECT_FALSE(keep_as_test(page, {}));
}

}  // namespace
}  // namespace winnow::app
