// Visits to a web that is a table, with a clock that only waiting moves on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <thread>

#include "crawl/crawler.h"
#include "crawl/inline_cleaner.h"
#include "fetch/fetcher.h"
#include "newsstand/mirror_damage.h"
#include "site/site_file.h"
#include "store/open.h"

namespace winnow::crawl {
namespace {

class Table : public fetch::Fetcher {
 public:
  void start(std::uint64_t ticket, fetch::Request request) override {
    asked.push_back(request.url);
    requests.push_back(request);
    times.push_back(tick());
    now += clock_step;
    set_forward += clock_step;
    const bool again = count(request.url) > 1 && later.count(request.url) != 0;
    const auto& table = again ? later : pages;
    const auto found = table.find(request.url);
    fetch::Response response = found == table.end() ? fetch::Response{404, {}, {}, {}, {}} : found->second;
    response.url = request.url;
    if (!request.if_none_match.empty() && request.if_none_match == response.header("etag")) response.status = 304;
    if (dead) {
      ready_.push_back({ticket, fail(Code::network, request.url + ": nobody is there")});
    } else {
      ready_.push_back({ticket, std::move(response)});
    }
  }
  std::vector<fetch::Fetched> wait(Millis at_most) override {
    if (ready_.empty() || held) {
      now += std::max(at_most, Millis(1));
      std::this_thread::sleep_for(Millis(1));  // the cleaning may be what is waited for
    }
    return held ? std::vector<fetch::Fetched>{} : std::exchange(ready_, {});
  }
  [[nodiscard]] std::size_t in_flight() const override { return ready_.size(); }
  void cancel_all() override { ready_.clear(); }
  void wake() noexcept override {}

  void set(const std::string& url, int status, std::string body = {}) {
    pages[url] = {status, {}, {{"content-type", "text/html"}}, std::move(body), {}};
  }
  [[nodiscard]] std::ptrdiff_t count(const std::string& url) const {
    return std::count(asked.begin(), asked.end(), url);
  }

  std::map<std::string, fetch::Response> pages;
  std::map<std::string, fetch::Response> later;  // where it is given: from the second time on
  [[nodiscard]] schedule::Tick tick() const { return schedule::Tick(now.time_since_epoch() - set_forward); }
  // The gaps between requests to a host, by the clock that nobody sets.
  [[nodiscard]] std::vector<Millis> gaps(const std::string& origin) const {
    std::vector<Millis> out;
    std::optional<schedule::Tick> last;
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!asked[i].starts_with(origin)) continue;
      if (last) out.push_back(times[i] - *last);
      last = times[i];
    }
    return out;
  }

  std::vector<std::string> asked;
  std::vector<fetch::Request> requests;
  std::vector<schedule::Tick> times;  // of each
  Millis clock_step{0};               // what the wall clock is set forward by at each request
  Millis set_forward{0};              // in all
  bool dead = false;                  // every request fails
  bool held = false;                  // no answer comes
  schedule::Moment now = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11};

 private:
  std::vector<fetch::Fetched> ready_;
};

class Nobody : public Events {
 public:
  void report(const Event&) override {}
};

