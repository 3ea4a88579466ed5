// `winnow site add`: from a site's address, or saved pages, to a site file that works.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <algorithm>
#include <set>

#include "cli/desk.h"
#include "cli/notify_socket.h"
#include "newsstand/expected.h"
#include "newsstand/server.h"
#include "sites/onboarding.h"
#include "sites/saved_pages.h"
#include "sites/site_server.h"

namespace winnow::cli {
namespace {

using sites::SiteOptions;
using sites::SiteServer;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kQuick = "sites: [sites/*.yaml]\nstore: store\ndefaults: {manners: {delay: 0s}}\n";
constexpr const char* kKind = "tables_of_2004";

std::vector<std::string> add(const std::string& home, const std::vector<std::string>& more = {"--yes"}) {
  std::vector<std::string> out = {"site", "add", home, "--name", "paper", "--allow-address", "127.0.0.0/8"};
  out.insert(out.end(), more.begin(), more.end());
  return out;
}

class SiteAdd : public ::testing::Test {
 protected:
  SiteAdd() { desk_.write("winnow.yaml", kQuick); }
  [[nodiscard]] bool wrote_nothing() const { return !fs::exists(desk_.path("sites")); }
  Desk desk_;
};

// The path of a new user: an address, a look, a file, its tests, the daemon, articles.
TEST_F(SiteAdd, FromAnAddressToStoredArticles) {
  auto stand = newsstand::Newsstand::start();
  ASSERT_TRUE(stand);
  const Ended added = desk_.winnow(add((*stand)->origin(), {"--yes", "--report", "report.html"}));
  ASSERT_EQ(added.status, 0) << added.err;
  EXPECT_EQ(added.out, "sites/paper.yaml\n");
  EXPECT_THAT(added.err, HasSubstr("\nArticles that would be stored ("));
  EXPECT_THAT(added.err, HasSubstr("Next: winnow site test paper; winnow crawl paper\n"));
  EXPECT_EQ((*stand)->count("/private/internal.html"), 0U) << "robots.txt forbids it";
  EXPECT_THAT(read(desk_.path("report.html")), StartsWith("<!doctype html>"));

  EXPECT_EQ(desk_.winnow({"check-config"}).status, 0);
  const Ended tested = desk_.winnow({"site", "test", "paper"});
  EXPECT_EQ(tested.status, 0) << tested.out << tested.err;
  EXPECT_THAT(tested.out, HasSubstr("\n3 saved pages, 0 failed\n"));

  NotifySocket notes(desk_.path("notify"));
  const auto daemon = desk_.start({"daemon"}, notes.setting());
  const auto expected = newsstand::expected();
  EXPECT_TRUE(comes_true([&] { return desk_.articles().size() >= expected.size(); })) << daemon->err();
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
  std::set<std::string> titles, wanted;
  for (const Article& article : desk_.articles()) titles.insert(article.title);
  for (const auto& one : expected) wanted.insert(one.title);
  EXPECT_EQ(titles, wanted);
}

TEST_F(SiteAdd, AGeneratedSiteIsOnboardedWithoutAHand) {
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const Ended added = desk_.winnow(add(server.site().home()));
  ASSERT_EQ(added.status, 0) << added.err;
  EXPECT_LE(server.http().log().size(), 82U) << "80, robots.txt aside";
  const Ended crawled = desk_.winnow({"crawl", "paper"});
  EXPECT_EQ(crawled.status, 0) << crawled.err;
  const sites::Onboarding judged = sites::judge_onboarding(server.site(), desk_.articles());
  EXPECT_TRUE(judged.passes()) << ::testing::PrintToString(judged.remarks);
}

TEST_F(SiteAdd, TheFileSaysWhyItSaysWhatItSays) {
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  ASSERT_EQ(desk_.winnow(add(server.site().home())).status, 0);
  const std::string yaml = read(desk_.path("sites/paper.yaml"));
  EXPECT_THAT(yaml, StartsWith("# Made by `winnow site add` from "));
  EXPECT_THAT(yaml, HasSubstr("\nsite: paper\nhome: '" + server.site().home() + "'\n"));
  EXPECT_THAT(yaml, HasSubstr("\n  allow_addresses:\n    - '127.0.0.0/8'\n"));
  EXPECT_THAT(yaml, HasSubstr("\ntests:\n  - page: pages/paper-1.html.zst\n"));
  EXPECT_THAT(yaml, Not(HasSubstr("delay"))) << "the defaults say it";
  EXPECT_TRUE(fs::exists(desk_.path("sites/pages/paper-3.html.zst")));
}

TEST_F(SiteAdd, ADryRunPrintsTheFileAndWritesNothing) {
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const Ended end = desk_.winnow(add(server.site().home(), {"--dry-run"}));
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("# Made by"));
  EXPECT_TRUE(wrote_nothing());
  desk_.write("elsewhere/paper.yaml", end.out);
  EXPECT_EQ(desk_.winnow({"site", "check", "elsewhere/paper.yaml"}).status, 0);
}

// script(1) gives the program a terminal.
TEST_F(SiteAdd, OnATerminalItAsks) {
  if (!fs::exists("/usr/bin/script")) GTEST_SKIP() << "script is not installed (Debian: bsdutils)";
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const auto answer = [&](const char* typed) {
    std::string command = winnow_path() + " --config winnow.yaml";
    for (const std::string& argument : add(server.site().home(), {})) command += " " + argument;
    return run({"/usr/bin/script", "-qec", command, "/dev/null"}, {.input = typed, .folder = desk_.path()});
  };
  const Ended no = answer("n\n");
  EXPECT_EQ(no.status, 0) << no.out;
  EXPECT_THAT(no.out, HasSubstr("Write sites/paper.yaml? [y/N] "));
  EXPECT_THAT(no.out, HasSubstr("\r\x1b[K127.0.0.1:")) << "the line of progress";
  EXPECT_TRUE(wrote_nothing());
  const Ended yes = answer("y\n");
  EXPECT_EQ(yes.status, 0) << yes.out;
  EXPECT_THAT(read(desk_.path("sites/paper.yaml")), HasSubstr("\nsite: paper\n"));
}

TEST_F(SiteAdd, SavedPagesAreEnough) {
  const sites::GeneratedSite site(SiteOptions{.kind = kKind, .seed = 4});
  sites::save_pages(site, desk_.path("saved"));
  const Ended folder = desk_.winnow({"site", "add", site.home(), "--from", "saved", "--name", "one", "--yes"});
  EXPECT_EQ(folder.status, 0) << folder.err;
  const Ended manifest =
      desk_.winnow({"site", "add", site.home(), "--manifest", "manifest.tsv", "--name", "two", "--yes"},
                   {.folder = desk_.path("saved")});
  EXPECT_EQ(manifest.status, 0) << manifest.err;
  // Without a manifest a page stands under the address that it gives itself.
  const sites::GeneratedSite other(SiteOptions{.kind = "wordpress_blog", .seed = 4});
  sites::save_pages(other, desk_.path("other"));
  fs::remove(desk_.path("other/manifest.tsv"));
  const Ended bare = desk_.winnow({"site", "add", other.home(), "--from", "other", "--name", "three", "--yes"});
  EXPECT_EQ(bare.status, 0) << bare.err;
  const Ended tested = desk_.winnow({"site", "test"});
  EXPECT_EQ(tested.status, 0) << tested.out << tested.err;
  EXPECT_THAT(tested.out, HasSubstr("9 saved pages, 0 failed"));
  const std::string one = read(desk_.path("sites/one.yaml")), two = read(desk_.path("sites/two.yaml"));
  EXPECT_EQ(one.substr(one.find("\nhome:"), 200), two.substr(two.find("\nhome:"), 200));
}

TEST_F(SiteAdd, WhatIsThereIsNeverWrittenOver) {
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const std::string mine = "site: paper\nhome: http://a.example/\n";
  desk_.write("sites/paper.yaml", mine);
  const Ended end = desk_.winnow(add(server.site().home()));
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("sites/paper.yaml: the site 'paper' is described there already"));
  EXPECT_THAT(end.err, HasSubstr("--name"));
  EXPECT_EQ(server.http().log().size(), 0U) << "it is told before anything is asked";
  EXPECT_EQ(read(desk_.path("sites/paper.yaml")), mine);
  desk_.write("sites/other.yaml", "site: taken\nhome: http://a.example/\n");
  const Ended name = desk_.winnow({"site", "add", server.site().home(), "--yes", "--name", "taken"});
  EXPECT_EQ(name.status, 1);
  EXPECT_THAT(name.err, HasSubstr("sites/other.yaml: the site 'taken' is described there already"));

