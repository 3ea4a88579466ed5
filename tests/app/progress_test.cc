#include "app/progress.h"

#include <gtest/gtest.h>

#include <string>

namespace winnow::app {
namespace {

using Kind = crawl::Event::Kind;

constexpr const char* kUrl = "https://news.example/1.html";

crawl::Event event(Kind kind, std::string url, std::string text) {
  return {.kind = kind, .site = "news", .url = std::move(url), .text = std::move(text), .path = {}};
}

TEST(Describe, EventsAsLines) {
  struct Row {
    crawl::Event event;
    std::string line;
  };
  const std::string url = kUrl;
  const Row rows[] = {
      {event(Kind::run_started, "", ""), "news: started"},
      {event(Kind::run_finished, "", ""), "news: finished"},
      {event(Kind::source_read, url, ""), "news: read " + url},
      {event(Kind::source_failed, url, "404"), "news: can't read " + url + ": 404"},
      {event(Kind::fetched, url, ""), "news: fetched " + url},
      {event(Kind::stored, url, "Title"), "news: stored Title (" + url + ")"},
      {event(Kind::updated, url, "Title"), "news: updated Title (" + url + ")"},
      {event(Kind::duplicate, url, "of x"), "news: duplicate " + url + ": of x"},
      {event(Kind::refused, url, "robots.txt"), "news: refused " + url + ": robots.txt"},
      {event(Kind::retry, url, ""), "news: trying again " + url},
      {event(Kind::failed, url, url + ": 500"), "news: failed " + url + ": 500"},
      {event(Kind::warning, url, "no title was found"), "news: warning: no title was found (since " + url + ")"},
      {event(Kind::warning, "", "too few new articles"), "news: warning: too few new articles"},
      {event(Kind::warning_ended, url, "over: no title"), "news: warning is over: no title (since " + url + ")"},
      {event(Kind::notice, "", "the clock went back"), "news: note: the clock went back"},
  };
  for (const Row& row : rows) EXPECT_EQ(describe(row.event), row.line);
}

TEST(Describe, LongTextsAreCut) {
  std::string title, cut;
  for (int i = 0; i < 100; ++i) title += "文", cut += i < 60 ? "文" : "";
  EXPECT_EQ(describe(event(Kind::stored, "u", title)), "news: stored " + cut + "… (u)");
  EXPECT_EQ(describe(event(Kind::failed, "u", std::string(300, 'x'))),
            "news: failed u: " + std::string(200, 'x') + "…");
}

TEST(Describe, NothingFromOutsideForgesALine) {
  for (const Kind kind : {Kind::stored, Kind::failed, Kind::source_failed, Kind::warning, Kind::notice}) {
    const std::string line = describe(event(kind, "https://a.example/\nwinnow: b", "T\r\nnews: stored \x1b[2JX"));
    EXPECT_EQ(line.find_first_of("\r\n\x1b"), line.npos) << line;
  }
}

TEST(Describe, TheSummaryCounts) {
  crawl::Summary summary;
  summary.site = "news";
  EXPECT_EQ(describe(summary),
            "news: 0 stored, 0 updated, 0 duplicates, 0 refused, 0 failed; 0 requests, 0 conditional");
  summary.stored = 25, summary.updated = 1, summary.duplicates = 1, summary.refused = 2, summary.failed = 3;
  summary.requests = 1, summary.conditional = 12, summary.sources_failed = 1, summary.left = 7;
  const std::string line =
      "news: 25 stored, 1 updated, 1 duplicate, 2 refused, 3 failed; 1 request, 12 conditional; 1 source failed; "
      "7 pages left for later";
  EXPECT_EQ(describe(summary), line);
  crawl::Event finished = event(Kind::run_finished, "", "");
  finished.summary = &summary;
  EXPECT_EQ(describe(finished), line);
}

TEST(Progress, ALineAnEventWhereThereIsNoTerminal) {
  testing::internal::CaptureStderr();
  {
    Progress progress;
    for (const Kind kind : {Kind::run_started, Kind::source_read, Kind::fetched, Kind::stored, Kind::failed}) {
      progress.report(event(kind, kUrl, "T"));
    }
  }
  EXPECT_EQ(testing::internal::GetCapturedStderr(),
            "news: started https://news.example/1.html: T\n"
            "news: stored T (https://news.example/1.html)\n"
            "news: failed https://news.example/1.html: T\n");
}

}  // namespace
}  // namespace winnow::app
