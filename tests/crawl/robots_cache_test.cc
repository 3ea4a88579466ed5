// RFC 9309, 2.3 and 2.4: how robots.txt is had, and for how long it is good.
#include "crawl/robots_cache.h"

#include <gtest/gtest.h>

#include "store/open.h"

namespace winnow::crawl {
namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

const Instant kNow = std::chrono::sys_days{std::chrono::year(2025) / 2 / 11};
const std::string kOrigin = "https://a.example";
const std::string kFile = "User-agent: *\nDisallow: /private/\n";

Result<fetch::Response> answer(int status, const std::string& body = kFile) {
  return fetch::Response{status, {}, {{"etag", "\"1\""}}, body, {}};
}
const Result<fetch::Response> kNobody = fail(Code::network, "nobody is there");

class Robots : public testing::Test {
 protected:
  void settle(const Result<fetch::Response>& result, Instant now) { EXPECT_TRUE(cache_->settle(kOrigin, result, now)); }
  // "ask", or whether a page and a private page may be asked for: "yes no".
  std::string verdict(Instant now) {
    const auto robots = cache_->find(kOrigin, now).value();
    if (robots == nullptr) return "ask";
    const auto word = [&](const char* path) { return robots->check("winnow", path).allowed ? "yes" : "no"; };
    return std::string(word("/1.html")) + " " + word("/private/1.html");
  }
  void restart() { cache_ = std::make_unique<RobotsCache>(*stores_.state); }
  void fresh() {
    stores_ = store::memory_store();
    restart();
  }