  const Ended other = desk_.winnow(add(server.site().home(), {"--yes", "--out", "new"}));
  EXPECT_EQ(other.status, 1) << "a configured site has this name";
  desk_.write("sites/paper.yaml", "site: renamed\nhome: http://a.example/\n");
  desk_.write("sites/pages/paper-2.html.zst", "mine");
  const Ended page = desk_.winnow(add(server.site().home(), {"--yes", "--out", "sites"}));
  EXPECT_EQ(page.status, 1);
  EXPECT_EQ(read(desk_.path("sites/pages/paper-2.html.zst")), "mine");
  EXPECT_FALSE(fs::exists(desk_.path("sites/pages/paper-1.html.zst"))) << "all, or nothing";
}

TEST_F(SiteAdd, AnAddressThatIsNotAllowedIsNotDialled) {
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const Ended end = desk_.winnow({"site", "add", server.site().home(), "--yes"});
  EXPECT_EQ(end.status, 4);
  EXPECT_THAT(end.err, HasSubstr("127.0.0.1 is a loopback address"));
  EXPECT_THAT(end.err, HasSubstr("--allow-address"));
  EXPECT_EQ(server.http().log().size(), 0U);
  EXPECT_TRUE(wrote_nothing());
}

TEST_F(SiteAdd, WrongUsageIsTold) {
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } rows[] = {
      {{"site", "add"}, "URL"},
      {{"site", "add", "http://a.example/"}, "give --yes to write without asking, or --dry-run"},
      {{"site", "add", "ftp://a.example/", "--yes"}, "ftp://a.example/"},
      {{"site", "add", "http://a.example/", "--yes", "--name", "A/B"}, "--name 'A/B'"},
      {{"site", "add", "http://a.example/", "--yes", "--time", "soon"}, "--time 'soon'"},
      {{"site", "add", "http://a.example/", "--yes", "--report", "no/report.html"}, "there is no folder no"},
      {{"site", "add", "http://a.example/", "--yes", "--budget", "0"}, "--budget"},
      {{"site", "add", "http://a.example/", "--yes", "--allow-address", "127.0.0.0/99"}, "--allow-address"},
      {{"site", "add", "http://a.example/", "--yes", "--from", "a", "--manifest", "b"}, "not both"},
  };
  for (const auto& row : rows) {
    const Ended end = desk_.winnow(row.arguments);
    EXPECT_EQ(end.status, 2) << row.says << end.err;
    EXPECT_THAT(end.err, HasSubstr(row.says));
    EXPECT_EQ(end.out, "");
  }
}

