// What sources lead to: traps that end, one article under many addresses, dates by the word of a feed.
#include <set>

#include "crawl/visit.h"

namespace winnow::crawl {
namespace {

std::string index_of(const std::vector<std::string>& sitemaps) {
  std::string text = "<sitemapindex>";
  for (const std::string& url : sitemaps) text += "<sitemap><loc>" + url + "</loc></sitemap>";
  return text + "</sitemapindex>";
}

std::string urlset_of(const std::vector<std::string>& urls) {
  std::string text = "<urlset>";
  for (const std::string& url : urls) text += "<url><loc>" + url + "</loc></url>";
  return text + "</urlset>";
}

std::string feed_of(const std::vector<std::string>& urls) {
  std::string text = "<rss version='2.0'><channel>";
  for (const std::string& url : urls) text += "<item><title>x</title><link>" + url + "</link></item>";
  return text + "</channel></rss>";
}

const std::string kFromSitemap =
    "home: https://a.example/\ndiscover: {sitemaps: [https://a.example/0.xml], auto: false}\nmanners: {delay: 0s}\n";

TEST_F(Visit, SitemapIndexesThatNameEachOtherAreReadOnce) {
  web_.set("https://a.example/0.xml", 200, index_of({"https://a.example/0.xml", "https://a.example/1.xml"}));
  web_.set("https://a.example/1.xml", 200, index_of({"https://a.example/0.xml", "https://a.example/1.xml"}));
  EXPECT_EQ(crawl(kFromSitemap).sources_read, 2U);
  EXPECT_EQ(web_.count("https://a.example/0.xml"), 1);
  EXPECT_EQ(web_.count("https://a.example/1.xml"), 1);
}

TEST_F(Visit, AChainOfSitemapIndexesEnds) {
  for (int i = 0; i < 20; ++i) {
    web_.set("https://a.example/" + std::to_string(i) + ".xml", 200,
             index_of({"https://a.example/" + std::to_string(i + 1) + ".xml"}));
  }
  EXPECT_LE(crawl(kFromSitemap).sources_read, 4U);
}

TEST_F(Visit, ATreeOfSitemapIndexesIsBounded) {
  const auto name = [](int i) { return "https://a.example/" + std::to_string(i) + ".xml"; };
  for (int i = 0; i < 50 * 51; ++i) {
    std::vector<std::string> below;
    for (int child = 1; child <= 50; ++child) below.push_back(name(i * 50 + child));
    web_.set(name(i), 200, index_of(below));
  }
  const Summary summary = crawl(kFromSitemap);
  EXPECT_LE(summary.sources_read + summary.sources_failed, 500U);
  EXPECT_GT(summary.sources_read, 50U);
}

TEST_F(Visit, ACalendarOfListsIsReadToItsBoundOnly) {
  for (int month = 0; month < 100; ++month) {
    const std::string here = "https://a.example/archive?month=" + std::to_string(month);
    web_.set(here, 200, "<html><body><a rel=next href='/archive?month=" + std::to_string(month + 1) + "'>older</a>");
  }
  web_.set("https://a.example/loop", 200, "<html><body><a rel=next href='/loop?2'>2</a>");
  web_.set("https://a.example/loop?2", 200, "<html><body><a rel=next href='/loop'>1</a>");
  (void)crawl(
      "home: https://a.example/\nmanners: {delay: 0s}\ndiscover: {auto: false, lists: [{url: "
      "'https://a.example/archive?month=0', max_pages: 3}, {url: 'https://a.example/loop', max_pages: 9}]}\n");
  EXPECT_EQ(web_.count("https://a.example/archive?month=2"), 1);
  EXPECT_EQ(web_.count("https://a.example/archive?month=3"), 0);
  EXPECT_EQ(web_.count("https://a.example/loop"), 1);
  EXPECT_EQ(web_.count("https://a.example/loop?2"), 1);
}

// Three pages of a list: read to the end at first, then as far as they name something new, and to the end once a day.
TEST_F(Visit, AListIsReadOnWhileItsPagesNameSomethingNew) {
  const auto list = [](int number) { return "https://a.example/news?page=" + std::to_string(number); };
  const auto set_page = [&](int number, const std::string& story) {
    web_.set("https://a.example/" + story + ".html", 200, page("Bridge number " + story));
    const std::string next = number < 3 ? "<a rel=next href='/news?page=" + std::to_string(number + 1) + "'>" : "";
    web_.set(list(number), 200, "<html><body><a href='/" + story + ".html'>" + story + "</a>" + next);
  };
  for (int number = 1; number <= 3; ++number) set_page(number, "story-" + std::to_string(1000 + number));
  const std::string yaml =
      "home: https://a.example/\nmanners: {delay: 0s}\nstore: {near_duplicates: keep}\ndiscover: {auto: false, lists: "
      "[{url: 'https://a.example/news?page=1', max_pages: 9}]}\n";
  const auto counts = [&] { return std::vector{web_.count(list(1)), web_.count(list(2)), web_.count(list(3))}; };
  using Counts = std::vector<std::ptrdiff_t>;
  EXPECT_EQ(crawl(yaml).stored, 3U);
  EXPECT_EQ(counts(), (Counts{1, 1, 1}));
  set_page(1, "story-2001");
  web_.now += std::chrono::minutes(30);
  EXPECT_EQ(crawl(yaml).stored, 1U);
  EXPECT_EQ(counts(), (Counts{2, 2, 1}));
  web_.now += std::chrono::minutes(30);
  (void)crawl(yaml);
  EXPECT_EQ(counts(), (Counts{3, 2, 1}));
  web_.now += std::chrono::hours(25);
  (void)crawl(yaml);
  EXPECT_EQ(counts(), (Counts{4, 3, 2}));
}

TEST_F(Visit, FeedsAndSitemapsAreFoundByThemselves) {
  web_.set("https://a.example/", 200,
           "<html><head><link rel=alternate type=application/rss+xml href=/rss.xml></head><body>x");
  web_.set("https://a.example/rss.xml", 200, feed_of({"https://a.example/1.html"}));
  web_.set("https://a.example/robots.txt", 200, "Sitemap: /news.xml\nSitemap: https://a.example/index.xml\n");
  web_.set("https://a.example/news.xml", 200, urlset_of({"https://a.example/2.html"}));
  web_.set("https://a.example/index.xml", 200, index_of({"https://a.example/part.txt"}));
  web_.set("https://a.example/part.txt", 200, "https://a.example/3.html\nhttps://a.example/4.html\n");
  for (int i = 1; i <= 4; ++i) {
    web_.set("https://a.example/" + std::to_string(i) + ".html", 200, page("Bridge number " + std::to_string(i)));
  }
  const std::string yaml = "home: https://a.example/\nmanners: {delay: 0s}\nstore: {near_duplicates: keep}\n";
  EXPECT_EQ(crawl(yaml + "discover: {auto: true}\n").stored, 4U);
}

// One article under many addresses: what is asked for, and what becomes of it.
TEST_F(Visit, OneArticleUnderManyAddressesIsStoredOnce) {
  struct Row {
    const char* url;
    const char* key;  // under which it is known
  };
  const Row rows[] = {
      {"https://a.example/news/123-harbour-reopens", "https://a.example/news/123-harbour-reopens"},
      {"https://a.example/news/123-harbour-opens-again", "https://a.example/news/123-harbour-opens-again"},
      {"https://a.example/amp/123-harbour-reopens", "https://a.example/amp/123-harbour-reopens"},
      {"http://a.example/news/123-harbour-reopens", "http://a.example/news/123-harbour-reopens"},
      {"https://a.example/news/123-harbour-reopens?utm_source=feed&fbclid=1",
       "https://a.example/news/123-harbour-reopens"},
      {"https://a.example/news/123-harbour-reopens?mtm_campaign=x#comments",
       "https://a.example/news/123-harbour-reopens"},
      {"https://a.example/news/123-harbour-reopens?from=home", "https://a.example/news/123-harbour-reopens"},
      {"https://m.a.example/news/123-harbour-reopens", "https://a.example/news/123-harbour-reopens"},
      {"https://a.example/print/123", "https://a.example/print/123"},
  };
  const std::string canonical = "<link rel=canonical href='https://a.example/news/123-harbour-reopens'>";
  std::vector<std::string> urls;
  for (const Row& row : rows) {
    urls.emplace_back(row.url);
    // Some name the one address, some only have the same text, the print version nearly the same.
    const bool print = std::string_view(row.url).find("print") != std::string_view::npos;
    const bool names = std::string_view(row.url).find("/amp/") != std::string_view::npos;
    web_.set(row.url, 200, (names ? canonical : "") + page("The harbour", print ? "<p>Printed.</p>" : ""));
  }
  web_.set("https://feeds.example/f", 200, feed_of(urls));
  const Summary summary =
      crawl(kFromFeed + "manners: {delay: 0s}\nurls: {drop_query: [from], host_aliases: [m.a.example]}\n");
  EXPECT_EQ(summary.stored, 1U);
  EXPECT_EQ(summary.discovered, 5U);
  std::set<std::string> stored;
  for (const Row& row : rows) {
    const auto status = this->row(row.key).status;
    EXPECT_TRUE(status == store::UrlStatus::stored || status == store::UrlStatus::duplicate) << row.url;
    if (status == store::UrlStatus::stored) stored.insert(row.key);
  }
  EXPECT_EQ(stored.size(), 1U);
  for (const char* tracked : {"?utm_source=feed&fbclid=1", "?mtm_campaign=x", "?from=home"}) {
    EXPECT_EQ(web_.count("https://a.example/news/123-harbour-reopens" + std::string(tracked)), 0) << tracked;
  }
}

TEST_F(Visit, WhatTheFeedSaysOfTheDateCountsWhereThePageSaysNothing) {
  struct Row {
    const char* feed;  // its entry's date
    const char* page;  // what the page states
    const char* published;
  };
  const Row rows[] = {
      {"Mon, 10 Feb 2025 08:05:07 +0800", "", "2025-02-10T08:05:07+08:00"},
      {"Mon, 10 Feb 2025 08:05:07 +0800", "2025-02-09T07:00:00+01:00", "2025-02-09T07:00:00+01:00"},
      {"2025-02-10T08:05:07Z", "", "2025-02-10T08:05:07+00:00"},
      {"2025-02-10T08:05:07", "", "2025-02-10T08:05:07+01:00"},  // in the site's zone
      {"2025-02-10", "", "2025-02-10"},
      {"", "", ""},
      {"soon", "", ""},
      {"2031-02-10T08:05:07Z", "", ""},
      {"1970-01-01T00:00:00Z", "", ""},
      {"2025-02-11T20:00:00Z", "", "2025-02-11T20:00:00+00:00"},  // a clock that is fast
  };
  for (const Row& row : rows) {
    stores_ = store::memory_store();
    const std::string url = "https://a.example/bridge.html";
    const std::string stated =
        *row.page == '\0' ? "" : "<meta property='article:published_time' content='" + std::string(row.page) + "'>";
    web_.set(url, 200, stated + page("The bridge"));
    web_.set("https://feeds.example/f", 200,
             "<rss version='2.0'><channel><item><link>" + url + "</link><pubDate>" + row.feed +
                 "</pubDate></item></channel></rss>");
    web_.now = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11} + std::chrono::hours(12);
    EXPECT_EQ(crawl(kFromFeed + "zone: Europe/Berlin\nmanners: {delay: 0s}\n").stored, 1U);
    EXPECT_EQ(stores_.articles->get(url)->published_at, row.published) << row.feed << " " << row.page;
  }
}

}  // namespace
}  // namespace winnow::crawl
