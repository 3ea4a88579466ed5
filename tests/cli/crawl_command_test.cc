// `winnow crawl` of the newsstand and of sites that give nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"
#include "newsstand/expected.h"
#include "newsstand/server.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

TEST(CrawlCommand, BringsTheNewsstandHomeOnce) {
  auto stand = newsstand::Newsstand::start();
  ASSERT_TRUE(stand);
  const Desk desk;
  desk.write("sites/newsstand.yaml", (*stand)->site_file());
  const std::size_t all = newsstand::expected().size();

  const Ended first = desk.winnow({"crawl", "newsstand"});
  EXPECT_EQ(first.status, 1) << "some of its pages fail on purpose:\n" << first.err;
  EXPECT_THAT(first.out, StartsWith("newsstand: " + std::to_string(all) + " stored, 0 updated"));
  EXPECT_THAT(first.err, HasSubstr("newsstand: failed " + (*stand)->url("/news/2025/03/gone.html") + ": HTTP 404"));
  EXPECT_THAT(first.err, HasSubstr("newsstand: refused " + (*stand)->url("/files/annual-report.pdf") + ": a PDF"));
  EXPECT_EQ(desk.articles().size(), all);
  EXPECT_EQ((*stand)->count("/private/internal.html"), 0U);

  (*stand)->clear_log();
  const Ended second = desk.winnow({"crawl", "sites/newsstand.yaml"});
  EXPECT_EQ(second.status, 0) << second.err;
  EXPECT_THAT(second.out, StartsWith("newsstand: 0 stored, 0 updated"));
  EXPECT_EQ(desk.articles().size(), all);
}

TEST(CrawlCommand, SeveralSitesAtOnce) {
  const Paper one(3), two(4);
  const Desk desk;
  desk.write("sites/one.yaml", one.site("one"));
  desk.write("sites/two.yaml", two.site("two"));
  const Ended end = desk.winnow({"crawl", "one", "two"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, HasSubstr("one: 3 stored"));
  EXPECT_THAT(end.out, HasSubstr("two: 4 stored"));
  EXPECT_EQ(desk.articles().size(), 7U);
}

TEST(CrawlCommand, AgainCleansTheKeptPagesWithoutFetching) {
  const Paper paper(3);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\n"));
  ASSERT_EQ(desk.winnow({"crawl", "paper"}).status, 0);
  const std::size_t requests = paper.requests();
  const Ended same = desk.winnow({"crawl", "--again", "paper"});
  EXPECT_EQ(same.status, 0) << same.err;
  EXPECT_EQ(same.out, "paper: 0 of 3 articles changed\n");
  desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\nrules: [{remove: ['p:last-child']}]\n"));
  const Ended changed = desk.winnow({"crawl", "--again", "paper"});
  EXPECT_EQ(changed.status, 0) << changed.err;
  EXPECT_EQ(changed.out, "paper: 3 of 3 articles changed\n");
  EXPECT_EQ(paper.requests(), requests);
}

TEST(CrawlCommand, APortThatNobodyListensOnIsStatusFour) {
  const Desk desk;
  desk.write("sites/gone.yaml",
             "site: gone\ndiscover: {feeds: [http://127.0.0.1:1/feed.xml]}\n"
             "manners: {delay: 0s, allow_addresses: [127.0.0.0/8]}\n");
  const Ended end = desk.winnow({"crawl", "gone"});
  EXPECT_EQ(end.status, 4);
  EXPECT_THAT(end.err, HasSubstr("http://127.0.0.1:1/"));
  EXPECT_THAT(end.err, HasSubstr("Connection refused"));
  EXPECT_THAT(end.err, HasSubstr("winnow: nothing could be fetched"));
}

TEST(CrawlCommand, AnAddressThatIsNotAllowedIsNotDialled) {
  const Paper paper(1);
  const Desk desk;
  desk.write("sites/inside.yaml", "site: inside\ndiscover: {feeds: [" + paper.origin() + "/feed.xml]}\n");
  const Ended end = desk.winnow({"crawl", "inside"});
  EXPECT_EQ(end.status, 4);
  EXPECT_THAT(end.err, HasSubstr("allow_addresses"));
  EXPECT_EQ(paper.requests(), 0U);
}

TEST(CrawlCommand, AFeedThatIsNoneIsNamed) {
  const Paper paper(1);
  const Desk desk;
  desk.write("sites/odd.yaml", "site: odd\ndiscover: {feeds: [" + paper.origin() +
                                   "/story/1.html]}\nmanners: {delay: 0s, allow_addresses: [127.0.0.0/8]}\n");
  const Ended end = desk.winnow({"crawl", "odd"});
  EXPECT_THAT(end.err, HasSubstr(paper.origin() + "/story/1.html"));
  EXPECT_NE(end.status, 0);
}

TEST(CrawlCommand, ASiteThatIsNotThereIsNamed) {
  const Desk desk;
  desk.write("sites/one.yaml", "site: one\ndiscover: {feeds: [http://a.example/]}\n");
  const Ended name = desk.winnow({"crawl", "two"});
  EXPECT_EQ(name.status, 3);
  EXPECT_THAT(name.err, HasSubstr("two: there is no site of this name; the configured sites are: one"));
  const Ended file = desk.winnow({"crawl", "sites/two.yaml"});
  EXPECT_EQ(file.status, 3);
  EXPECT_THAT(file.err, HasSubstr("sites/two.yaml: the file can't be read"));
  EXPECT_FALSE(fs::exists(desk.path("store")));
}

TEST(CrawlCommand, NothingThatIsColouredGoesToAFile) {
  const Paper paper(1);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper"));
  const Ended end = desk.winnow({"crawl", "paper"});
  EXPECT_EQ(end.status, 0);
  EXPECT_THAT(end.out + end.err, Not(HasSubstr("\x1b")));
}

}  // namespace
}  // namespace winnow::cli