TEST_F(SiteAdd, WhatGivesNoSiteFileIsTold) {
  newsstand::Reply empty, forbidden, gone;
  empty.headers = forbidden.headers = gone.headers = {{"Content-Type", "text/html"}};
  empty.body = "<p>Nothing here.</p>";
  forbidden.headers = {{"Content-Type", "text/plain"}};
  forbidden.body = "User-agent: *\nDisallow: /\n";
  gone.status = 404;
  const struct {
    newsstand::Reply page, robots;
    int status;
    const char* says;
  } rows[] = {
      {empty, gone, 1, "no article"},
      {gone, gone, 4, "HTTP 404"},
      {empty, forbidden, 4, "robots.txt forbids it (Disallow: / (line 2))"},
  };
  for (const auto& row : rows) {
    auto server = newsstand::HttpServer::start(
        [&](const newsstand::Query& query) { return query.path() == "/robots.txt" ? row.robots : row.page; });
    ASSERT_TRUE(server);
    const Ended end = desk_.winnow(add((*server)->origin()));
    EXPECT_EQ(end.status, row.status) << row.says << end.err;
    EXPECT_THAT(end.err, HasSubstr(row.says));
    EXPECT_TRUE(wrote_nothing());
  }
  const Ended nobody = desk_.winnow(add("http://127.0.0.1:1/"));
  EXPECT_EQ(nobody.status, 4);
  EXPECT_THAT(nobody.err, HasSubstr("Connection refused"));
  const Ended folder = desk_.winnow(add("http://a.example/", {"--yes", "--from", "nowhere"}));
  EXPECT_EQ(folder.status, 1);
  EXPECT_THAT(folder.err, HasSubstr("nowhere: "));
}

