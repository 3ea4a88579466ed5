#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fetch/support.h"

namespace winnow::fetch::testing {
namespace {

using newsstand::Reply;
using ::testing::HasSubstr;

struct Row {
  const char* url;
  Code code;
  const char* says;
};

TEST(Refused, SchemesAndAddresses) {
  const std::vector<Row> rows = {
      {"file:///etc/passwd", Code::refused, "only http and https"},
      {"ftp://example.com/", Code::refused, "only http and https"},
      {"gopher://example.com/", Code::refused, "only http and https"},
      {"example.com", Code::invalid, "no URL"},
      {"", Code::invalid, "no URL"},
      {"http://", Code::invalid, "no URL"},
      {"http://127.0.0.1:9/", Code::refused, "127.0.0.1 is a loopback address"},
      {"http://2130706433:9/", Code::refused, "127.0.0.1 is a loopback address"},
      {"http://0x7f.1:9/", Code::refused, "127.0.0.1 is a loopback address"},
      {"http://017700000001:9/", Code::refused, "127.0.0.1 is a loopback address"},
      {"http://127.1:9/", Code::refused, "127.0.0.1 is a loopback address"},
      {"http://[::1]:9/", Code::refused, "::1 is a loopback address"},
      {"http://[::ffff:127.0.0.1]:9/", Code::refused, "loopback"},
      {"http://localhost:9/", Code::refused, "loopback"},
      {"http://0.0.0.0:9/", Code::refused, "this host"},
      {"http://169.254.169.254/latest/meta-data/", Code::refused, "metadata"},
      {"http://10.0.0.1:9/", Code::refused, "private"},
      {"https://192.168.1.1:9/", Code::refused, "private"},
      {"http://[fd00::1]:9/", Code::refused, "unique local"},
  };
  for (const Row& row : rows) {
    Request request;
    request.url = row.url;
    request.max_time = Millis(5000);
    const auto got = fetch(request);
    ASSERT_FALSE(got) << row.url;
    EXPECT_EQ(got.error().code, row.code) << got.error().text;
    EXPECT_THAT(got.error().text, HasSubstr(row.says));
  }
}

// A connection that one request was allowed to open must not serve another that was not.
TEST(Refused, AConnectionThatStandsOpenToo) {
  Reply reply;
  reply.body = "secret";
  const auto server = serve(reply);
  const auto fetcher = make_curl_fetcher();
  ASSERT_TRUE(fetch(*fetcher, local(server->origin() + "/")));
  Request request = local(server->origin() + "/");
  request.allow_addresses.clear();
  const auto got = fetch(*fetcher, request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::refused);
  EXPECT_THAT(got.error().text, HasSubstr("allow_addresses"));
  EXPECT_EQ(server->log().size(), 1u);
}

TEST(Refused, TheProxysAddressIsJudged) {
  const auto proxy = serve(Reply{});
  Request request = local("http://news.invalid/");
  request.proxy = proxy->origin();
  request.allow_addresses.clear();
  const auto got = fetch(request);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::refused) << got.error().text;
  EXPECT_EQ(proxy->log().size(), 0u);
}

TEST(Refused, HeadersThatWouldSplitTheRequest) {
  const auto server = serve(Reply{});
  const std::vector<std::pair<std::string, std::string>> headers = {
      {"X-A", "1\r\nX-B: 2"}, {"X-A\r\nX-B", "1"}, {"", "1"}, {"X: Y", "1"}};
  for (const auto& header : headers) {
    Request request = local(server->origin() + "/");
    request.headers = {header};
    const auto got = fetch(request);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, Code::invalid);
  }
  Request request = local(server->origin() + "/");
  request.user_agent = "a\r\nX-B: 2";
  EXPECT_FALSE(fetch(request));
  EXPECT_EQ(server->log().size(), 0u);
}

TEST(Unreachable, IsNamedWithItsCause) {
  int port = 0;
  {
    const auto server = serve(Reply{});
    port = server->port();
  }
  const auto closed = fetch(local("http://127.0.0.1:" + std::to_string(port) + "/"));
  ASSERT_FALSE(closed);
  EXPECT_EQ(closed.error().code, Code::network);
  EXPECT_THAT(closed.error().text, HasSubstr("can't connect to 127.0.0.1:" + std::to_string(port)));
  EXPECT_THAT(closed.error().text, HasSubstr("Connection refused"));

  const auto unknown = fetch(local("http://no-such-host.invalid/"));
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().code, Code::network);
  EXPECT_THAT(unknown.error().text, HasSubstr("no-such-host.invalid can't be resolved"));
}

TEST(Unreachable, HttpsOnAPlainPortIsATlsError) {
  const auto server = serve(Reply{});
  const auto got = fetch(local("https://127.0.0.1:" + std::to_string(server->port()) + "/"));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::network);
  EXPECT_THAT(got.error().text, HasSubstr("TLS"));
}

}  // namespace
}  // namespace winnow::fetch::testing
