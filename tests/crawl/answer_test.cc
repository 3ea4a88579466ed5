#include "crawl/answer.h"

#include <gtest/gtest.h>

namespace winnow::crawl {
namespace {

fetch::Response response(int status, std::vector<std::pair<std::string, std::string>> headers = {}) {
  fetch::Response r;
  r.status = status;
  r.url = "https://news.example/a/1.html";
  r.headers = std::move(headers);
  return r;
}

TEST(Answer, AStatusHasItsMeaning) {
  using Kind = Answer::Kind;
  const std::pair<int, Kind> rows[] = {
      {200, Kind::ok},      {206, Kind::ok},      {304, Kind::not_modified}, {400, Kind::refused}, {401, Kind::refused},
      {403, Kind::refused}, {404, Kind::gone},    {408, Kind::retry},        {410, Kind::gone},    {425, Kind::retry},
      {429, Kind::retry},   {451, Kind::refused}, {500, Kind::retry},        {503, Kind::retry},
  };
  for (const auto& [status, kind] : rows) EXPECT_EQ(understand(response(status), Instant{}).kind, kind) << status;
}

TEST(Answer, ARedirectIsResolved) {
  const Answer answer = understand(response(301, {{"location", "../b/2.html?x=1"}}), Instant{});
  EXPECT_EQ(answer.kind, Answer::Kind::redirect);
  EXPECT_EQ(answer.location, "https://news.example/b/2.html?x=1");
}

TEST(Answer, ARedirectOutOfTheWebIsRefused) {
  for (const char* location : {"file:///etc/passwd", "ftp://news.example/", "http://[", "javascript:1"}) {
    EXPECT_EQ(understand(response(302, {{"location", location}}), Instant{}).kind, Answer::Kind::refused) << location;
  }
}

TEST(Answer, RetryAfterIsHeard) {
  const Answer answer = understand(response(503, {{"retry-after", "7"}}), Instant{});
  ASSERT_TRUE(answer.wait);
  EXPECT_EQ(*answer.wait, Millis(7000));
}

TEST(Answer, RetryAfterOfARedirectIsHeard) {
  const Answer answer = understand(response(302, {{"location", "/2.html"}, {"retry-after", "9"}}), Instant{});
  EXPECT_EQ(answer.kind, Answer::Kind::redirect);
  EXPECT_EQ(answer.wait, Millis(9000));
}

TEST(Answer, FailuresThatMayPassAreTriedAgain) {
  using Kind = Answer::Kind;
  const std::pair<Code, Kind> rows[] = {{Code::network, Kind::retry},
                                        {Code::timeout, Kind::retry},
                                        {Code::refused, Kind::refused},
                                        {Code::too_large, Kind::refused}};
  for (const auto& [code, kind] : rows) {
    EXPECT_EQ(understand(fail(code, "why"), Instant{}).kind, kind);
    EXPECT_EQ(understand(fail(code, "why"), Instant{}).why, "why");
  }
}

}  // namespace
}  // namespace winnow::crawl
