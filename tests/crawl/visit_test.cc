// What a visit does with pages and parts, on a web that is a table.
#include <gmock/gmock.h>

#include "crawl/visit.h"

#include "newsstand/mirror_damage.h"

namespace winnow::crawl {
namespace {

TEST_F(Visit, ARobotsTxtThatCannotBeReadPostponesItsPages) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/robots.txt", 503);
  web_.set("https://a.example/1.html", 200, page("The bridge"));
  const Summary first = crawl(kFromFeed);
  EXPECT_EQ(first.stored, 0u);
  EXPECT_EQ(first.left, 1u);
  EXPECT_EQ(web_.count("https://a.example/1.html"), 0);
  EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::pending);
  EXPECT_EQ(row("https://a.example/1.html").tries, 0);

  web_.set("https://a.example/robots.txt", 200, "User-agent: *\nDisallow: /private/\n");
  web_.now += std::chrono::minutes(11);
  EXPECT_EQ(crawl(kFromFeed).stored, 1u);
  EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::stored);
}

TEST_F(Visit, APageWithLostCharactersIsAskedForOnceMore) {
  const std::string url = "https://a.example/1.html";
  web_.set("https://feeds.example/f", 200, feed(url));
  web_.set(url, 200, page("The bridge of S\uFFFD\uFFFDo Jos\uFFFD\uFFFD"));
  web_.later[url] = {200, {}, {{"content-type", "text/html"}}, page("The bridge of São José"), {}};
  EXPECT_EQ(crawl(kFromFeed).stored, 1U);
  EXPECT_EQ(web_.count(url), 2);
  EXPECT_EQ(stores_.articles->get(url)->title, "The bridge of São José");
}

TEST_F(Visit, LostCharactersThatStayLostAreStoredAsTheyAre) {
  const std::string url = "https://a.example/1.html";
  web_.set("https://feeds.example/f", 200, feed(url));
  web_.set(url, 200, page("The bridge of S\uFFFD\uFFFDo Jos\uFFFD\uFFFD"));
  EXPECT_EQ(crawl(kFromFeed).stored, 1U);
  EXPECT_EQ(web_.count(url), 2);
}

TEST_F(Visit, WhatOnePageShowsOfAMirrorHelpsWithTheNext) {
  const std::string kLong =
      "国务院发展研究中心的专家对记者说，今年的经济运行总体平稳，产业结构继续优化，数据显示市场对新业务的需求还在增长。"
      "关于网络安全的问题，与会代表认为，发现风险的时候应该报告，将来会有进一步的规定。电车和机场的运营实现了预期的目标"
      "，"
      "这个月的东部车间产量达到新的纪录，动力电池的实验经过半年，现场的题目也都解决了，后来的点评说，这些企业还需要学习"
      "。";
  const std::string kShort = "他说这里的公园很美，天天都去散步，看看花草，听听小鸟，心情好。";
  const auto mirrored = [](const std::string& title, const std::string& text) {
    std::string body;
    for (int i = 0; i < 3; ++i) body += "<p>" + newsstand::mirror_damage(text) + "</p>";
    return "<html><meta charset=utf-8><body><article><h1>" + newsstand::mirror_damage(title) + "</h1>" + body;
  };
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/1.html", 200, mirrored("国务院专家谈经济", kLong));
  web_.set("https://a.example/2.html", 200, mirrored("公园", kShort));
  EXPECT_EQ(crawl(kFromFeed).stored, 1U);
  EXPECT_NE(stores_.state->known("a.example").value(), "");
  web_.set("https://feeds.example/f", 200, feed("https://a.example/2.html"));
  web_.now += std::chrono::hours(24);
  EXPECT_EQ(crawl(kFromFeed).stored, 1U);
  const std::string text = stores_.articles->get("https://a.example/2.html")->text;
  EXPECT_NE(text.find("他说这里的公园很美"), std::string::npos) << text;
}

TEST_F(Visit, ARobotsTxtThatForbidsAPageIsFinal) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/private/1.html"));
  web_.set("https://a.example/robots.txt", 200, "User-agent: *\nDisallow: /private/\n");
  const Summary summary = crawl(kFromFeed);
  EXPECT_EQ(summary.refused, 1u);
  EXPECT_EQ(row("https://a.example/private/1.html").status, store::UrlStatus::refused);
}

