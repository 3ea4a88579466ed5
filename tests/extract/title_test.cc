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
      {"nothing", "<p>text</p>", ""},
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
