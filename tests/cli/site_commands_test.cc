// `winnow site check`, `winnow site test` and `winnow check-config`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/desk.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

constexpr const char* kGood = "site: good\ndiscover: {feeds: [http://a.example/feed]}\n";

TEST(SiteCheck, AGoodFileHasNoFault) {
  const Desk desk;
  desk.write("sites/good.yaml", kGood);
  for (const std::vector<std::string>& row : std::vector<std::vector<std::string>>{
           {"site", "check"}, {"site", "check", "sites/good.yaml"}, {"check-config"}}) {
    const Ended end = desk.winnow(row);
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.out, "1 site file, no fault\n");
    EXPECT_EQ(end.err, "");
  }
}

TEST(SiteCheck, TheSitesThatComeWithWinnowAreGood) {
  const Ended end = winnow({"--config", std::string(WINNOW_SOURCE_DIR) + "/config/winnow.yaml", "check-config"});
  EXPECT_EQ(end.status, 0) << end.err;
}

TEST(SiteCheck, EachFaultIsNamedWithItsPlace) {
  const struct {
    const char* line;  // the third
    const char* place;
    const char* says;
  } rows[] = {
      {"shedule: {every: 5m}", "bad.yaml:3:1: ", "did you mean 'schedule'?"},
      {"schedule: {evry: 5m}", "bad.yaml:3:12: ", "did you mean 'every'?"},
      {"schedule: {every: often}", "bad.yaml:3:19: ", "often"},
      {"schedule: {cron: '61 * * * *'}", "bad.yaml:3:18: ", "61"},
      {"rules: [{body: {css: 'div[['}}]", "bad.yaml:3:27: ", "div[["},
      {"rules: [{when: {exists: '>>'}}]", "bad.yaml:3:26: ", ">>"},
      {"urls: {accept: ['(']}", "bad.yaml:3:17: ", "regular expression"},
      {"zone: Mars/Olympus", "bad.yaml:3:7: ", "Mars/Olympus"},
      {"encoding: utf-99", "bad.yaml:3:11: ", "utf-99"},
      {"limits: {page: 8 miles}", "bad.yaml:3:16: ", "8 miles"},
      {"manners: {allow_addresses: [127.0.0.0/99]}", "bad.yaml:3:", "127.0.0.0/99"},
      {"discover: {lists: [x]}", "bad.yaml:3:", "discover"},
      {"enabled: perhaps", "bad.yaml:3:10: ", "perhaps"},
      {"  a: [", "bad.yaml:", "YAML"},
  };
  for (const auto& row : rows) {
    const Desk desk;
    desk.write("sites/bad.yaml", std::string(kGood) + row.line + "\n");
    const Ended end = desk.winnow({"site", "check", "sites/bad.yaml"});
    EXPECT_EQ(end.status, 3) << row.line;
    EXPECT_THAT(end.err, StartsWith(std::string("winnow: sites/") + row.place)) << row.line;
    EXPECT_THAT(end.err, HasSubstr(row.says)) << row.line;
    EXPECT_EQ(end.out, "") << row.line;
    EXPECT_EQ(desk.winnow({"check-config"}).status, 3) << row.line;
    const Ended named = desk.winnow({"crawl", "good"});
    EXPECT_EQ(named.status, 3) << row.line;
    EXPECT_THAT(named.err, HasSubstr(row.says)) << row.line;
    EXPECT_EQ(desk.winnow({"daemon"}).status, 3) << row.line;
    EXPECT_FALSE(fs::exists(desk.path("store"))) << row.line;
  }
}

TEST(SiteCheck, AFileThatCannotBeReadIsNamed) {
  const Desk desk;
  fs::create_directories(desk.path("folder.yaml"));
  desk.write("bytes.yaml", std::string("\xff\xfe\x00\x01site", 8));
  for (const char* file : {"nothing.yaml", "folder.yaml", "bytes.yaml"}) {
    const Ended end = desk.winnow({"site", "check", file});
    EXPECT_EQ(end.status, 3) << file;
    EXPECT_THAT(end.err, StartsWith(std::string("winnow: ") + file)) << file;
  }
}

