#include "app/metrics.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::app {
namespace {

using crawl::Event;
using ::testing::HasSubstr;
using ::testing::Not;

Event event(Event::Kind kind, const std::string& site) { return {kind, site, "https://a.example/1", {}, {}, nullptr}; }

TEST(Metrics, CountsEachKindOfEachSite) {
  Metrics metrics;
  for (int i = 0; i < 3; ++i) metrics.report(event(Event::Kind::stored, "a"));
  metrics.report(event(Event::Kind::duplicate, "b"));
  metrics.report(event(Event::Kind::notice, ""));
  const Json json = metrics.json();
  EXPECT_EQ(json.object().size(), 2U);
  EXPECT_EQ(json["a"]["articles_stored"].integer(), 3);
  EXPECT_EQ(json["a"]["duplicates"].integer(-1), 0);
  EXPECT_EQ(json["b"]["duplicates"].integer(), 1);
}

TEST(Prometheus, HasAHeadAndALineASite) {
  Metrics metrics;
  metrics.report(event(Event::Kind::stored, "a"));
  metrics.report(event(Event::Kind::stored, "b\"\\\n"));
  Json status;
  status.set("running_since", "2025-03-01T00:00:00Z");
  status.set("in_flight", 7);
  status.set("counters", metrics.json());
  const std::string text = to_prometheus(status);
  EXPECT_THAT(text, HasSubstr("winnow_up 1\n"));
  EXPECT_THAT(text, HasSubstr("winnow_paused 0\n"));
  EXPECT_THAT(text, HasSubstr("winnow_requests_in_flight 7\n"));
  EXPECT_THAT(text, HasSubstr("# TYPE winnow_articles_stored_total counter\n"
                              "winnow_articles_stored_total{site=\"a\"} 1\n"
                              "winnow_articles_stored_total{site=\"b\\\"\\\\\\n\"} 1\n"));
}

TEST(Prometheus, ADaemonThatDoesNotAnswerIsDownAndNothingElse) {
  const std::string text = to_prometheus(Json());
  EXPECT_THAT(text, HasSubstr("winnow_up 0\n"));
  EXPECT_THAT(text, Not(HasSubstr("paused")));
}

}  // namespace
}  // namespace winnow::app