class Visit : public testing::Test {
 protected:
  Parts parts() {
    return {web_,
            *stores_.state,
            *stores_.articles,
            cleaner_,
            nobody_,
            [this] { return web_.now; },
            "winnow",
            "",
            8,
            [this] { return web_.tick(); },
            after_crash_};
  }
  Summary crawl(const std::string& yaml) {
    const auto loaded = site::parse_site("site: a\n" + yaml, "a.yaml");
    for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
    Crawler crawler(parts());
    EXPECT_TRUE(crawler.begin(std::make_shared<const site::Site>(loaded.value)));
    for (int i = 0; i < 20'000 && !crawler.idle(); ++i) EXPECT_TRUE(crawler.step(Millis(100)));
    EXPECT_TRUE(crawler.idle());
    const auto finished = crawler.take_finished();
    return finished.empty() ? Summary{} : finished.front();
  }
  store::UrlRow row(const std::string& url) { return stores_.state->url("a", url).value().value_or(store::UrlRow{}); }

  static std::string page(const std::string& title, const std::string& more = {}) {
    std::string text;
    for (int i = 0; i < 8; ++i) {
      text += "<p>" + title + ": the council met on day " + std::to_string(i) +
              " and spoke at length of the bridge, its cost and the river.</p>";
    }
    return "<html lang=en><title>" + title + "</title><body><article><h1>" + title + "</h1>" + text + "</article>" +
           more;
  }
  static std::string feed(const std::string& link) {
    return "<rss version='2.0'><channel><item><title>x</title><link>" + link + "</link></item></channel></rss>";
  }

  Table web_;
  store::Stores stores_ = store::memory_store();
  InlineCleaner cleaner_{web_};
  Nobody nobody_;
  bool after_crash_ = false;
};

const std::string kFromFeed = "home: https://a.example/\ndiscover: {feeds: [https://feeds.example/f], auto: false}\n";

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

// Ten pages of one host.
void add_pages(Table& web, int pages, int status, const std::string& body) {
  std::string items;
  for (int i = 1; i <= pages; ++i) {
    const std::string url = "https://a.example/" + std::to_string(i) + ".html";
    web.set(url, status, body);
    items += "<item><title>x</title><link>" + url + "</link></item>";
  }
  web.set("https://feeds.example/f", 200, "<rss version='2.0'><channel>" + items + "</channel></rss>");
}

TEST_F(Visit, AClockThatIsSetDoesNotShortenTheDelay) {
  for (const Millis step : {Millis(std::chrono::hours(1)), Millis(std::chrono::hours(-1))}) {
    web_.asked.clear(), web_.times.clear();
    web_.clock_step = step;
    stores_ = store::memory_store();
    add_pages(web_, 10, 404, "");
    (void)crawl(kFromFeed);
    const auto gaps = web_.gaps("https://a.example/");
    ASSERT_EQ(gaps.size(), 10U) << "robots.txt and ten pages";
    for (const Millis gap : gaps) EXPECT_GE(gap, Millis(2000));
  }
}

TEST_F(Visit, TheDelayIsKeptToWhatTheProcessBeforeAsked) {
  add_pages(web_, 1, 404, "");
  (void)crawl(kFromFeed);
  add_pages(web_, 2, 404, "");
  (void)crawl(kFromFeed);
  for (const std::string origin : {"https://a.example/", "https://feeds.example/"}) {
    const auto gaps = web_.gaps(origin);
    ASSERT_EQ(gaps.size(), 2U);
    for (const Millis gap : gaps) EXPECT_GE(gap, Millis(2000)) << origin;
  }
}

TEST_F(Visit, ADelayThatWasPromisedHoldsForTheNextProcessToo) {
  add_pages(web_, 1, 404, "");
  (void)crawl(kFromFeed + "manners: {delay: 5s}\n");
  (void)crawl(kFromFeed + "manners: {delay: 1s}\n");
  (void)crawl(kFromFeed + "manners: {delay: 1s}\n");
  const auto gaps = web_.gaps("https://feeds.example/");
  ASSERT_EQ(gaps.size(), 3U);
  EXPECT_GE(gaps[1], Millis(5000));
  EXPECT_GE(gaps[2], Millis(1000));
}

TEST_F(Visit, AfterACrashEveryHostWaitsItsDelay) {
  add_pages(web_, 1, 404, "");
  const auto begun = web_.tick();
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.times.front(), begun) << "a host never asked before waits for nothing";
  stores_ = store::memory_store();  // its last second was lost, and that was all
  after_crash_ = true;
  web_.asked.clear(), web_.times.clear();
  const auto again = web_.tick();
  (void)crawl(kFromFeed);
  EXPECT_GE(web_.times.front() - again, Millis(2000));
}

// A process that ends in order at once after one that did not must not hide what is not known.
TEST_F(Visit, ACrashIsRememberedByTheProcessAfterTheNext) {
  add_pages(web_, 1, 404, "");
  after_crash_ = true;
  const auto crashed = web_.tick();
  {
    Crawler crawler(parts());
    ASSERT_TRUE(crawler.abandon());
  }
  after_crash_ = false;
  web_.now += Millis(500);
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.times.front() - crashed, Millis(2000));
}

TEST_F(Visit, AHostAskedLongAgoIsAskedAtOnceAndOneAskedJustNowIsNotWhateverTheClockSays) {
  add_pages(web_, 1, 404, "");
  (void)crawl(kFromFeed);
  web_.now += std::chrono::hours(1);
  auto begun = web_.tick();
  std::size_t asked = web_.asked.size();
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.times.at(asked), begun);
  for (const Millis step : {Millis(std::chrono::hours(24)), Millis(std::chrono::hours(-48))}) {
    web_.asked.clear(), web_.times.clear();
    (void)crawl(kFromFeed);
    web_.set_forward += step;  // between two processes
    web_.now += step;
    (void)crawl(kFromFeed);
    for (const Millis gap : web_.gaps("https://feeds.example/")) EXPECT_GE(gap, Millis(2000)) << step.count();
  }
  // The machine started anew, which took longer than the delay.
  web_.set_forward = web_.now.time_since_epoch() - std::chrono::minutes(1);
  begun = web_.tick();
  asked = web_.asked.size();
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.times.at(asked), begun);
}

