#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fetch/support.h"

namespace winnow::fetch::testing {
namespace {

using newsstand::Reply;
using ::testing::HasSubstr;

constexpr std::size_t kMega = 1 << 20;

Reply body_of(std::size_t size) {
  Reply reply;
  reply.body.assign(size, 'x');
  return reply;
}

struct Row {
  friend void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

  const char* name;
  Reply reply;
  Code code;
  const char* says;
};

Reply with(Reply reply, const std::function<void(Reply&)>& change) {
  change(reply);
  return reply;
}

std::vector<Row> faulty_answers() {
  return {
      {"TooLongByItsOwnWord", body_of(3 * kMega), Code::too_large, "announced"},
      {"TooLongWithoutSayingSo", with(body_of(3 * kMega), [](Reply& r) { r.chunked = true, r.piece = 5000; }),
       Code::too_large, "on the wire"},
      {"Endless", with(body_of(10'000), [](Reply& r) { r.endless = true; }), Code::too_large, "on the wire"},
      {"EndlessInChunks", with(body_of(10'000), [](Reply& r) { r.endless = r.chunked = true; }), Code::too_large,
       "on the wire"},
      {"GzipBomb",
       with(Reply{},
            [](Reply& r) {
              r.body = gzip(std::string(64 * kMega, ' '));
              r.headers = {{"Content-Encoding", "gzip"}};
            }),
       Code::too_large, "after decompression"},
      {"GzipBombWithinItsLimit",
       with(Reply{},
            [](Reply& r) {
              r.body = gzip(std::string(64 * kMega, ' '));
              r.headers = {{"Content-Encoding", "gzip"}, {"X-Decoded", "64 MB"}};
            }),
       Code::too_large, "100 times"},
      {"GzipBombInChunks",
       with(Reply{},
            [](Reply& r) {
              r.body = gzip(std::string(64 * kMega, ' '));
              r.headers = {{"Content-Encoding", "gzip"}, {"X-Decoded", "64 MB"}};
              r.chunked = true;
              r.piece = 1000;
            }),
       Code::too_large, "100 times"},
      {"GzipInGzip",
       with(Reply{},
            [](Reply& r) {
              r.body = gzip(gzip("small"));
              r.headers = {{"Content-Encoding", "gzip, gzip"}};
            }),
       Code::too_large, "more than once"},
      {"NulInAHeader",
       with(Reply{}, [](Reply& r) { r.raw = std::string("HTTP/1.1 200 OK\r\nX: a\0b\r\n\r\nbody", 31); }),
       Code::network, "does not answer in HTTP: Nul byte"},
      {"HeadersWithoutEnd",
       with(Reply{},
            [](Reply& r) {
              r.raw = "HTTP/1.1 200 OK\r\n";
              for (int i = 0; i < 30'000; ++i) r.raw += "a: b\r\n";
            }),
       Code::too_large, "1000 lines"},
      {"ALineWithoutEnd", with(Reply{}, [](Reply& r) { r.raw = "HTTP/1.1 200 OK\r\nX: " + std::string(kMega, 'x'); }),
       Code::too_large, "header"},
      {"EndlessEarlyAnswers",
       with(Reply{},
            [](Reply& r) {
              for (int i = 0; i < 30'000; ++i) r.raw += "HTTP/1.1 100 Continue\r\n\r\n";
            }),
       Code::too_large, "headers"},
      {"AChunkOfNoNumber",
       with(Reply{},
            [](Reply& r) { r.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nabc\r\n0\r\n\r\n"; }),
       Code::network, "in the middle"},
      {"AChunkOfTooLargeANumber",
       with(Reply{},
            [](Reply& r) {
              r.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\nabc\r\n0\r\n\r\n";
            }),
       Code::network, "in the middle"},
      {"ManyHeaders",
       with(body_of(1),
            [](Reply& r) {
              for (int i = 0; i < 40; ++i) r.headers.emplace_back("X-" + std::to_string(i), std::string(8000, 'h'));
            }),
       Code::too_large, "headers"},
      {"OneHugeHeader",
       with(body_of(1),
            [](Reply& r) {
              r.headers = {{"X-Huge", std::string(150'000, 'h')}};
            }),
       Code::too_large, "header"},
      {"CutBeforeItsLength", with(body_of(100), [](Reply& r) { r.announced = 200; }), Code::network, "100 bytes"},
      {"CutInAChunk",
       with(Reply{}, [](Reply& r) { r.raw = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc"; }),
       Code::network, "in the middle"},
      {"CutBeforeTheLastChunk", with(body_of(100), [](Reply& r) { r.chunked = r.torn = true; }), Code::network,
       "in the middle"},
      {"CutInTheHeaders", with(Reply{}, [](Reply& r) { r.raw = "HTTP/1.1 200 OK\r\nContent-Ty"; }), Code::network, ""},
      {"NothingAtAll", with(Reply{}, [](Reply& r) { r.raw = "\r"; }), Code::network, ""},
      {"NoHttp", with(Reply{}, [](Reply& r) { r.raw = "220 mail ready\r\n"; }), Code::network, "HTTP"},
      {"NoGzip",
       with(body_of(100),
            [](Reply& r) {
              r.headers = {{"Content-Encoding", "gzip"}};
            }),
       Code::network, "compressed"},
      {"TooLate", with(body_of(1), [](Reply& r) { r.delay = Millis(30'000); }), Code::timeout, "within"},
      {"TooSlow", with(body_of(1000), [](Reply& r) { r.piece = 1, r.pause = Millis(100); }), Code::timeout,
       "bytes had"},
  };
}

class Limits : public ::testing::TestWithParam<Row> {};

TEST_P(Limits, EndTheTransferWithAClearError) {
  const auto server = serve(GetParam().reply);
  Request request = local(server->origin() + "/page");
  request.max_encoded = kMega;
  const bool much = GetParam().reply.headers.size() > 1 && GetParam().reply.headers[1].first == "X-Decoded";
  request.max_decoded = (much ? 64 : 2) * kMega;
  request.max_time = GetParam().code == Code::timeout ? Millis(300) : Millis(8000);
  const auto got = fetch(request);
  ASSERT_FALSE(got) << got->status << " with " << got->body.size() << " bytes";
  EXPECT_EQ(got.error().code, GetParam().code) << got.error().text;
  EXPECT_THAT(got.error().text, HasSubstr(GetParam().says));
  EXPECT_THAT(got.error().text, HasSubstr("127.0.0.1:" + std::to_string(server->port())));
}

INSTANTIATE_TEST_SUITE_P(Answers, Limits, ::testing::ValuesIn(faulty_answers()),
                         [](const auto& row) { return row.param.name; });

TEST(LimitsJustReached, AreNoError) {
  for (const bool chunked : {false, true}) {
    Reply reply = body_of(kMega);
    reply.chunked = chunked;
    reply.piece = 10'000;
    const auto server = serve(reply);
    Request request = local(server->origin() + "/");
    request.max_encoded = request.max_decoded = kMega;
    const auto got = fetch(request);
    ASSERT_TRUE(got) << got.error().text;
    EXPECT_EQ(got->body.size(), kMega);
  }
}

TEST(LimitsThatMayCut, GiveWhatHasCome) {
  const auto small = with(body_of(100), [](Reply& r) { r.chunked = true; });
  for (const Reply& reply :
       {body_of(3 * kMega), with(body_of(10'000), [](Reply& r) { r.endless = true; }), with(Reply{}, [](Reply& r) {
          r.body = gzip(std::string(64 * kMega, 'x')), r.headers = {{"Content-Encoding", "gzip"}};
        })}) {
    const auto server = serve([&](const newsstand::Query& query) { return query.target == "/small" ? small : reply; });
    const auto fetcher = make_curl_fetcher({.connections = 1, .ca_file = {}});
    Request request = local(server->origin() + "/");
    request.max_encoded = request.max_decoded = kMega;
    request.may_cut = true;
    const auto got = fetch(*fetcher, request);
    ASSERT_TRUE(got) << got.error().text;
    EXPECT_TRUE(got->cut);
    EXPECT_EQ(got->status, 200);
    EXPECT_LE(got->body.size(), kMega);
    EXPECT_GE(got->body.size(), kMega - (64 << 10));  // to a buffer or two
    EXPECT_EQ(got->body.find_first_not_of('x'), std::string::npos);
    request.url = server->origin() + "/small";
    const auto next = fetch(*fetcher, request);
    ASSERT_TRUE(next);
    EXPECT_FALSE(next->cut);
  }
}

// Each within its own limit, and too much together: some fail for now, the small ones never.
TEST(LimitsOfAllTogether, BoundWhatIsHeld) {
  const auto server = serve([](const newsstand::Query& query) {
    Reply reply = body_of(query.target == "/small" ? 1000 : 4 * kMega);
    reply.chunked = true;
    reply.piece = 100'000;
    reply.pause = Millis(2);
    return reply;
  });
  const auto fetcher = make_curl_fetcher({.connections = 16, .ca_file = {}, .most_held = 10 * kMega});
  for (int round = 0; round < 2; ++round) {
    for (std::uint64_t i = 0; i < 8; ++i) fetcher->start(i, local(server->origin() + "/large"));
    fetcher->start(8, local(server->origin() + "/small"));
    int good = 0, bad = 0;
    for (int turn = 0; turn < 200 && fetcher->in_flight() > 0; ++turn) {
      for (const Fetched& f : fetcher->wait(Millis(500))) {
        f.result ? ++good : ++bad;
        if (f.result) continue;
        EXPECT_NE(f.ticket, 8u);
        EXPECT_EQ(f.result.error().code, Code::network);
        EXPECT_THAT(f.result.error().text, HasSubstr("under way at once"));
      }
    }
    EXPECT_EQ(good + bad, 9);
    EXPECT_GE(good, 2);  // the second round shows that nothing is counted for ever
    EXPECT_GE(bad, 1);
  }
}

// What real pages unpack to: some ten times their size; and small ones as they like.
TEST(LimitsOfTheRatio, AreFarFromRealPages) {
  std::string text;
  for (int i = 0; i < 60'000; ++i)
    text += "<url><loc>https://news.example/story-" + std::to_string(i * 7919) + "</loc></url>\n";
  for (const std::string& body : {text, std::string(3 * kMega, ' ')}) {
    Reply reply;
    reply.body = gzip(body);
    reply.headers = {{"Content-Encoding", "gzip"}};
    reply.chunked = true;
    const auto server = serve(reply);
    const auto got = fetch(local(server->origin() + "/"));
    ASSERT_TRUE(got) << got.error().text;
    EXPECT_EQ(got->body.size(), body.size());
  }
}

TEST(LimitsOfTheWire, CountCompressedBytes) {
  Reply reply;
  reply.body = gzip(std::string(kMega, 'a'));
  reply.headers = {{"Content-Encoding", "gzip"}};
  ASSERT_LT(reply.body.size(), 10'000u);
  const auto server = serve(reply);
  Request request = local(server->origin() + "/");
  request.max_encoded = 10'000;
  request.max_decoded = kMega;
  const auto got = fetch(request);
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->body.size(), kMega);
}

// The time of a request that waits for its turn does not run yet.
TEST(LimitsOfTime, BeginWithTheTransfer) {
  Reply reply = body_of(1);
  reply.delay = Millis(200);
  const auto server = serve(reply);
  const auto fetcher = make_curl_fetcher({.connections = 1, .ca_file = {}});
  for (std::uint64_t i = 0; i < 5; ++i) {
    Request request = local(server->origin() + "/");
    request.max_time = Millis(700);
    fetcher->start(i, request);
  }
  for (int turn = 0; turn < 50 && fetcher->in_flight() > 0; ++turn) {
    for (const Fetched& f : fetcher->wait(Millis(500))) EXPECT_TRUE(f.result) << f.result.error().text;
  }
}

}  // namespace
}  // namespace winnow::fetch::testing
