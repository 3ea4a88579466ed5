#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "fetch/support.h"

namespace winnow::fetch::testing {
namespace {

using newsstand::Query;
using newsstand::Reply;
using ::testing::HasSubstr;

Reply to(const std::string& location, int status = 302) {
  Reply reply;
  reply.status = status;
  reply.headers = {{"Location", location}};
  return reply;
}

Reply answer(const Query& query) {
  if (query.target == "/one") return to("two", 301);
  if (query.target == "/two") return to("/three?x=1", 307);
  if (query.target == "/loop") return to("/loop");
  if (query.target == "/file") return to("file:///etc/passwd");
  if (query.target == "/metadata") return to("http://169.254.169.254/");
  if (query.target == "/nowhere") return to("http://");
  if (query.target == "/bare") return to("");
  Reply reply;
  reply.body = query.target + " own=" + std::string(query.header("x-own")) +
               " etag=" + std::string(query.header("if-none-match"));
  return reply;
}

TEST(FetchOnce, FollowsRedirectsWithinTheHost) {
  const auto server = serve(answer);
  Request request = local(server->origin() + "/one");
  request.headers = {{"X-Own", "1"}};
  request.if_none_match = "\"a\"";
  const auto got = fetch_once(request);
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->url, server->origin() + "/three?x=1");
  EXPECT_EQ(got->body, "/three?x=1 own=1 etag=");
}

TEST(FetchOnce, SendsOwnHeadersToNoOtherOrigin) {
  const auto target = serve(answer);
  const auto server = serve(to(target->origin() + "/end"));
  Request request = local(server->origin() + "/");
  request.headers = {{"X-Own", "1"}};
  const auto got = fetch_once(request);
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->body, "/end own= etag=");
}

TEST(FetchOnce, EndsALoop) {
  const auto server = serve(answer);
  const auto got = fetch_once(local(server->origin() + "/loop"), 4);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, Code::network);
  EXPECT_THAT(got.error().text, HasSubstr("more than 4 redirects"));
  EXPECT_EQ(server->log().size(), 5u);
}

TEST(FetchOnce, JudgesEachHop) {
  const auto server = serve(answer);
  const auto file = fetch_once(local(server->origin() + "/file"));
  ASSERT_FALSE(file);
  EXPECT_EQ(file.error().code, Code::refused);
  const auto metadata = fetch_once(local(server->origin() + "/metadata"));
  ASSERT_FALSE(metadata);
  EXPECT_EQ(metadata.error().code, Code::refused);
  EXPECT_THAT(metadata.error().text, HasSubstr("metadata"));
  const auto nowhere = fetch_once(local(server->origin() + "/nowhere"));
  ASSERT_FALSE(nowhere);
  EXPECT_THAT(nowhere.error().text, HasSubstr("no URL"));
}

TEST(FetchOnce, TakesARedirectWithoutATargetAsItIs) {
  const auto server = serve(answer);
  const auto got = fetch_once(local(server->origin() + "/bare"));
  ASSERT_TRUE(got) << got.error().text;
  EXPECT_EQ(got->status, 302);
}

}  // namespace
}  // namespace winnow::fetch::testing