TEST_F(Visit, AHostThatKeepsFailingIsLeftAloneAndItsPagesKeepTheirTries) {
  add_pages(web_, 20, 503, "");
  const Summary first = crawl(kFromFeed);
  EXPECT_EQ(first.left, 20U);
  const auto pages_asked = [this] {
    return std::count_if(web_.asked.begin(), web_.asked.end(), [](const std::string& url) {
      return url.starts_with("https://a.example/") && url.ends_with(".html");
    });
  };
  const auto asked = pages_asked();
  EXPECT_LE(asked, 12) << "five in a row, and repeats of the first ones";
  int tried = 0;
  for (int i = 1; i <= 20; ++i) tried += row("https://a.example/" + std::to_string(i) + ".html").tries;
  EXPECT_LE(tried, 5);
  EXPECT_EQ(row("https://a.example/20.html").status, store::UrlStatus::pending);
  EXPECT_GT(row("https://a.example/20.html").next_try, std::chrono::floor<std::chrono::seconds>(web_.now));

  // Another process is held to it, and asks once when the pause is over.
  (void)crawl(kFromFeed);
  EXPECT_EQ(pages_asked(), asked);
  web_.now += std::chrono::minutes(7);
  (void)crawl(kFromFeed);
  EXPECT_EQ(pages_asked(), asked + 1);
  // It works again: all is fetched.
  add_pages(web_, 20, 200, page("The bridge"));
  web_.now += std::chrono::minutes(13);
  (void)crawl(kFromFeed);
  EXPECT_EQ(stores_.state->pending("a").value(), 0U);
}

TEST_F(Visit, RetryAfterOutlivesTheProcess) {
  add_pages(web_, 2, 429, "");
  for (int i = 1; i <= 2; ++i) {
    web_.pages["https://a.example/" + std::to_string(i) + ".html"].headers.emplace_back("retry-after", "3600");
  }
  (void)crawl(kFromFeed);
  const auto asked = web_.asked.size();
  web_.now += std::chrono::minutes(50);
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.asked.size(), asked + 1) << "the feed alone";
  web_.now += std::chrono::minutes(11);
  (void)crawl(kFromFeed);
  EXPECT_EQ(web_.asked.size(), asked + 3) << "one page, which says the same";
}

TEST_F(Visit, ARedirectWaitsForTheHostItLeadsTo) {
  add_pages(web_, 4, 302, "");
  for (int i = 1; i <= 4; ++i) {
    web_.pages["https://a.example/" + std::to_string(i) + ".html"].headers.emplace_back(
        "location", "https://b.example/" + std::to_string(i) + ".html");
  }
  (void)crawl(kFromFeed);
  const auto gaps = web_.gaps("https://b.example/");
  ASSERT_EQ(gaps.size(), 4U) << "its robots.txt and four pages";
  for (const Millis gap : gaps) EXPECT_GE(gap, Millis(2000));
}

