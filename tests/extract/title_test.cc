#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "extract/fields.h"
#include "extract/site_name.h"

namespace winnow::extract {
namespace {

std::string title_of(const std::string& html, const char* address = "https://news.example.com/2024/story.html") {
  std::optional<Url> url = Url::parse(address);
  FieldHints hints;
  hints.url = &*url;
  return find_fields(parse::parse(html), hints).title;
}

TEST(Title, TheHeadingThatOthersConfirmWins) {
  struct Row {
    const char* why;
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"heading and title", "<title>Rain in May | Example News</title><h1>Rain in May</h1>", "Rain in May"},
      {"the site's name is an h1",
       "<title>Rain in the valley - Example</title><h1><a href='/'>Example</a></h1><h2>Rain in the valley</h2>",
       "Rain in the valley"},
      {"stuffed title", "<title>free movies,best movies,hot movies</title><h1>Banks look at the new model</h1>",
       "Banks look at the new model"},
      {"no heading", "<title>Rain in the valley | Example</title><p>text</p>", "Rain in the valley"},
      {"no heading, text confirms", "<title>大雨来袭各地受影响-频道-某某网</title><td><b>大雨来袭各地受影响</b></td>",
       "大雨来袭各地受影响"},
      {"Chinese stuffing", "<title>大雨来袭各地受影响_天气_某某网</title>", "大雨来袭各地受影响"},
      {"kicker inside the heading",
       "<meta property='og:title' content='Rain in the valley'><h1><span>Weather</span> Rain in the valley</h1>",
       "Rain in the valley"},
      {"pieces of a heading have their colon",
       "<meta property='og:title' content='Weather: Rain in the valley'><h1><span>Weather</span> <span>Rain in the "
       "valley</span></h1>",
       "Weather: Rain in the valley"},
      {"soft hyphens go", "<title>Wetter</title><h1>Regen&shy;wetter im Tal</h1>", "Regenwetter im Tal"},
      {"a heading in a menu is none", "<title>Rain in the valley</title><nav><h2>Rain</h2></nav>",
       "Rain in the valley"},
      {"a heading that is a name in the menu",
       "<title>Rain in the valley | Example</title><div><a href='/w/'>Weather</a><a href='/s/'>Sport</a></div>"
       "<h1>Weather</h1><div class='x'>Rain in the valley</div><p>text</p>",
       "Rain in the valley"},
      {"two headings, one of them a name in the menu",
       "<title>Example</title><div><a href='/w/'>Weather</a></div><h1>Weather</h1><h1>Rain in the valley</h1>",
       "Rain in the valley"},
      {"what og:title states is shown in no heading",
       "<title>Example</title><meta property='og:title' content='Rain in the valley'><div><a href='/w/'>Weather</a>"
       "</div><h1>Weather</h1><div class='h1'>Rain in the valley</div>",
       "Rain in the valley"},
      {"a short heading that nobody confirms, over what og:title states",
       "<title>Example</title><meta property='og:title' content='Rain in the valley, day after day'><h1>Weather</h1>"
       "<div>Rain in the valley, day after day</div>",
       "Rain in the valley, day after day"},
      {"nothing states it: the text that is set largest",
       "<title>News Example</title><meta property='og:site_name' content='News Example'><font size=1><b>Exclusive"
       "</b></font><font size='+2'><b>Rain in the valley</b></font><font size='-1'>3 May 2004</font><p>text</p>",
       "Rain in the valley"},
      {"the site's name is what leads to its front page",
       "<title>Northern Ledger</title><a href='/'><b>Northern Ledger</b></a><td><font size=5><b>Rain in the valley</b>"
       "</font><p>text</p>",
       "Rain in the valley"},
      {"a heading that is a directory of the address",
       "<title>Northern Ledger</title><a href='/'>Northern Ledger</a><h1>2024</h1><div class=h1>Rain in the "
       "valley</div>",
       "Rain in the valley"},
      {"the line over the byline",
       "<title>Northern Ledger</title><a href='/'>Northern Ledger</a><div>All the news of the valley.</div><div "
       "class=x>Rain in the valley, day after day</div><div>By <i>Jane Doe</i></div><div>3 May 2024</div><p>text</p>",
       "Rain in the valley, day after day"},
      {"the largest by its style",
       "<title>News Example</title><meta property='og:site_name' content='News Example'><div><b>Only in print</b></div>"
       "<div style='font-size: 24px'>Rain in the valley</div><p>text</p>",
       "Rain in the valley"},
      {"a place before a colon is no site",
       "<title>Kent : rain in the valley - Herald of Kent and Surrey</title><meta property='og:site_name' "
       "content='Herald of Kent and Surrey'><h1>Kent : rain in the valley</h1>",
       "Kent : rain in the valley"},
      {"nothing", "<p>text</p>", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(title_of(row.html), row.expected) << row.why;
}

TEST(Title, WitnessesThatDiffer) {
  struct Row {
    const char* why;
    const char* html;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"of two that differ, the one that repeats <title> is for search engines",
       R"(<title>How rain in the valley works</title><meta property='og:title' content='Rain in May floods the valley'><script type="application/ld+json">{"@type":"NewsArticle","headline":"How rain in the valley works"}</script><h1>Rain in May floods the valley</h1>)",
       "Rain in May floods the valley"},
      {"a heading that is the <title> loses against a headline that og:title repeats",
       R"(<title>How rain in the valley works</title><meta property='og:title' content='Rain in May floods the valley'><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain in May floods the valley"}</script><h1>How rain in the valley works</h1>)",
       "Rain in May floods the valley"},
      {"a section behind the headline",
       R"(<title>Rain in May floods | Sport</title><meta property='og:title' content='Rain in May floods'><script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain in May floods | Sport"}</script><h1>Rain in May floods</h1>)",
       "Rain in May floods"},
      {"the last step of a breadcrumb is no headline",
       "<title>How rain works</title><meta property='og:title' content='The valley under water'><nav><a "
       "href='/'>Home</a>"
       "<a href='/w/'>Weather</a><h1>How rain works</h1></nav><p>text</p>",
       "The valley under water"},
      {"the headline stands elsewhere",
       "<title>How rain works</title><meta property='og:title' content='The valley under water'><div><a "
       "href='/'>Home</a>"
       " | <h1>How rain works</h1></div><h2><span>Storm</span> The valley under water</h2><p>text</p>",
       "The valley under water"},
      {"sections over a headline are no breadcrumb",
       "<title>Rain in May</title><meta property='og:title' content='The valley under water'><header><a "
       "href='/w/'>Weather</a><h1>Rain in May</h1></header><p>text</p>",
       "Rain in May"},
      {"a kicker that is named", "<title>Rain in May</title><h1><span class='kicker'>Weather</span> Rain in May</h1>",
       "Rain in May"},
      {"a headline that is named",
       "<title>Weather</title><h1><span>Weather</span> <span class='headline'>Rain in May</span></h1>", "Rain in May"},
      {"the only heading that is no link",
       R"(<title>Some floods</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Some floods"}</script><h1>Rain in May</h1><h1><a href='/w/'>More weather</a></h1>)",
       "Rain in May"},
      {"a ticker is no title", "<title>Some floods</title><h1>+++ Rain +++ Snow +++</h1>", "Some floods"},
      {"the marks are JSON-LD's",
       R"(<script type="application/ld+json">{"@type":"NewsArticle","headline":"Rain, in May?"}</script><h1>Rain in May</h1>)",
       "Rain, in May?"},
      {"curly quotes are quotes",
       "<meta property='og:title' content=\"Rain on the king's day\"><h1>Rain on the king\u2019s day</h1>",
       "Rain on the king\u2019s day"},
  };
  for (const Row& row : rows) EXPECT_EQ(title_of(row.html), row.expected) << row.why;
}

TEST(Title, TheSitesNameIsCut) {
  const std::vector<std::string> sites = {"Example News", "example.com", "某某网"};
  struct Row {
    const char* title;
    const char* expected;
  };
  const std::vector<Row> rows = {
      {"Rain in May | Example News", "Rain in May"},
      {"Rain in May - Weather - Example News", "Rain in May - Weather"},
      {"Example News: nothing", "Example News: nothing"},
      {"Example News | Rain in May", "Rain in May"},
      {"大雨来袭-某某网", "大雨来袭"},
      {"Rain – a story", "Rain – a story"},
      {"Example News", "Example News"},
      {"", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(without_site(row.title, sites), row.expected) << row.title;
}

}  // namespace
}  // namespace winnow::extract