TEST_F(SiteAdd, ABrokenConfigurationIsStatusThree) {
  desk_.write("winnow.yaml", "sites: [sites/*.yaml]\nstoer: x\n");
  const Ended end = desk_.winnow(add("http://127.0.0.1:1/"));
  EXPECT_EQ(end.status, 3);
  EXPECT_THAT(end.err, HasSubstr("did you mean 'store'?"));
}

TEST_F(SiteAdd, InterruptedItWritesNothing) {
  auto server = newsstand::HttpServer::start([](const newsstand::Query&) {
    newsstand::Reply reply;
    reply.delay = Millis(40'000);
    return reply;
  });
  ASSERT_TRUE(server);
  const auto program = desk_.start(add((*server)->origin()));
  EXPECT_TRUE(comes_true([&] { return (*server)->count("/robots.txt") > 0; }));
  program->signal(SIGINT);
  const Ended end = program->wait();
  EXPECT_EQ(end.status, 130);
  EXPECT_THAT(end.err, HasSubstr("interrupted; nothing is written"));
  EXPECT_TRUE(wrote_nothing());
}

TEST_F(SiteAdd, TheTimeThatItMayTakeIsHeld) {
  auto server = newsstand::HttpServer::start([](const newsstand::Query&) {
    newsstand::Reply reply;
    reply.delay = Millis(40'000);
    return reply;
  });
  ASSERT_TRUE(server);
  const Ended end = desk_.winnow(add((*server)->origin(), {"--yes", "--time", "300ms"}));
  EXPECT_EQ(end.status, 4);
  EXPECT_THAT(end.err, HasSubstr("the time is up"));
}

TEST_F(SiteAdd, TheHostIsAskedPolitely) {
  desk_.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: store\ndefaults: {manners: {delay: 300ms}}\n");
  const SiteServer server(SiteOptions{.kind = kKind, .seed = 4});
  const Ended end = desk_.winnow(add(server.site().home(), {"--yes", "--budget", "9"}));
  const auto log = server.http().log();
  EXPECT_EQ(log.size(), 10U) << "nine, and robots.txt\n" << end.err;
  for (std::size_t i = 1; i < log.size(); ++i) {
    EXPECT_GE(log[i].at - log[i - 1].at, Millis(200)) << log[i].target;  // the server's thread may be late, too
    EXPECT_EQ(log[i].open, 1) << "one at a time";
  }
  EXPECT_THAT(log.front().target, "/robots.txt");
  EXPECT_THAT(log.front().user_agent, StartsWith("winnow/"));
}

}  // namespace
}  // namespace winnow::cli