TEST(SiteCheck, AFileThatAnotherUserMayNotReadIsNamed) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
  constexpr uid_t kNobody = 65534;
  const Desk desk;
  fs::permissions(desk.path(), fs::perms(0755));
  desk.write("sites/secret.yaml", kGood);
  fs::permissions(desk.path("sites/secret.yaml"), fs::perms(0600));
  const Ended able = desk.winnow({"--version"}, {.user = kNobody});
  if (able.status != 0) GTEST_SKIP() << "nobody can't run " << winnow_path();
  const Ended end = desk.winnow({"site", "check", "sites/secret.yaml"}, {.user = kNobody});
  EXPECT_EQ(end.status, 3);
  EXPECT_THAT(end.err, HasSubstr("sites/secret.yaml: the file can't be read"));
}

TEST(CheckConfig, WinnowYamlsFaultsAreNamed) {
  const struct {
    const char* text;
    const char* says;
  } rows[] = {{"stor: x\n", "winnow.yaml:1:1: unknown key 'stor'; did you mean 'store'?"},
              {"store: s\nworkers: many\n", "winnow.yaml:2:10: "},
              {"defaults: {manners: {dely: 2s}}\n", "did you mean 'delay'?"},
              {"log: {level: loud}\n", "winnow.yaml:1:14: "}};
  for (const auto& row : rows) {
    const Desk desk;
    desk.write("winnow.yaml", row.text);
    const Ended end = desk.winnow({"check-config"});
    EXPECT_EQ(end.status, 3) << row.text;
    EXPECT_THAT(end.err, HasSubstr(row.says)) << row.text;
  }
}

TEST(CheckConfig, TwoSitesOfOneNameAreAFault) {
  const Desk desk;
  desk.write("sites/a.yaml", kGood);
  desk.write("sites/b.yaml", kGood);
  const Ended end = desk.winnow({"check-config"});
  EXPECT_EQ(end.status, 3);
  EXPECT_THAT(end.err, HasSubstr("sites/b.yaml"));
  EXPECT_THAT(end.err, HasSubstr("good"));
}

TEST(SiteTest, SavedPagesAgainstTheirExpectations) {
  const Desk desk;
  desk.write("sites/pages/1.html", Paper::story(1));
  const std::string begin =
      std::string(kGood) + "tests:\n  - page: pages/1.html\n    url: http://a.example/1.html\n    expect: ";
  desk.write("sites/good.yaml", begin + "{published: '2025-03-11T08:00:00+01:00', lacks: [Subscribe]}\n");
  const Ended good = desk.winnow({"site", "test", "good"});
  EXPECT_EQ(good.status, 0) << good.out << good.err;
  EXPECT_THAT(good.out, StartsWith("ok    good  "));
  EXPECT_THAT(good.out, HasSubstr("\n1 saved page, 0 failed\n"));

  desk.write("sites/good.yaml", begin + "{published: '2024-01-01', has: [words that are not there]}\n");
  const Ended bad = desk.winnow({"site", "test"});
  EXPECT_EQ(bad.status, 1);
  EXPECT_THAT(bad.out, StartsWith("FAIL  good  "));
  EXPECT_THAT(bad.out, HasSubstr("published:\n        expected: 2024-01-01\n"
                                 "        found:    2025-03-11T08:00:00+01:00\n"));
  EXPECT_THAT(bad.out, HasSubstr("has: this is not in the text, nor anything like it\n"
                                 "        expected: words that are not there\n"));
  EXPECT_THAT(bad.out, Not(HasSubstr("\x1b"))) << "colours are for terminals";
}

