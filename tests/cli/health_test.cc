// A site changes its template while a daemon, or a person, crawls it: the warning comes within three pages.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <string>
#include <thread>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/notify_socket.h"
#include "sites/site_server.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::size_t kStories = 40;

std::string site_file(const sites::SiteServer& server, const std::string& more = {}) {
  return "site: gazette\nhome: " + server.site().home() + "\ndiscover: {sitemaps: [" + server.site().sitemaps().at(0) +
         "], auto: false}\nmanners: {delay: 0s, allow_addresses: [127.0.0.0/8]}\n" + more;
}

// What is found in the second in which the first page was read counts as found before.
void wait_for_another_second() { std::this_thread::sleep_for(std::chrono::milliseconds(1100)); }

sites::SiteOptions kind() { return {.kind = "sitemaps_only", .seed = 3, .stories = kStories}; }

TEST(HealthCommand, ACrawlWarnsWithinThreePagesAndStatusSaysSo) {
  sites::SiteServer server(kind());
  const Desk desk;
  desk.write("sites/gazette.yaml", site_file(server));
  const Ended first = desk.winnow({"crawl", "gazette"});
  EXPECT_THAT(first.err, Not(HasSubstr("warning")));
  EXPECT_THAT(desk.winnow({"status"}).out, Not(HasSubstr("warning")));

  wait_for_another_second();
  server.change(sites::ChangeKind::renamed_classes, kStories + 3);
  const Ended second = desk.winnow({"crawl", "gazette"});
  EXPECT_THAT(second.out, HasSubstr("3 stored")) << "nothing is lost";
  EXPECT_THAT(second.err, HasSubstr("gazette: warning: the body stands in an element not seen before on 100 % of the "
                                    "last 3 pages"));
  const std::string status = desk.winnow({"status"}).out;
  EXPECT_THAT(status, HasSubstr("  warning since "));
  EXPECT_THAT(status, HasSubstr("    first page: " + server.http().origin()));
  const auto json = Json::parse(desk.winnow({"status", "--json"}).out);
  ASSERT_TRUE(json);
  const Json& site = (*json)["sites"].array().at(0);
  ASSERT_FALSE(site["warnings"].array().empty());
  EXPECT_EQ(site["warnings"].array()[0]["kind"].string(), "layout");
  EXPECT_EQ(site["fields"]["title"].number(), 1);

  server.change(std::nullopt, kStories + 15);
  EXPECT_THAT(desk.winnow({"crawl", "gazette"}).err, HasSubstr("gazette: warning is over: the body stands"));
  EXPECT_THAT(desk.winnow({"status"}).out, Not(HasSubstr("warning since")));
}

TEST(HealthCommand, ADaemonHasItInLogStatusAndMetrics) {
  sites::SiteServer server(kind());
  const Desk desk;
  desk.write("sites/gazette.yaml", site_file(server, "schedule: {every: 1s}\n"));
  const NotifySocket notes(desk.path("notify"));
  const auto daemon = desk.start({"daemon"}, notes.setting());
  ASSERT_TRUE(comes_true([&] { return desk.articles().size() >= kStories; })) << daemon->err();
  const auto metrics = [&] { return desk.winnow({"status", "--metrics"}).out; };
  EXPECT_THAT(metrics(), HasSubstr("winnow_site_warnings{site=\"gazette\",kind=\"layout\"} 0\n"));
  EXPECT_THAT(metrics(), HasSubstr("winnow_site_field_share{site=\"gazette\",field=\"title\"} 1"));

  wait_for_another_second();
  server.change(sites::ChangeKind::renamed_classes, kStories + 3);
  EXPECT_TRUE(daemon->says("gazette: warning: the body stands in an element not seen before")) << daemon->err();
  EXPECT_THAT(metrics(), Not(HasSubstr("winnow_site_warnings{site=\"gazette\",kind=\"layout\"} 0\n")));
  EXPECT_THAT(desk.winnow({"status"}).out, HasSubstr("  warning since "));
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
}

}  // namespace
}  // namespace winnow::cli
