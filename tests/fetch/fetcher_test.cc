#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <csignal>
#include <cstdlib>
#include <set>
#include <thread>

#include "fetch/support.h"

namespace winnow::fetch::testing {
namespace {

using newsstand::Query;
using newsstand::Reply;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

Reply page(std::string body) {
  Reply reply;
  reply.headers = {{"Content-Type", "text/html; charset=utf-8"}};
  reply.body = std::move(body);
  return reply;
}

// The request as the server saw it, in the body of the answer.
Reply echo(const Query& query) {
  std::string body = query.method + " " + query.target + "\n" + query.version + "\n";
  for (const auto& [name, value] : query.headers) body += name + "=" + value + "\n";
  return page(body);
}

TEST(Fetcher, GivesStatusHeadersAndBody) {
  Reply reply = page("<p>hello</p>");
  reply.status = 404;
  reply.headers.emplace_back("X-Twice", "one");
  reply.headers.emplace_back("x-TWICE", "two");
  const auto server = serve(reply);
  const auto got = fetch(local(server->origin() + "/a?b=c"));
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->status, 404);
  EXPECT_EQ(got->url, server->origin() + "/a?b=c");
  EXPECT_EQ(got->body, "<p>hello</p>");
  EXPECT_THAT(got->headers, ElementsAre(Pair("content-type", "text/html; charset=utf-8"), Pair("x-twice", "one"),
                                        Pair("x-twice", "two"), Pair("content-length", "12")));
  EXPECT_EQ(got->header("x-twice"), "one");
  EXPECT_EQ(got->header("absent"), "");
}

TEST(Fetcher, SendsWhatTheRequestSays) {
  const auto server = serve(echo);
  Request request = local(server->origin() + "/path/%E6%96%87?q=1&r=/../x#fragment");
  request.headers = {{"X-Own", "yes"}, {"Accept-Language", "zh"}, {"X-Empty", ""}};
  request.if_none_match = "W/\"abc\"";
  request.if_modified_since = "Tue, 11 Mar 2025 08:00:00 GMT";
  const auto got = fetch(request);
  ASSERT_TRUE(got) << got.error().text;
  for (const char* line :
       {"GET /path/%E6%96%87?q=1&r=/../x\n", "user-agent=winnow-test/1.0\n", "x-own=yes\n", "accept-language=zh\n",
        "x-empty=\n", "if-none-match=W/\"abc\"\n", "if-modified-since=Tue, 11 Mar 2025 08:00:00 GMT\n",
        "accept=text/html", "gzip", "br", "zstd"}) {
    EXPECT_THAT(got->body, HasSubstr(line));
  }
}

TEST(Fetcher, KeepsTheRequestsOwnAccept) {
  const auto server = serve(echo);
  Request request = local(server->origin() + "/");
  request.headers = {{"ACCEPT", "text/plain"}};
  const auto got = fetch(request);
  ASSERT_TRUE(got);
  EXPECT_THAT(got->body, HasSubstr("accept=text/plain\n"));
  EXPECT_THAT(got->body, ::testing::Not(HasSubstr("accept=text/html")));
}

TEST(Fetcher, DoesNotFollowRedirects) {
  Reply reply;
  reply.status = 301;
  reply.headers = {{"Location", "/elsewhere"}};
  const auto server = serve(reply);
  const auto got = fetch(local(server->origin() + "/"));
  ASSERT_TRUE(got);
  EXPECT_EQ(got->status, 301);
  EXPECT_EQ(got->header("location"), "/elsewhere");
  EXPECT_EQ(server->log().size(), 1u);
}

TEST(Fetcher, Gives304WithoutABody) {
  const auto server = serve([](const Query& query) {
    Reply reply = page("whole");
    reply.headers.emplace_back("ETag", "\"1\"");
    if (query.header("if-none-match") == "\"1\"") reply.status = 304;
    return reply;
  });
  Request request = local(server->origin() + "/");
  request.if_none_match = "\"1\"";
  const auto got = fetch(request);
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->status, 304);
  EXPECT_EQ(got->body, "");
  EXPECT_EQ(got->header("etag"), "\"1\"");
}

