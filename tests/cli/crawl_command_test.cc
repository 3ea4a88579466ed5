// `winnow crawl` of the newsstand and of sites that give nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"
#include "newsstand/expected.h"
#include "newsstand/server.h"
#include "winnow/format.h"

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
  std::size_t versions = 0;
  for (const auto& file : fs::recursive_directory_iterator(desk.path("store")))
    versions += file.path().string().ends_with(".v1.json") ? 1 : 0;
  EXPECT_EQ(versions, 3U) << "what was stored before stands beside it";
  EXPECT_EQ(desk.winnow({"crawl", "--again", "paper"}).out, "paper: 0 of 3 articles changed\n");
}

// An article in two parts; the second stands under /part/2.html, and its links are relative to that.
newsstand::Reply part_of_long_story(const newsstand::Query& query) {
  newsstand::Reply reply;
  reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  const auto paragraph = [](const std::string& of) {
    return "<p>The council spoke at length of the " + of + ", its cost and the river, and put the vote off again.</p>";
  };
  const std::string begin = "<html lang=en><title>The long story</title><body><article><h1>The long story</h1>";
  if (query.path() == "/feed.xml") {
    reply.headers = {{"Content-Type", "application/rss+xml"}};
    reply.body = "<rss version='2.0'><channel><item><title>x</title><link>http://" + std::string(query.header("host")) +
                 "/story.html</link></item></channel></rss>";
  } else if (query.path() == "/story.html") {
    reply.body =
        begin + paragraph("bridge") + paragraph("old ferry") + "</article><a class=on href='/part/2.html'>2</a>";
  } else if (query.path() == "/part/2.html") {
    reply.body = begin + paragraph("harbour wall") +
                 "<p>The plans lie open <a href='plans.html'>in the town hall</a> "
                 "until the end of the month, on every day but Sunday.</p></article>";
  } else {
    reply.status = 404;
  }
  return reply;
}

TEST(CrawlCommand, AgainReadsAllPartsOfAnArticle) {
  auto server = newsstand::HttpServer::start(part_of_long_story);
  ASSERT_TRUE(server);
  const Desk desk;
  const auto file = [&](const std::string& rules) {
    desk.write("sites/long.yaml", "site: long\nhome: " + (*server)->origin() + "/\ndiscover: {auto: false, feeds: [" +
                                      (*server)->origin() + "/feed.xml]}\nstore: {raw: true}\n" +
                                      "manners: {delay: 0s, allow_addresses: [127.0.0.0/8]}\n" +
                                      "rules: [{next_page: a.on" + rules + "}]\n");
  };
  file("");
  ASSERT_EQ(desk.winnow({"crawl", "long"}).status, 0);
  ASSERT_EQ(desk.articles().size(), 1U);
  const Article before = desk.articles().front();
  EXPECT_THAT(before.text, HasSubstr("harbour wall"));
  EXPECT_THAT(before.links, ::testing::ElementsAre((*server)->origin() + "/part/plans.html"));
  EXPECT_EQ(desk.winnow({"crawl", "--again", "long"}).out, "long: 0 of 1 articles changed\n");
  file(", remove: ['p:contains(\"ferry\")']");
  const Ended changed = desk.winnow({"crawl", "--again", "long"});
  EXPECT_EQ(changed.status, 0) << changed.err;
  EXPECT_EQ(changed.out, "long: 1 of 1 articles changed\n");
  const auto shown = article_from_json(desk.winnow({"show", before.id, "--format", "json"}).out);
  ASSERT_TRUE(shown);
  const Article& after = *shown;
  EXPECT_THAT(after.text, Not(HasSubstr("old ferry")));
  EXPECT_THAT(after.text, HasSubstr("harbour wall"));
  EXPECT_EQ(after.links, before.links);
  EXPECT_EQ(after.id, before.id);
}

TEST(CrawlCommand, AgainSaysWhereNoPageWasKept) {
  const Paper paper(2);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper"));
  ASSERT_EQ(desk.winnow({"crawl", "paper"}).status, 0);
  const Ended none = desk.winnow({"crawl", "--again", "paper"});
  EXPECT_EQ(none.status, 1);
  EXPECT_EQ(none.out, "paper: 0 of 2 articles changed, 2 have no kept page\n");
  EXPECT_THAT(none.err, HasSubstr("paper: no page of it was kept, so that none can be cleaned again; "
                                  "`store: {raw: true}` in "));
}

TEST(CrawlCommand, AgainLeavesAnArticleThatTodaysRulesDoNotFind) {
  const Paper paper(2);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\n"));
  ASSERT_EQ(desk.winnow({"crawl", "paper"}).status, 0);
  desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\nrules: [{remove: [body]}]\n"));
  const Ended end = desk.winnow({"crawl", "--again", "paper"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(end.out, "paper: 0 of 2 articles changed\n");
  EXPECT_THAT(end.err, HasSubstr("stays as it is, today's rules find no article"));
  EXPECT_EQ(desk.articles().size(), 2U);
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
