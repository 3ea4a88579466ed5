// `winnow site import`: files of full-text-RSS and lists of feeds.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"

namespace winnow::cli {
namespace {

using ::testing::EndsWith;
using ::testing::HasSubstr;

constexpr const char* kSiteConfig = "title: //h1[@class='t']\nbody: //div[@id='text']\nstrip: //p[contains(., 'Ad')]\n";
constexpr const char* kPage =
    "<html><body><h1>Wrong</h1><h1 class=t>The title of the story</h1><div id=text><p>The first sentence of the story "
    "is "
    "long enough, and it goes on.</p><p>Ad: buy now.</p><p>The second sentence is long enough too, and it ends "
    "here.</p></div></body></html>";

TEST(SiteImport, WritesASiteFileWhoseRulesWork) {
  const Desk desk;
  desk.write("in/news.example.txt", kSiteConfig);
  desk.write("page.html", kPage);
  const Ended end = desk.winnow({"site", "import", "in/news.example.txt"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out, "sites/news.example.yaml\nconverted 3 of 3 rule lines\n");
  EXPECT_EQ(end.err, "");
  EXPECT_EQ(desk.winnow({"site", "check", "sites/news.example.yaml"}).status, 0);
  const Ended clean = desk.winnow({"clean", "--site", "sites/news.example.yaml", "--format", "text", "page.html"});
  EXPECT_THAT(clean.out, HasSubstr("The title of the story"));
  EXPECT_THAT(clean.out, HasSubstr("The second sentence"));
  EXPECT_THAT(clean.out, ::testing::Not(HasSubstr("buy now")));
}

TEST(SiteImport, NamesEachLineThatItLeavesOut) {
  const Desk desk;
  desk.write("a.example.txt", std::string("# none\n") + kSiteConfig +
                                  "requires_login: yes\ntitle: //h1[\ntest_url: https://a.example/1\n");
  desk.write("b.example.txt", "tidy: no\nwhatever\n");
  const Ended end = desk.winnow({"site", "import", "a.example.txt", "b.example.txt", "--out", "new/sites"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.out, "new/sites/a.example.yaml\nnew/sites/b.example.yaml\nconverted 5 of 8 rule lines\n");
  EXPECT_THAT(end.err, HasSubstr("winnow: a.example.txt:5: requires_login: yes: winnow does not log in\n"));
  EXPECT_THAT(end.err, HasSubstr("winnow: a.example.txt:6: title: //h1[: it is no XPath: at character 6: "));
  EXPECT_THAT(end.err, HasSubstr("winnow: b.example.txt:2: whatever: it is no rule"));
  const Ended test = desk.winnow({"site", "test", "new/sites/a.example.yaml"});
  EXPECT_EQ(test.status, 0) << test.err;
  EXPECT_EQ(
      test.out,
      "wait  a.example  https://a.example/1: no page of it is saved\n0 saved pages, 0 failed, 1 without a page\n");
}

TEST(SiteImport, WritesOverNobodysFile) {
  const Desk desk;
  desk.write("a.example.txt", kSiteConfig);
  desk.write("more/a.example.txt", kSiteConfig);
  desk.write("sites/a.example.yaml", "site: mine\nhome: https://a.example/\n");
  const Ended end = desk.winnow({"site", "import", "a.example.txt"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("sites/a.example.yaml is there already"));
  EXPECT_EQ(read(desk.path("sites/a.example.yaml")), "site: mine\nhome: https://a.example/\n");
  EXPECT_EQ(desk.winnow({"site", "import", "a.example.txt", "--out", "new"}).status, 0);
  EXPECT_EQ(desk.winnow({"site", "import", "a.example.txt", "--out", "new"}).status, 0) << "its own it may write again";
  const Ended twice = desk.winnow({"site", "import", "a.example.txt", "more/a.example.txt", "--out", "new"});
  EXPECT_EQ(twice.status, 1);
  EXPECT_THAT(twice.err, HasSubstr("was written from another of these files"));
}

TEST(SiteImport, ListsOfFeeds) {
  const Desk desk;
  desk.write(
      "feeds.opml",
      "<?xml version=\"1.0\"?><opml version=\"2.0\"><body><outline text=\"A\" xmlUrl=\"https://www.a.example/rss\"/>"
      "<outline text=\"B\" xmlUrl=\"https://b.example/rss\"/><outline text=\"C\" xmlUrl=\"c\"/></body></opml>");
  const Ended end = desk.winnow({"site", "import", "feeds.opml", "--out", "out"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.out, "out/a.example.yaml\nout/b.example.yaml\nconverted 2 of 3 rule lines\n");
  EXPECT_EQ(end.err, "winnow: feeds.opml: c: it is no web address\n");
  EXPECT_EQ(desk.winnow({"site", "check", "out/a.example.yaml", "out/b.example.yaml"}).status, 0);
}

TEST(SiteImport, FilesThatAreNoneAreNamed) {
  const Desk desk;
  desk.write("empty.opml", "<opml/>");
  desk.write("..txt", "title: //h1\n");
  desk.write("large.example.txt", std::string(300'000, 'a'));
  desk.write("file", "");
  const struct {
    std::vector<std::string> arguments;
    const char* says;
    int status;
  } rows[] = {
      {{"nothing.txt"}, "nothing.txt", 1},
      {{"empty.opml"}, "it has no feeds", 1},
      {{"..txt"}, "its name is no host", 1},
      {{"large.example.txt"}, "larger than 256 KiB", 1},
      {{"empty.opml", "--out", "file"}, "the folder can't be made", 1},
      {{}, "FILE", 2},
  };
  for (const auto& row : rows) {
    std::vector<std::string> line = {"site", "import"};
    line.insert(line.end(), row.arguments.begin(), row.arguments.end());
    const Ended end = desk.winnow(line);
    EXPECT_EQ(end.status, row.status) << row.says << end.err;
    EXPECT_THAT(end.err, HasSubstr(row.says));
  }
}

}  // namespace
}  // namespace winnow::cli