TEST(Fetcher, UndoesGzipAndChunks) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "line " + std::to_string(i) + "\n";
  Reply reply = page(gzip(text));
  reply.headers.emplace_back("Content-Encoding", "gzip");
  reply.chunked = true;
  reply.piece = 777;
  const auto server = serve(reply);
  const auto got = fetch(local(server->origin() + "/"));
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->body, text);
}

TEST(Fetcher, ShowsTheFinalHeaderBlockOnly) {
  Reply reply;
  reply.raw =
      "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\nX-Early: 1\r\n\r\n"
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nX-Final: 2\r\nX-Folded: one\r\n two\r\n\r\n"
      "3\r\nabc\r\n0\r\nX-Trailer: 3\r\n\r\n";
  const auto server = serve(reply);
  const auto got = fetch(local(server->origin() + "/"));
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->status, 200);
  EXPECT_EQ(got->body, "abc");
  EXPECT_EQ(got->header("x-final"), "2");
  EXPECT_EQ(got->header("x-folded"), "one two");
  EXPECT_EQ(got->header("x-early"), "");
  EXPECT_EQ(got->header("x-trailer"), "");
}

TEST(Fetcher, TakesABodyThatEndsWithTheConnection) {
  Reply reply;
  reply.raw = "HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\nall of it";
  const auto server = serve(reply);
  const auto got = fetch(local(server->origin() + "/"));
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->body, "all of it");
}

TEST(Fetcher, UsesConnectionsAgain) {
  const auto server = serve(echo);
  const auto fetcher = make_curl_fetcher();
  for (int i = 0; i < 5; ++i) ASSERT_TRUE(fetch(*fetcher, local(server->origin() + "/" + std::to_string(i))));
  std::set<int> connections;
  for (const auto& entry : server->log()) connections.insert(entry.connection);
  EXPECT_EQ(connections.size(), 1u);
}

// Handles serve one request after the other: nothing of one may be in the next.
TEST(Fetcher, ForgetsTheRequestBefore) {
  const auto server = serve([](const Query& query) {
    if (query.target != "/old") return echo(query);
    Reply reply;
    reply.raw = "HTTP/1.0 200 OK\r\n\r\nold";
    return reply;
  });
  const auto fetcher = make_curl_fetcher({.connections = 1, .ca_file = {}});
  Request first = local(server->origin() + "/first");
  first.headers = {{"X-Own", "yes"}, {"Accept", "text/plain"}};
  first.user = "reader";
  first.password = "pa:ss";
  first.user_agent = "other/2.0";
  first.if_none_match = "\"1\"";
  const auto one = fetch(*fetcher, first);
  ASSERT_TRUE(one);
  EXPECT_THAT(one->body, HasSubstr("authorization=Basic cmVhZGVyOnBhOnNz\n"));
  ASSERT_TRUE(fetch(*fetcher, local(server->origin() + "/old")));
  const auto two = fetch(*fetcher, local(server->origin() + "/two"));
  ASSERT_TRUE(two);
  for (const char* gone : {"authorization", "x-own", "text/plain", "other/2.0", "if-none-match"}) {
    EXPECT_THAT(two->body, ::testing::Not(HasSubstr(gone)));
  }
  EXPECT_THAT(two->body, HasSubstr("HTTP/1.1"));
}

