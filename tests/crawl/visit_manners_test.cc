// Manners over time: delays, holds, breakers and validators through restarts, crashes and clocks that are set.
#include "crawl/visit.h"

namespace winnow::crawl {
namespace {

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

TEST_F(Visit, AHostThatIsLeftAloneIsSoForEverySite) {
  add_pages(web_, 20, 503, "");
  (void)crawl(kFromFeed);
  const auto asked = web_.asked.size();
  const Summary other = crawl(kFromFeed, "b");
  EXPECT_EQ(other.left, 20U);
  EXPECT_EQ(web_.asked.size(), asked + 1) << "the feed, which is elsewhere";
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

}  // namespace
}  // namespace winnow::crawl
