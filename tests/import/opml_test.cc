#include "import/opml.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "site/site_file.h"

namespace winnow::importing {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

TEST(Opml, ASiteFileForEachHost) {
  const auto sites = import_opml(R"(<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="News"><outline text="Example &amp; Co" type="rss" xmlUrl="https://www.example.com/rss.xml" htmlUrl="https://www.example.com/"/>
<outline title="Sport" xmlUrl="https://feeds.example.net/sport" htmlUrl="https://example.com/sport"/></outline>
<outline text="Other" type="rss" xmlUrl="http://blog.example.org/feed"/><outline text="Other again" type="rss" xmlUrl="http://blog.example.org/feed"/>
<outline text="A link" type="link" url="https://x.example/"/><outline text="Broken" type="rss" xmlUrl="feed:x"/></body></opml>)");
  ASSERT_EQ(sites.size(), 3u);
  const auto other = site::parse_site(sites[0].yaml, "a.yaml"), example = site::parse_site(sites[1].yaml, "b.yaml");
  EXPECT_TRUE(other.faults.empty() && example.faults.empty()) << sites[0].yaml << sites[1].yaml;
  EXPECT_EQ(other.value.name, "blog.example.org");
  EXPECT_THAT(other.value.discover.feeds, ElementsAre("http://blog.example.org/feed"));
  EXPECT_EQ(sites[0].lines, 2u) << "the same feed twice is converted twice";
  EXPECT_EQ(example.value.name, "example.com");
  EXPECT_EQ(example.value.home, "https://www.example.com/");
  EXPECT_THAT(example.value.discover.feeds,
              ElementsAre("https://www.example.com/rss.xml", "https://feeds.example.net/sport"));
  EXPECT_TRUE(example.value.enabled);
  EXPECT_THAT(sites[1].yaml, HasSubstr("# Example & Co\n"));
  EXPECT_EQ(sites[2].name, "");
  ASSERT_EQ(sites[2].skipped.size(), 2u);
  EXPECT_EQ(sites[2].skipped[0].text, "A link");
  EXPECT_THAT(sites[2].skipped[1].reason, HasSubstr("no web address"));
}

TEST(Opml, IsToldByItsBeginning) {
  EXPECT_TRUE(is_opml("\xEF\xBB\xBF \n<?xml version='1.0'?><opml/>"));
  EXPECT_FALSE(is_opml("title: //h1"));
  EXPECT_TRUE(import_opml("<opml><body/></opml>").empty());
  EXPECT_TRUE(import_opml("<html>").empty());
}

}  // namespace
}  // namespace winnow::importing