TEST(Fetcher, RunsTransfersAtOnceUpToItsLimit) {
  const auto server = serve([](const Query&) {
    Reply reply = page("x");
    reply.delay = Millis(60);
    return reply;
  });
  const auto fetcher = make_curl_fetcher({.connections = 4, .ca_file = {}});
  for (std::uint64_t i = 0; i < 12; ++i) fetcher->start(i, local(server->origin() + "/"));
  EXPECT_EQ(fetcher->in_flight(), 12u);
  std::set<std::uint64_t> tickets;
  for (int turn = 0; turn < 100 && fetcher->in_flight() > 0; ++turn) {
    for (const Fetched& f : fetcher->wait(Millis(1000))) {
      EXPECT_TRUE(f.result) << f.result.error().text;
      tickets.insert(f.ticket);
    }
  }
  EXPECT_EQ(tickets.size(), 12u);
  int most = 0;
  for (const auto& entry : server->log()) most = std::max(most, entry.open);
  EXPECT_EQ(most, 4);
}

TEST(Fetcher, WaitsNoLongerThanAsked) {
  const auto fetcher = make_curl_fetcher();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(fetcher->wait(Millis(50)), IsEmpty());
  const auto took = std::chrono::steady_clock::now() - begin;
  EXPECT_GE(took, Millis(50));
  EXPECT_LT(took, Millis(2000));
}

TEST(Fetcher, WakesFromAnotherThread) {
  const auto fetcher = make_curl_fetcher();
  std::thread waker([&] {
    std::this_thread::sleep_for(Millis(30));
    fetcher->wake();
  });
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(fetcher->wait(Millis(20'000)), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, Millis(10'000));
  waker.join();
}

Fetcher* g_woken_by_signal = nullptr;

TEST(Fetcher, WakesFromASignalHandler) {
  const auto fetcher = make_curl_fetcher();
  g_woken_by_signal = fetcher.get();
  auto* before = std::signal(SIGALRM, [](int) { g_woken_by_signal->wake(); });
  ualarm(30'000, 0);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(fetcher->wait(Millis(20'000)), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, Millis(10'000));
  std::signal(SIGALRM, before);
}

TEST(Fetcher, RemembersAWakeThatCameBeforeTheWait) {
  const auto fetcher = make_curl_fetcher();
  fetcher->wake();
  fetcher->wake();
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_THAT(fetcher->wait(Millis(20'000)), IsEmpty());
  EXPECT_LT(std::chrono::steady_clock::now() - begin, Millis(10'000));
  EXPECT_THAT(fetcher->wait(Millis(20)), IsEmpty());  // both wakes were one
}

TEST(Fetcher, ForgetsWhatIsCancelled) {
  const auto server = serve([](const Query& query) {
    Reply reply = page(query.target);
    if (query.target == "/late") reply.delay = Millis(5000);
    return reply;
  });
  const auto fetcher = make_curl_fetcher({.connections = 2, .ca_file = {}});
  for (std::uint64_t i = 0; i < 5; ++i) fetcher->start(i, local(server->origin() + "/late"));
  EXPECT_THAT(fetcher->wait(Millis(50)), IsEmpty());
  fetcher->cancel_all();
  EXPECT_EQ(fetcher->in_flight(), 0u);
  fetcher->start(9, local(server->origin() + "/now"));
  const auto done = fetcher->wait(Millis(5000));
  ASSERT_EQ(done.size(), 1u);
  EXPECT_EQ(done.front().ticket, 9u);
  EXPECT_TRUE(done.front().result);
}

TEST(Fetcher, NeverUsesTheProxyOfTheEnvironment) {
  const auto server = serve(echo);
  setenv("http_proxy", "http://127.0.0.1:1/", 1);
  setenv("ALL_PROXY", "http://127.0.0.1:1/", 1);
  const auto got = fetch(local(server->origin() + "/"));
  unsetenv("http_proxy");
  unsetenv("ALL_PROXY");
  EXPECT_TRUE(got) << got.error().text;
}

TEST(Fetcher, AsksTheProxyOfTheRequest) {
  const auto proxy = serve(echo);
  Request request = local("http://news.invalid/story");
  request.proxy = proxy->origin();
  setenv("no_proxy", "*", 1);
  const auto got = fetch(request);
  unsetenv("no_proxy");
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_THAT(got->body, HasSubstr("GET http://news.invalid/story\n"));
}

}  // namespace
}  // namespace winnow::fetch::testing
