// The crawl watches how pages are read: a template changes between two visits.
#include "health/health.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "crawl/support.h"
#include "crawl/visit.h"

namespace winnow::crawl {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* kRules =
    "home: https://a.example/\ndiscover: {feeds: [https://feeds.example/f], auto: false}\n"
    "rules: [{name: v1, title: h1, body: div.story, authors: .by}]\nmanners: {delay: 0s}\n";

class HealthOfACrawl : public Visit {
 protected:
  // The feed names `count` stories more, in that template; a visit reads them.
  Summary stories(int count, const std::string& yaml, std::string (*made)(int)) {
    web_.now += std::chrono::minutes(1);
    std::string items;
    for (int i = 0; i < count; ++i, ++number_) {
      const std::string url = "https://a.example/" + std::to_string(number_) + ".html";
      web_.set(url, 200, made(number_));
      items += "<item><title>x</title><link>" + url + "</link></item>";
    }
    web_.set("https://feeds.example/f", 200, "<rss version='2.0'><channel>" + items + "</channel></rss>");
    const auto loaded = site::parse_site("site: a\n" + yaml, "a.yaml");
    for (const site::Fault& fault : loaded.faults) ADD_FAILURE() << fault.str();
    Parts all = parts();
    Crawler crawler({all.fetcher, all.state, all.articles, all.cleaner, recorder_, all.now, "winnow", "", 1, all.ticks});
    EXPECT_TRUE(crawler.begin(std::make_shared<const site::Site>(loaded.value)));
    for (int i = 0; i < 20'000 && !crawler.idle(); ++i) EXPECT_TRUE(crawler.step(Millis(100)));
    const auto finished = crawler.take_finished();
    return finished.empty() ? Summary{} : finished.front();
  }
  std::vector<Event> told(Event::Kind kind, const std::string& of = {}) {
    std::vector<Event> out;
    for (const Event& event : recorder_.events) {
      if (event.kind == kind && event.text.find(of) != std::string::npos) out.push_back(event);
    }
    return out;
  }
  health::Health health() { return health::Health(stores_.state->health("a").value()); }

  static std::string in(const std::string& box, int number) {
    static constexpr const char* kTowns[] = {"Alder", "Birch", "Cedar", "Dorn", "Elm", "Fern", "Gorse"};
    const std::string town = kTowns[number % 7];
    std::string text;
    for (int i = 0; i < 6 + number % 3; ++i) {
      text += "<p>In " + town + " the council of " + std::to_string(number * 31 + i) + " members met on item " +
              std::to_string(number * 17 + i * 5) + " and spoke at length of the bridge, its cost and the river.</p>";
    }
    return "<html lang=en><body><h1>" + town + " votes again, for the " + std::to_string(number) +
           "th time</h1><div class=by>Ann Weaver</div><" + box + ">" + text + "</div></body></html>";
  }
  static std::string before(int number) { return in("div class=story", number); }
  static std::string after(int number) { return in("div class=tale", number); }

  Recorder recorder_;
  int number_ = 1;
};

TEST_F(HealthOfACrawl, AWarningComesWithinThreePagesAndNothingIsLost) {
  EXPECT_EQ(stories(20, kRules, before).stored, 20U);
  EXPECT_THAT(told(Event::Kind::warning), IsEmpty());
  EXPECT_EQ(stories(3, kRules, after).stored, 3U);  // by the automatic extractor
  const auto warnings = told(Event::Kind::warning);
  ASSERT_THAT(warnings, testing::Not(IsEmpty()));
  EXPECT_THAT(warnings[0].text, HasSubstr("the rule v1.body finds nothing on 100 % of the last 3 pages"));
  EXPECT_THAT(warnings[0].text, HasSubstr("the automatic extractor finds it"));
  EXPECT_EQ(warnings[0].url, "https://a.example/21.html");
  EXPECT_THAT(health().alarms(), SizeIs(warnings.size()));
  stories(5, kRules, after);
  EXPECT_THAT(told(Event::Kind::warning, "rule v1.body"), SizeIs(1)) << "a warning is told once";
  stories(20, kRules, before);
  EXPECT_THAT(told(Event::Kind::warning_ended, "rule v1.body"), SizeIs(1));
  EXPECT_THAT(health().alarms(), IsEmpty());
}

TEST_F(HealthOfACrawl, BeginsAnewWhereTheStateWasLost) {
  stories(20, kRules, before);
  ASSERT_TRUE(stores_.state->save_health("a", "nonsense"));
  EXPECT_EQ(stories(12, kRules, after).stored, 12U);
  EXPECT_THAT(told(Event::Kind::warning), IsEmpty());
  EXPECT_EQ(health().pages(), 12U);
}

TEST_F(HealthOfACrawl, PagesThatWereNotFetchedAnewTellNothing) {
  stories(10, kRules, before);
  EXPECT_EQ(health().pages(), 10U);
  stories(0, kRules, before);
  EXPECT_EQ(health().pages(), 10U);
}

// A first visit that takes several: what was there before comes in whatever order.
TEST_F(HealthOfACrawl, TheBacklogRaisesNothing) {
  const std::string yaml = std::string(kRules) + "limits: {pages_per_run: 12}\n";
  std::string (*const mixed)(int) = [](int number) { return number <= 12 ? before(number) : after(number); };
  EXPECT_EQ(stories(24, yaml, mixed).stored, 12U);
  EXPECT_EQ(stories(0, yaml, before).stored, 12U);
  EXPECT_THAT(told(Event::Kind::warning), IsEmpty());
  EXPECT_EQ(health().pages(), 24U);
}

TEST_F(HealthOfACrawl, TooFewNewArticles) {
  const std::string yaml = std::string(kRules) + "watch: {min_new: 5 per 1h}\n";
  stories(6, yaml, before);
  web_.now += std::chrono::hours(2);
  stories(0, yaml, before);
  const auto warnings = told(Event::Kind::warning);
  ASSERT_THAT(warnings, SizeIs(1));
  EXPECT_THAT(warnings[0].text, HasSubstr("too few new articles: 0 where at least 5 are expected"));
  stories(6, yaml, before);
  EXPECT_THAT(told(Event::Kind::warning_ended), SizeIs(1));
}

}  // namespace
}  // namespace winnow::crawl