TEST(SiteTest, EverySiteThatComesWithWinnowHasTwoPagesAndReadsThem) {
  const std::string root = WINNOW_SOURCE_DIR;
  const Ended end = winnow({"--config", root + "/config/winnow.yaml", "site", "test"});
  EXPECT_EQ(end.status, 0) << end.out << end.err;
  std::size_t sites = 0;
  for (const auto& file : fs::directory_iterator(root + "/sites")) {
    if (file.path().extension() != ".yaml") continue;
    ++sites;
    const std::string begin = "\nok    " + file.path().stem().string() + "  ";
    const std::string out = "\n" + end.out;
    const std::size_t first = out.find(begin);
    EXPECT_NE(first, std::string::npos) << file.path();
    EXPECT_NE(out.find(begin, first + 1), std::string::npos) << file.path();
  }
  EXPECT_GE(sites, 18U);
}

TEST(SiteTest, UpdateWritesWhatIsFoundAndNothingElse) {
  const Desk desk;
  for (const int story : {1, 2, 3}) desk.write("sites/pages/" + std::to_string(story) + ".html", Paper::story(story));
  const std::string head = std::string("# A comment of mine.\n") + kGood + "tests:   # three\n";
  const auto test = [](int story, const std::string& expect) {
    const std::string number = std::to_string(story);
    return "  - page: pages/" + number + ".html   # story " + number + "\n    url: http://a.example/" + number +
           ".html\n" + expect;
  };
  const std::string holds = test(2, "    expect: {published: '2025-03-12T08:00:00+01:00'}\n");
  desk.write("sites/good.yaml", head +
                                    test(1,
                                         "    expect:\n      published: '2024-01-01'  # why not\n"
                                         "      has: [nothing of it, Story]\n") +
                                    holds + test(3, ""));
  fs::permissions(desk.path("sites/good.yaml"), fs::perms(0640));
  const Ended before = desk.winnow({"site", "test"});
  EXPECT_EQ(before.status, 1) << before.out;
  EXPECT_THAT(before.out, HasSubstr("new   good  sites/pages/3.html: nothing is expected of it yet"));
  const Ended end = desk.winnow({"site", "test", "--update", "--jobs", "2"});
  EXPECT_EQ(end.status, 0) << end.out << end.err;
  EXPECT_THAT(end.out, HasSubstr("updated sites/good.yaml: what 2 tests expected\n3 saved pages, 1 failed\n"));
  const std::string text = read(desk.path("sites/good.yaml"));
  EXPECT_THAT(text, StartsWith(head +
                               test(1,
                                    "    expect:\n      published: '2025-03-11T08:00:00+01:00'  # why not\n"
                                    "      has: []\n") +
                               holds + test(3, "    expect:\n      title: ")));
  EXPECT_EQ(fs::status(desk.path("sites/good.yaml")).permissions(), fs::perms(0640));
  const Ended after = desk.winnow({"site", "test"});
  EXPECT_EQ(after.status, 0) << after.out << after.err;
  EXPECT_THAT(after.out, HasSubstr("3 saved pages, 0 failed\n"));
  EXPECT_THAT(after.out, Not(HasSubstr("new ")));
}

TEST(SiteTest, UpdateDoesNotHideAPageThatIsNoArticle) {
  const Desk desk;
  desk.write("sites/pages/1.html", "%PDF-1.4");
  const std::string file = std::string(kGood) + "tests: [{page: pages/1.html, expect: {title: A}}]\n";
  desk.write("sites/good.yaml", file);
  const Ended end = desk.winnow({"site", "test", "--update"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.out, HasSubstr("no article: a PDF"));
  EXPECT_EQ(read(desk.path("sites/good.yaml")), file);
}

TEST(SiteTest, ASiteOrPageThatIsNotThereIsNamed) {
  const Desk desk;
  desk.write("sites/good.yaml", std::string(kGood) + "tests: [{page: gone.html, expect: {title: A}}]\n");
  const Ended page = desk.winnow({"site", "test"});
  EXPECT_NE(page.status, 0);
  EXPECT_THAT(page.out + page.err, HasSubstr("gone.html"));
  const Ended site = desk.winnow({"site", "test", "other"});
  EXPECT_EQ(site.status, 3);
  EXPECT_THAT(site.err, HasSubstr("other: there is no site of this name; the configured sites are: good"));
}

}  // namespace
}  // namespace winnow::cli