TEST_F(Visit, ARedirectThatAsksToWaitIsFollowedThen) {
  add_pages(web_, 1, 302, "");
  auto& headers = web_.pages["https://a.example/1.html"].headers;
  headers.emplace_back("location", "https://b.example/1.html");
  headers.emplace_back("retry-after", "30");
  (void)crawl(kFromFeed);
  ASSERT_EQ(web_.asked.back(), "https://b.example/1.html");
  EXPECT_GE(web_.times.back() - web_.times[web_.times.size() - 3], Millis(30'000));

  stores_ = store::memory_store();
  headers.back().second = "3600";
  const auto asked = web_.count("https://b.example/1.html");
  EXPECT_EQ(crawl(kFromFeed).left, 1U);
  EXPECT_EQ(web_.count("https://b.example/1.html"), asked);
  EXPECT_EQ(row("https://a.example/1.html").tries, 0);
}

TEST_F(Visit, ASourceIsReadWholeOnceADayWhateverItsValidatorsSay) {
  const std::string feed_url = "https://feeds.example/f";
  const auto publish = [&](int story) {
    const std::string url = "https://a.example/" + std::to_string(story) + ".html";
    web_.set(url, 200, page("The bridge " + std::to_string(story)));
    web_.set(feed_url, 200, feed(url));
    web_.pages[feed_url].headers.emplace_back("etag", "W/\"stale\"");  // whatever it names
  };
  publish(1);
  EXPECT_EQ(crawl(kFromFeed).discovered, 1U);
  publish(2);
  for (int hour = 1; hour < 24; ++hour) {
    web_.now += std::chrono::minutes(60);
    EXPECT_EQ(crawl(kFromFeed).discovered, 0U);
    EXPECT_EQ(web_.requests.back().if_none_match, "W/\"stale\"") << "a weak validator as it came";
  }
  web_.now += std::chrono::minutes(60);
  EXPECT_EQ(crawl(kFromFeed).discovered, 1U);
}

TEST_F(Visit, ALastModifiedInTheFutureIsNotSentBack) {
  struct Row {
    const char* modified;
    const char* sent;
  };
  for (const Row& row : {Row{"Tue, 11 Feb 2025 00:00:00 GMT", "Tue, 11 Feb 2025 00:00:00 GMT"},
                         {"Tue, 11 Feb 2025 00:04:00 GMT", "Tue, 11 Feb 2025 00:04:00 GMT"},
                         {"Tue, 11 Feb 2025 09:00:00 GMT", ""},
                         {"Fri, 11 Feb 2050 00:00:00 GMT", ""},
                         {"yesterday", "yesterday"}}) {
    stores_ = store::memory_store();
    web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
    web_.pages["https://feeds.example/f"].headers.emplace_back("last-modified", row.modified);
    (void)crawl(kFromFeed);
    (void)crawl(kFromFeed);
    const auto last = std::find_if(web_.requests.rbegin(), web_.requests.rend(),
                                   [](const fetch::Request& r) { return r.url == "https://feeds.example/f"; });
    EXPECT_EQ(last->if_modified_since, row.sent);
    web_.now = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11};
  }
}

TEST_F(Visit, NotModifiedToWhoeverKnewNothingIsAFailure) {
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  web_.set("https://a.example/1.html", 304);
  Summary summary = crawl(kFromFeed);
  EXPECT_EQ(summary.failed, 1U);
  EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::pending);
  web_.set("https://feeds.example/f", 304);
  stores_ = store::memory_store();
  summary = crawl(kFromFeed);
  EXPECT_EQ(summary.sources_failed, 1U);
  stores_ = store::memory_store();
  web_.set("https://a.example/robots.txt", 304);
  web_.set("https://feeds.example/f", 200, feed("https://a.example/1.html"));
  EXPECT_EQ(crawl(kFromFeed).stored, 0U);
  EXPECT_EQ(row("https://a.example/1.html").status, store::UrlStatus::pending) << "as if there were no answer";
}

TEST_F(Visit, AnAdaptiveSiteIsVisitedWhenItsArticlesCome) {
  // An article a day at ten past seven, of which the feed names the last seven.
  const auto morning = [](int day) {
    return std::chrono::sys_days{std::chrono::year(2025) / 2 / 1} + std::chrono::days(day) + std::chrono::minutes(430);
  };
  const auto publish = [&](schedule::Moment now) {
    std::string items;
    for (int day = 0; morning(day) <= now; ++day) {
      if (morning(day + 7) <= now) continue;
      const std::string url = "https://a.example/" + std::to_string(day) + ".html";
      web_.set(url, 200, page("The bridge on day " + std::to_string(day)));
      items += "<entry><title>x</title><link href='" + url + "'/><published>" +
               to_iso(std::chrono::floor<std::chrono::seconds>(morning(day))) + "</published></entry>";
    }
    web_.set("https://feeds.example/f", 200, "<feed xmlns='http://www.w3.org/2005/Atom'>" + items + "</feed>");
  };
  std::vector<Millis> waits;
  for (int visits = 0; visits < 60; ++visits) {
    publish(web_.now);
    const auto begun = web_.now;
    const Summary summary = crawl(kFromFeed + "store: {near_duplicates: keep}\n");
    if (summary.stored > 0) waits.push_back((begun - morning(0)) % Millis(std::chrono::hours(24)));
    web_.now = *stores_.state->site("a").value()->next_run;
  }
  ASSERT_GT(waits.size(), 12U);
  for (std::size_t i = waits.size() - 5; i < waits.size(); ++i) EXPECT_LE(waits[i], Millis(std::chrono::minutes(10)));
}

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
      "manners: {robots: ignore}\nlimits: {time: 10s}\n", "a.yaml");
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

}  // namespace
}  // namespace winnow::crawl