  store::Stores stores_ = store::memory_store();
  std::unique_ptr<RobotsCache> cache_ = std::make_unique<RobotsCache>(*stores_.state);
};

// 2.3.1.1: success, whatever the number says beyond that.
TEST_F(Robots, SuccessfulAccess) {
  for (const int status : {200, 201, 202, 203, 204, 205, 206, 207, 208, 226}) {
    fresh();
    settle(answer(status), kNow);
    EXPECT_EQ(verdict(kNow), "yes no") << status;
  }
}

// 2.3.1.3: unavailable, all may be asked for.
TEST_F(Robots, Unavailable) {
  for (const int status :
       {400, 401, 402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 418, 421, 422, 423, 425, 426, 431, 451, 499}) {
    fresh();
    settle(answer(status), kNow);
    EXPECT_EQ(verdict(kNow), "yes yes") << status;
    EXPECT_FALSE(cache_->unreachable(kOrigin)) << status;
  }
}

// 2.3.1.4: unreachable, nothing may. 429 is counted here: it asks for less, not for all.
TEST_F(Robots, Unreachable) {
  for (const int status : {500, 501, 502, 503, 504, 505, 506, 507, 508, 511, 520, 599, 429}) {
    fresh();
    settle(answer(status), kNow);
    EXPECT_EQ(verdict(kNow), "no no") << status;
    EXPECT_TRUE(cache_->unreachable(kOrigin)) << status;
    EXPECT_EQ(verdict(kNow + minutes(10)), "ask") << status;
  }
  fresh();
  settle(kNobody, kNow);
  EXPECT_EQ(verdict(kNow), "no no");
  restart();
  EXPECT_EQ(verdict(kNow), "ask") << "whoever mends the cause is not to wait";
}

// 2.3.1.4: a copy from before is good for 30 days; then nothing may be asked for.
TEST_F(Robots, ACopyFromBeforeServesWhileTheFileIsUnreachable) {
  struct Row {
    seconds later;
    Result<fetch::Response> result;
    const char* then;
  };
  const Row rows[] = {
      {days(1), kNobody, "yes no"},      {days(1), answer(500), "yes no"},      {days(1), answer(503), "yes no"},
      {days(1), answer(429), "yes no"},  {days(29), answer(500), "yes no"},     {days(29), kNobody, "yes no"},
      {days(30), answer(500), "no no"},  {days(30), kNobody, "no no"},          {days(400), answer(502), "no no"},
      {days(1), answer(404), "yes yes"}, {days(1), answer(200, ""), "yes yes"}, {days(1), answer(304), "yes no"},
      {days(29), answer(304), "yes no"}, {days(400), answer(304), "yes no"},
  };
  for (const Row& row : rows) {
    fresh();
    settle(answer(200), kNow);
    const Instant then = kNow + row.later;
    EXPECT_EQ(verdict(then), "ask");
    settle(row.result, then);
    EXPECT_EQ(verdict(then), row.then) << row.later.count() << " " << (row.result ? row.result->status : 0);
  }
}

// 2.3.1.5: lines that can't be parsed are passed over, the others count.
TEST_F(Robots, ParsingErrors) {
  using namespace std::string_literals;
  for (const std::string& noise :
       {"Disallow\n"s, ":\n"s, "<html><body>\n"s, "\x80\xFF\xFE\n"s, "\0\0\0\n"s, "User agent winnow\n"s, "=====\n"s,
        "Disallow /x y z\n"s, std::string(100'000, 'x') + "\n", "{\"a\": 1}\n"s, "Allow: \n"s, "\t \t\n"s}) {
    fresh();
    settle(answer(200, noise + kFile), kNow);
    EXPECT_EQ(verdict(kNow), "yes no") << noise.substr(0, 30);
    fresh();
    settle(answer(200, "User-agent: *\n" + noise + "Disallow: /private/\n"), kNow);
    EXPECT_EQ(verdict(kNow), "yes no") << noise.substr(0, 30);
  }
}

// 2.4: good for a day, and asked for again then with what is known of it.
TEST_F(Robots, Caching) {
  struct Row {
    int status;
    seconds later;
    const char* then;
  };
  const Row rows[] = {
      {200, seconds(0), "yes no"}, {200, hours(23), "yes no"}, {200, hours(24) - seconds(1), "yes no"},
      {200, hours(24), "ask"},     {200, days(300), "ask"},    {200, hours(-1), "ask"},  // the clock was set back
      {404, hours(23), "yes yes"}, {404, hours(24), "ask"},    {403, hours(24), "ask"},
      {503, minutes(9), "no no"},  {503, minutes(10), "ask"},  {429, minutes(10), "ask"},
  };
  for (const Row& row : rows) {
    for (const bool restarted : {false, true}) {
      fresh();
      settle(answer(row.status), kNow);
      if (restarted) restart();
      EXPECT_EQ(verdict(kNow + row.later), row.then) << row.status << " " << row.later.count() << " " << restarted;
    }
  }
}

TEST_F(Robots, NotModifiedMakesItGoodForAnotherDay) {
  settle(answer(200), kNow);
  EXPECT_EQ(cache_->validators(kOrigin).etag, "\"1\"");
  settle(answer(304, ""), kNow + hours(24));
  EXPECT_EQ(verdict(kNow + hours(47)), "yes no");
  EXPECT_EQ(verdict(kNow + hours(48)), "ask");
  fresh();
  settle(answer(404), kNow);
  EXPECT_EQ(cache_->validators(kOrigin), store::Validators{}) << "there is nothing to be modified";
  fresh();
  settle(answer(304, ""), kNow);
  EXPECT_EQ(verdict(kNow), "no no") << "nor here";
}

// 2.5: at least 500 KiB are kept, over a restart too, and no more than a MiB.
TEST_F(Robots, Limits) {
  settle(answer(200, "User-agent: *\n" + std::string(600 << 10, '#') + "\nDisallow: /private/\n"), kNow);
  EXPECT_EQ(verdict(kNow), "yes no");
  restart();
  EXPECT_EQ(verdict(kNow), "yes no");
  settle(answer(200, kFile + std::string(100 << 20, '#')), kNow);
  EXPECT_EQ(verdict(kNow), "yes no");
  EXPECT_LE(stores_.state->robots(kOrigin).value()->body.size(), std::size_t{1} << 20);
}

TEST_F(Robots, EachOriginHasItsOwn) {
  settle(answer(200), kNow);
  for (const char* other : {"http://a.example", "https://a.example:8443", "https://b.a.example", "https://b.example"}) {
    EXPECT_EQ(cache_->find(other, kNow).value(), nullptr) << other;
  }
}

}  // namespace
}  // namespace winnow::crawl
