// What a site is told that others must not hear: passwords, headers of its own, cookies.
#include <gmock/gmock.h>

#include <map>
#include <mutex>

#include "crawl/support.h"
#include "newsstand/http_server.h"

namespace winnow::crawl {
namespace {

using newsstand::HttpServer;
using newsstand::Query;
using newsstand::Reply;
using testing::HasSubstr;
using testing::Not;

Reply html(const std::string& title) {
  Reply reply;
  reply.headers = {{"Content-Type", "text/html"}};
  reply.body = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>";
  for (int i = 0; i < 4; ++i) {
    reply.body += "<p>The " + title + " was told in the town hall, where many people had come to hear it, part " +
                  std::to_string(i) + ".</p>";
  }
  reply.body += "</article></body></html>";
  return reply;
}

Reply to(const std::string& location) {
  Reply reply;
  reply.status = 302;
  reply.headers = {{"Location", location}};
  return reply;
}

// A site on 127.0.0.1 that shows its stories to those who are known, and another on 127.0.0.2 that asks for nothing.
class TwoSites : public testing::Test {
 protected:
  void SetUp() override {
    other_ = start("127.0.0.2", [](const Query&) { return html("Foreign story of the sea"); });
    own_ = start("127.0.0.1", [this](const Query& query) { return answer(query); });
  }
  std::unique_ptr<HttpServer> start(const std::string& address, HttpServer::Handler handler) {
    auto server = HttpServer::start(
        [this, address, handler](const Query& query) {
          const std::scoped_lock lock(mutex_);
          std::string& heard = heard_[address + query.target];
          for (const auto& [name, value] : query.headers) heard += name + "=" + value + "\n";
          return handler(query);
        },
        0, {}, address);
    if (!server) throw std::runtime_error(server.error().text);
    return std::move(*server);
  }
  Reply answer(const Query& query) const {
    if (query.target == "/robots.txt") {
      Reply reply;
      reply.status = 404;
      return reply;
    }
    if (query.target == "/feed.xml") {
      Reply reply;
      reply.headers = {{"Set-Cookie", "seen=feed; Path=/"}, {"Set-Cookie", "lent=1; Domain=127.0.0.2"}};
      reply.body =
          "<rss version=\"2.0\"><channel><item><link>/story</link></item><item><link>/away</link></item>"
          "</channel></rss>";
      return reply;
    }
    return query.target == "/away" ? to(other_->origin() + "/foreign") : html("Own story of the harbour");
  }
  void crawl(const std::string& manners) {
    auto loaded =
        site::parse_site("site: a\nhome: " + own_->origin() + "/\ndiscover: {auto: false, feeds: [" + own_->origin() +
                             "/feed.xml]}\nmanners: {delay: 0s, allow_addresses: "
                             "[127.0.0.0/8]" +
                             manners + "}\n",
                         "a.yaml");
    ASSERT_TRUE(loaded.faults.empty()) << loaded.faults.front().str();
    (void)crawl_once(folder_.path(), loaded.value, events_);
  }
  std::string heard(const std::string& what) {
    const std::scoped_lock lock(mutex_);
    return heard_[what];
  }

  Folder folder_;
  Recorder events_;
  std::mutex mutex_;
  std::map<std::string, std::string> heard_;  // the request's headers, by address and target
  std::unique_ptr<HttpServer> own_, other_;
};

TEST_F(TwoSites, OnlyTheSiteHearsPasswordHeadersAndCookies) {
  crawl(", auth: {user: reader, password: 'pa:ss'}, headers: {X-Key: k1, Cookie: consent=yes}");
  for (const char* target : {"127.0.0.1/feed.xml", "127.0.0.1/story", "127.0.0.1/away"}) {
    EXPECT_THAT(heard(target), HasSubstr("authorization=Basic cmVhZGVyOnBhOnNz\n")) << target;
    EXPECT_THAT(heard(target), HasSubstr("x-key=k1\n")) << target;
  }
  EXPECT_THAT(heard("127.0.0.1/feed.xml"), HasSubstr("cookie=consent=yes\n"));
  EXPECT_THAT(heard("127.0.0.1/story"), HasSubstr("cookie=consent=yes; seen=feed\n"));
  EXPECT_THAT(heard("127.0.0.2/foreign"), HasSubstr("user-agent="));
  for (const char* secret : {"authorization", "x-key", "cookie"}) {
    EXPECT_THAT(heard("127.0.0.2/foreign"), Not(HasSubstr(secret)));
    EXPECT_THAT(heard("127.0.0.2/robots.txt"), Not(HasSubstr(secret)));
  }
}

TEST_F(TwoSites, CookiesAreForgottenWithTheVisit) {
  crawl("");
  EXPECT_THAT(heard("127.0.0.1/story"), HasSubstr("cookie=seen=feed\n"));
  crawl("");
  EXPECT_EQ(heard("127.0.0.1/feed.xml").find("cookie="), std::string::npos);
}

TEST_F(TwoSites, CookiesCanBeTurnedOff) {
  crawl(", cookies: false");
  EXPECT_THAT(heard("127.0.0.1/story"), Not(HasSubstr("cookie=")));
}

TEST_F(TwoSites, AnHttpsSitesPasswordIsNotSentInTheClear) {
  auto loaded =
      site::parse_site("site: a\nhome: https://127.0.0.1/\ndiscover: {auto: false, feeds: [" + own_->origin() +
                           "/feed.xml]}\nmanners: {delay: 0s, allow_addresses: "
                           "[127.0.0.0/8], auth: {user: reader, password: x}}\n",
                       "a.yaml");
  (void)crawl_once(folder_.path(), loaded.value, events_);
  EXPECT_THAT(heard("127.0.0.1/story"), HasSubstr("user-agent="));
  EXPECT_THAT(heard("127.0.0.1/story"), Not(HasSubstr("authorization")));
}

}  // namespace
}  // namespace winnow::crawl