TEST_F(Visit, AChainOfPartsEnds) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  std::string url = "https://a.example/1.html";
  for (int i = 2; i < 30; ++i) {
    const std::string next = "https://a.example/1-" + std::to_string(i) + ".html";
    web_.set(url, 200, page("The bridge " + std::to_string(i), "<a class=next href='" + next + "'>Next</a>"));
    url = next;
  }
  EXPECT_EQ(crawl(kFromFeed + "rules: [{next_page: {css: a.next, max: 4}}]").stored, 1u);
  EXPECT_EQ(web_.count("https://a.example/1-4.html"), 1);
  EXPECT_EQ(web_.count("https://a.example/1-5.html"), 0);
}

// A page that has the whole article is read in place of the parts; where it can't be had, the first part is what there
// is.
TEST_F(Visit, TheWholeArticleOnOnePageIsReadInPlaceOfItsParts) {
  const std::string rules = "rules: [{next_page: a.next, single_page: a.whole}]";
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/1.html", 200,
           page("The bridge", "<a class=next href='/1-2.html'>Next</a><a class=whole href='/print/1.html'>All</a>"));
  web_.set("https://a.example/1-2.html", 200, page("Never asked for"));
  std::string whole = page("The bridge");
  whole.insert(whole.find("</article>"),
               "<p>And the tunnel: of that the council spoke on the last day, until midnight.</p>");
  web_.set("https://a.example/print/1.html", 200, whole);
  EXPECT_EQ(crawl(kFromFeed + rules).stored, 1u);
  EXPECT_EQ(web_.count("https://a.example/print/1.html"), 1);
  EXPECT_EQ(web_.count("https://a.example/1-2.html"), 0);
  const auto article = stores_.articles->get("https://a.example/1.html");
  ASSERT_TRUE(article);
  EXPECT_EQ(article->title, "The bridge");
  EXPECT_NE(article->text.find("And the tunnel"), std::string::npos) << article->text;
  EXPECT_EQ(article->text.find("The bridge: the council met on day 3"),
            article->text.rfind("The bridge: the council met on day 3"));
}

TEST_F(Visit, WhereTheWholeArticleIsMissingItsFirstPartIsStored) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/1.html", 200, page("The bridge", "<a class=whole href='/print/1.html'>All</a>"));
  EXPECT_EQ(crawl(kFromFeed + "rules: [{single_page: a.whole}]").stored, 1u);
  EXPECT_TRUE(stores_.articles->get("https://a.example/1.html"));
}

TEST_F(Visit, ShortFailuresAreRepeatedLongOnesWait) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/1.html", 500);
  EXPECT_EQ(crawl(kFromFeed).failed, 1u);
  EXPECT_EQ(web_.count("https://a.example/1.html"), 3) << "once, and two quick repeats";
  EXPECT_EQ(row("https://a.example/1.html").tries, 1);
  EXPECT_EQ(crawl(kFromFeed).failed, 0u) << "its time has not come";
  for (int visit = 2; visit <= 10; ++visit) {
    EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::pending) << visit;
    web_.now += std::chrono::hours(7);
    (void)crawl(kFromFeed);
  }
  EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::failed);
  EXPECT_EQ(web_.count("https://a.example/1.html"), 30);
}

// A process that ends in order at once after one that did not must not hide what is not known.
TEST_F(Visit, AnAnswerMayComeAfterItsVisitWasStopped) {
  web_.dead = web_.held = true;
  const auto loaded = site::parse_site("site: a\n" + std::string(kFromFeed), "a.yaml");
  ASSERT_TRUE(loaded.faults.empty());
  Crawler crawler(parts());
  ASSERT_TRUE(crawler.begin(std::make_shared<const site::Site>(loaded.value)));
  ASSERT_TRUE(crawler.step(Millis(10)));  // robots.txt is on its way
  ASSERT_EQ(web_.asked.size(), 1U);
  ASSERT_TRUE(crawler.stop());
  EXPECT_TRUE(crawler.idle());
  web_.held = false;
  EXPECT_TRUE(crawler.step(Millis(10)));
  EXPECT_EQ(web_.asked.size(), 1U);
}

