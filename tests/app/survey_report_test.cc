#include "app/survey_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/columns.h"
#include "app/survey_draft.h"
#include "app/survey_samples.h"
#include "app/survey_table.h"

namespace winnow::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string report_of(const survey::Findings& findings, const std::string& yaml = "site: x\n") {
  Options options;
  options.mark = true;
  const auto pages = read_pages(findings, options);
  const std::string file = "sites/x.yaml";
  return survey_report({findings, pages, file, yaml});
}

std::size_t count(const std::string& text, const std::string& what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++found;
  return found;
}

TEST(SurveyReport, HasAllThatWasFound) {
  const std::string html = report_of(sample_findings());
  EXPECT_EQ(count(html, "<iframe sandbox "), 5U);
  EXPECT_EQ(count(html, "The article as stored</h3>"), 5U);
  for (const char* part :
       {"all articles have such addresses", "5 of 5", "Story 3 of the harbour", "a standing page",
        "<pre tabindex=0 dir=ltr>site: x\n</pre>", "sites/x.yaml", "<html lang=en>", "prefers-color-scheme"})
    EXPECT_THAT(html, HasSubstr(part));
}

TEST(SurveyReport, NothingRunsAndNothingIsLoaded) {
  const std::string hostile = "\"></iframe><script>alert(1)</script><img src=x onerror=alert(1)>";
  survey::Findings findings = sample_findings();
  findings.site.name = findings.site.home = findings.evidence[0].text = findings.evidence[0].key = hostile;
  findings.others = {{"javascript:alert(1)", hostile}};
  for (survey::Sample& page : findings.articles) {
    page.bytes =
        sample_page(1, "<p>" + hostile + "</p><p>&lt;script&gt;alert(1)&lt;/script&gt; was all that it said.</p>");
    page.url += "?\"><script>";
  }
  const std::string html = report_of(findings, hostile);
  EXPECT_THAT(html,
              HasSubstr("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; form-action 'none'"));
  EXPECT_THAT(html, Not(HasSubstr("<script")));
  EXPECT_THAT(html, Not(HasSubstr("<img")));
  EXPECT_THAT(html, Not(HasSubstr("href=\"javascript:")));
  EXPECT_EQ(count(html, "<iframe"), count(html, "<iframe sandbox "));
}

TEST(SurveyReport, APageThatIsTooLargeIsNamedOnly) {
  survey::Findings findings = sample_findings();
  std::string much;
  while (much.size() < (5 << 19)) much += "A further sentence of the story, which stands here for its size alone. ";
  findings.articles[0] = sample(1, "<p>" + much + "</p>");
  const std::string html = report_of(findings);
  EXPECT_EQ(count(html, "<iframe sandbox "), 4U);
  EXPECT_THAT(html, HasSubstr("too large to stand here"));
}

TEST(SurveyReport, NothingFoundIsAReportToo) {
  const std::string html = report_of(survey::Findings{});
  EXPECT_THAT(html, HasSubstr("<b>0</b>articles"));
  EXPECT_THAT(html, HasSubstr("The defaults do"));
}

TEST(SurveyTable, ShowsArticlesEvidenceAndTheRest) {
  const survey::Findings findings = sample_findings();
  const std::string table = survey_table(findings, read_pages(findings, {}), 100);
  EXPECT_THAT(table, HasSubstr("\nArticles that would be stored (5)\nDate        Title "));
  EXPECT_THAT(table, HasSubstr("\n2025-03-12  Story 2 of the harbour "));
  EXPECT_THAT(table, HasSubstr("  /2025/story-2.html\n"));
  EXPECT_THAT(table, HasSubstr("\nurls.accept    all articles have such addresses (5 of 5 pages)\n"));
  EXPECT_THAT(table, HasSubstr("\nOther pages that were looked at (2)\n/: the home page\n/about: a standing page\n"));
}

TEST(SurveyTable, StaysInItsWidthAndForgesNoLine) {
  survey::Findings findings = sample_findings();
  const std::string longest(300, 'w');
  findings.articles[0].bytes =
      "<html><title>" + longest + "\n\x1B[2Jx</title><article><h1>" + longest +
      "\x1B[2J</h1><p>The ferry left the harbour at noon, and came back before it was expected.</p>";
  findings.articles[0].url += "/" + longest;
  findings.evidence[0].text =
      "many words of evidence " + std::string(10, 'x') + "\x1B[2J and more of them, on and on, here";
  findings.others.assign(30, {"https://elsewhere.example/" + longest, "why\nnot"});
  for (const std::size_t width : {72U, 100U, 200U}) {
    const std::string table = survey_table(findings, read_pages(findings, {}), width);
    EXPECT_THAT(table, Not(HasSubstr("\x1B")));
    EXPECT_THAT(table, HasSubstr("\nand 22 more; --report shows all\n"));
    for (std::size_t at = 0; at < table.size();) {
      const std::size_t end = table.find('\n', at);
      EXPECT_LE(columns(table.substr(at, end - at)), width) << table.substr(at, end - at);
      at = end + 1;
    }
  }
}

}  // namespace
}  // namespace winnow::app
