// The command line itself: version, help, wrong usage, output that can't be written.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/desk.h"
#include "winnow/winnow.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;

TEST(CommandLine, VersionGoesToStandardOutput) {
  const Ended end = winnow({"--version"});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.out, "winnow " + std::string(kVersion) + "\n");
  EXPECT_EQ(end.err, "");
}

TEST(CommandLine, HelpNamesEveryCommand) {
  const Ended end = winnow({"--help"});
  EXPECT_EQ(end.status, 0);
  EXPECT_EQ(end.err, "");
  for (const char* command : {"daemon", "crawl", "clean", "repair", "decode", "site", "feed", "robots", "url", "list",
                              "show", "search", "export", "status", "check-config"}) {
    EXPECT_THAT(end.out, HasSubstr(std::string("\n  ") + command + " "));
    const Ended help = winnow({command, "--help"});
    EXPECT_EQ(help.status, 0) << command;
    EXPECT_THAT(help.out, HasSubstr("Usage: ")) << command;
  }
}

TEST(CommandLine, WrongUsageIsStatusTwoAndSaysWhatIsWrong) {
  const struct {
    std::vector<std::string> arguments;
    const char* says;
  } rows[] = {
      {{}, "command"},
      {{"bogus"}, "bogus"},
      {{"--bogus", "list"}, "--bogus"},
      {{"clean", "--bogus"}, "--bogus"},
      {{"clean", "--format", "xml"}, "xml"},
      {{"clean", "--input", "pdf"}, "pdf"},
      {{"clean", "--url", "news.html"}, "news.html"},
      {{"clean", "--manifest", "m.tsv"}, "--out"},
      {{"clean", "--out", "d"}, "--manifest"},
      {{"clean", "--jobs", "0"}, "--jobs"},
      {{"clean", "--manifest", "m.tsv", "--out", "d", "page.html"}, "not both"},
      {{"clean", "--url", "http://a.example/", "a.html", "b.html"}, "--url"},
      {{"crawl"}, "SITE"},
      {{"site"}, "command"},
      {{"feed"}, "SOURCE"},
      {{"robots", "robots.txt"}, "URL"},
      {{"url"}, "URL"},
      {{"show"}, "ID"},
      {{"show", "x", "--format", "xml"}, "xml"},
      {{"list", "--limit", "0"}, "--limit"},
      {{"list", "--limit", "many"}, "many"},
      {{"search"}, "WORD"},
      {{"export", "--format", "xml"}, "xml"},
      {{"--log-level", "loud", "list"}, "loud"},
      {{"worker"}, "winnow starts it by itself"},
  };
  for (const auto& row : rows) {
    const Ended end = winnow(row.arguments);
    EXPECT_EQ(end.status, 2) << row.says;
    EXPECT_THAT(end.err, HasSubstr(row.says));
    EXPECT_THAT(end.err, HasSubstr("winnow: "));
    EXPECT_EQ(end.out, "");
  }
}

TEST(CommandLine, GlobalOptionsMayStandBehindTheCommand) {
  const Desk desk;
  desk.write("sites/a.yaml", "site: a\ndiscover: {feeds: [http://a.example/]}\n");
  const Ended end = winnow({"check-config", "--config", desk.path("winnow.yaml")});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out, "1 site file, no fault\n");
}

TEST(CommandLine, AFullOutputIsSaidOnce) {
  const std::string page = std::string(WINNOW_SOURCE_DIR) + "/tests/golden/table-layout/page.html";
  const Desk desk;
  desk.write("robots.txt", "User-agent: *\nDisallow: /p\n");
  desk.write("feed.xml", "<rss version='2.0'><channel><title>A</title></channel></rss>");
  desk.write("sites/a.yaml", "site: a\ndiscover: {feeds: [http://a.example/]}\n");
  const std::vector<std::string> rows[] = {{"clean", page},
                                           {"decode", page},
                                           {"repair", page},
                                           {"url", "http://a.example/"},
                                           {"robots", "robots.txt", "--agent", "a", "http://a.example/"},
                                           {"feed", "feed.xml"},
                                           {"check-config"},
                                           {"--version"}};
  for (const auto& row : rows) {
    const Ended end = desk.winnow(row, {.output = "/dev/full"});
    EXPECT_EQ(end.status, 1) << row[0];
    EXPECT_THAT(end.err, HasSubstr("standard output: No space left on device")) << row[0];
    EXPECT_EQ(std::count(end.err.begin(), end.err.end(), '\n'), 1) << row[0] << ": " << end.err;
  }
}

TEST(CommandLine, AConfigurationThatIsNotThereIsNamed) {
  const Folder folder;
  const std::string config = folder.path() / "nothing.yaml";
  for (const char* command : {"check-config", "list", "status", "daemon"}) {
    const Ended end = winnow({"--config", config, command});
    EXPECT_EQ(end.status, 3) << command;
    EXPECT_THAT(end.err, HasSubstr(config)) << command;
  }
  EXPECT_TRUE(fs::is_empty(folder.path()));
}

}  // namespace
}  // namespace winnow::cli