TEST_F(Visit, KnowsWhenARequestIsUnderWayForFarTooLong) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.held = true;
  const auto loaded = site::parse_site(
      "site: a\nhome: https://a.example/\ndiscover: {auto: false, feeds: [https://feeds.example/f]}\n"
      "manners: {robots: ignore}\nlimits: {time: 10s}\n",
      "a.yaml");
  ASSERT_TRUE(loaded.faults.empty());
  Crawler crawler(parts());
  ASSERT_TRUE(crawler.begin(std::make_shared<const site::Site>(loaded.value)));
  ASSERT_TRUE(crawler.step(Millis(100)));
  EXPECT_EQ(crawler.stuck(), "");
  ASSERT_TRUE(crawler.step(std::chrono::seconds(60)));
  EXPECT_EQ(crawler.stuck(), "") << "slow, but not beyond what a deadline may be late";
  web_.now += std::chrono::seconds(60);
  EXPECT_THAT(crawler.stuck(), testing::StartsWith("a request to feeds.example for "));
  web_.held = false;
  for (int i = 0; i < 1000 && !crawler.idle(); ++i) ASSERT_TRUE(crawler.step(Millis(100)));
  EXPECT_EQ(crawler.stuck(), "");
}

// RFC 9309, 2.3.1.2: at least five hops are followed, to other authorities too, and the rules found there are those of
// the first. What comes to no end is unreachable, and then nothing is asked (2.3.1.4).
TEST_F(Visit, RobotsTxtIsFollowedWhereItLeads) {
  enum class Page { allowed, forbidden };
  struct Row {
    const char* name;
    std::vector<int> statuses;           // of the hops
    std::vector<std::string> locations;  // where each leads
    const char* rules;
    Page page;
  };
  const std::string r = "https://a.example/r", other = "https://b.example/robots.txt";
  const char* no = "User-agent: *\nDisallow: /";
  const char* yes = "User-agent: *\nDisallow: /private/";
  const Row rows[] = {
      {"301", {301}, {r + "1"}, no, Page::forbidden},
      {"302", {302}, {r + "1"}, no, Page::forbidden},
      {"303", {303}, {r + "1"}, no, Page::forbidden},
      {"307", {307}, {r + "1"}, no, Page::forbidden},
      {"308", {308}, {r + "1"}, no, Page::forbidden},
      {"what is there may allow", {301}, {r + "1"}, yes, Page::allowed},
      {"relative", {301}, {"/r1"}, no, Page::forbidden},
      {"another authority", {301}, {other}, no, Page::forbidden},
      {"another authority that allows", {301}, {other}, yes, Page::allowed},
      {"two hops", {301, 302}, {r + "1", r + "2"}, yes, Page::allowed},
      {"five hops", {301, 301, 301, 301, 301}, {r + "1", r + "2", r + "3", r + "4", r + "5"}, yes, Page::allowed},
      {"six hops", {301, 301, 301, 301, 301, 301}, {r + "1", r + "2", r + "3", r + "4", r + "5", r + "6"}, yes,
       Page::forbidden},
      {"a loop", {301, 301}, {r + "1", "https://a.example/robots.txt"}, yes, Page::forbidden},
      {"without a place, to itself", {301}, {""}, yes, Page::forbidden},
      {"no web address, as a file that is not there", {301}, {"ftp://a.example/robots.txt"}, no, Page::allowed},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.name);
    stores_ = store::memory_store();
    web_.pages.clear();
    web_.asked.clear();
    web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
    web_.set("https://a.example/1.html", 200, page("The bridge"));
    std::string url = "https://a.example/robots.txt";
    for (std::size_t hop = 0; hop < row.statuses.size(); ++hop) {
      web_.pages[url] = {row.statuses[hop], {}, {}, {}, {}};
      if (!row.locations[hop].empty()) web_.pages[url].headers = {{"location", row.locations[hop]}};
      url = row.locations[hop].starts_with("/") ? "https://a.example" + row.locations[hop] : row.locations[hop];
    }
    if (web_.pages.count(url) == 0) web_.set(url, 200, row.rules);
    crawl("home: https://a.example/\ndiscover: {auto: false, feeds: [https://feeds.example/f]}\n");
    EXPECT_EQ(web_.count("https://a.example/1.html"), row.page == Page::allowed ? 1 : 0);
  }
}

}  // namespace
}  // namespace winnow::crawl
