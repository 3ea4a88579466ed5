#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "base/url.h"
#include "extract/fields.h"
#include "parse/document.h"

namespace winnow::extract {
namespace {

std::string subtitle_of(const std::string& html) {
  std::optional<Url> url = Url::parse("https://news.example.com/2024/05/03/story.html");
  FieldHints hints;
  hints.url = &*url;
  return find_fields(parse::parse(html), hints).subtitle;
}

std::string stated(const std::string& subtitle) {
  return R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain in May",)"
         R"("alternativeHeadline":")" +
         subtitle + R"("}</script>)";
}

TEST(Subtitle, StandsBetweenTitleAndText) {
  struct Row {
    const char* why;
    std::string html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"named", "<h1>Rain in May</h1><p class='standfirst'>The valley is under water</p><p>text</p>",
       "The valley is under water"},
      {"a heading directly behind", "<h1>Rain in May</h1><h2>The valley is under water</h2><p>text</p>",
       "The valley is under water"},
      {"stated and shown", stated("The valley is under water") + "<h1>Rain in May</h1><p>The valley is under water</p>",
       "The valley is under water"},
      {"stated, with other quotes",
       stated("The valley “under water”") + "<h1>Rain in May</h1><div>The valley \"under water\"</div><p>text</p>",
       "The valley “under water”"},
      {"stated, but nowhere to be read", stated("Why it rains so much") + "<h1>Rain in May</h1><p>text</p>", ""},
      {"stated, and shown before the title only",
       stated("Why it rains so much") + "<p>Why it rains so much</p><h1>Rain in May</h1><p>text</p>", ""},
      {"a byline with a bar of links",
       "<h1>Rain in May</h1><div class='subtitle'><div>By Jane Doe on <time>May 3, 2024</time></div>"
       "<div><a href='/f'>Share on Facebook</a> <a href='/t'>Share on Twitter</a></div></div><p>text</p>",
       ""},
      {"a part of a byline",
       "<h1>Rain in May</h1><div class='subhead'><span class='subhead-name'>JANE DOE</span> "
       "<time>May 3, 2024</time></div><p>text</p>",
       ""},
      {"a caption",
       "<h1>Rain in May</h1><figure class='lead'><img src='a.jpg'><figcaption class='lead'>A wet street</figcaption>"
       "</figure><p>text</p>",
       ""},
      {"a picture's element is passed, and the line behind it found",
       "<h1>Rain in May</h1><div class='lead'><figure><figcaption>A wet street</figcaption></figure>"
       "<p class='intro'>The valley is under water</p></div><p>text</p>",
       "The valley is under water"},
      {"a credit", "<h1>Rain in May</h1><div><cite class='intro'>Pictures by Jane Doe</cite></div><p>text</p>", ""},
      {"a list of facts",
       "<h1>Rain in May</h1><div class='summary'><ul><li>by Doe and Partners</li></ul></div><p>text</p>", ""},
      {"a heading far behind",
       "<h1>Rain in May</h1><p>The river rose by a metre in one night, said the mayor.</p>"
       "<h2>What comes next</h2><p>text</p>",
       ""},
  };
  for (const Row& row : rows) EXPECT_EQ(subtitle_of(row.html), row.expected) << row.why;
}

}  // namespace
}  // namespace winnow::extract
