#include "sites/site_server.h"

#include <gtest/gtest.h>

namespace winnow::sites {
namespace {

newsstand::Reply get(const SiteServer& server, const std::string& host, const std::string& target) {
  return answer_of(server.site(), {"GET", target, "HTTP/1.1", {{"host", host}}});
}

TEST(SiteServer, ServesBothHostsAndSpeaksAsAProxy) {
  const SiteServer server(SiteOptions{.kind = "mixed_hosts", .seed = 1, .stories = 20});
  const std::string port = std::to_string(server.http().port());
  EXPECT_EQ(server.site().home(), server.http().origin() + "/");
  const SitePage& article = *server.site().articles()[0];
  const std::string path = article.url.substr(server.http().origin().size());
  EXPECT_EQ(get(server, "127.0.0.1:" + port, path).body, article.bytes);
  EXPECT_EQ(get(server, "other:1", article.url).body, article.bytes);
  const newsstand::Reply mobile = get(server, "localhost:" + port, path);
  EXPECT_EQ(mobile.status, 200);
  EXPECT_NE(mobile.body, article.bytes);
  EXPECT_NE(mobile.body.find(article.url), std::string::npos);  // its canonical address
}

TEST(SiteServer, AnswersUnknownPathsWith404) {
  const SiteServer server(SiteOptions{.kind = "no_metadata", .seed = 1, .stories = 20});
  EXPECT_EQ(get(server, "127.0.0.1:" + std::to_string(server.http().port()), "/nowhere").status, 404);
}

TEST(SiteServer, ChangesFromOneRequestToTheNext) {
  SiteServer server(SiteOptions{.kind = "div_soup", .seed = 1, .stories = 20});
  const std::string before = server.site().articles()[3]->bytes;
  server.change(ChangeKind::renamed_classes);
  EXPECT_NE(server.site().articles()[3]->bytes, before);
  server.change(std::nullopt, 25);
  EXPECT_EQ(server.site().articles()[3]->bytes, before);
  EXPECT_EQ(server.site().articles().size(), 25U);
}

}  // namespace
}  // namespace winnow::sites
