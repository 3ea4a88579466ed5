#include "schedule/robots.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>

namespace winnow::schedule {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

struct Row {
  std::string_view file, agent, path;
  bool allowed;
};

void expect_verdicts(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    const auto verdict = Robots::parse(row.file).check(row.agent, row.path);
    EXPECT_EQ(verdict.allowed, row.allowed) << row.agent << " " << row.path << " by " << verdict.rule << " of\n"
                                            << row.file;
  }
}

// A file for every agent with one rule.
bool allows(std::string_view pattern, std::string_view path) {
  return Robots::parse("User-agent: *\nDisallow: " + std::string(pattern)).check("winnow", path).allowed;
}

struct Pair {
  std::string_view pattern, path;
  bool matches;
};

void expect_matches(std::initializer_list<Pair> rows) {
  for (const Pair& row : rows) EXPECT_EQ(!allows(row.pattern, row.path), row.matches) << row.pattern << " " << row.path;
}

// RFC 9309, 2.1 and 2.2: records, comments, line ends.
TEST(RobotsSyntax, RecordsAreReadLeniently) {
  expect_verdicts({
      {"", "a", "/x", true},
      {"User-agent: a\nDisallow: /x", "a", "/x", false},
      {"User-agent: a\rDisallow: /x\r", "a", "/x", false},
      {"User-agent: a\r\nDisallow: /x\r\n", "a", "/x", false},
      {"\xEF\xBB\xBFUser-agent: a\nDisallow: /x", "a", "/x", false},
      {"  USER-AGENT :a  \n\tdisallow\t:\t/x  ", "a", "/x", false},
      {"User-agent: a # me\nDisallow: /x#y", "a", "/x", false},
      {"# User-agent: a\nDisallow: /x", "a", "/x", true},
      {"User-agent: a\n\n\n# nothing\n\nDisallow: /x", "a", "/x", false},
      {"User-agent: a\nDisallow /x", "a", "/x", false},
      {"User-agent a\nDisallow: /x", "a", "/x", false},
      {"User-agent: a\nDisallow all of /x", "a", "/x", true},
      {"User-agent: a\nDisallow: x", "a", "/x", false},
      {"Disallow: /x\nUser-agent: a\nDisallow: /y", "a", "/x", true},
      {"<html><body>User-agent: *<br>Disallow: /</body>", "a", "/x", true},
      {std::string_view("\0\xFF\xFE:\n:::\nUser-agent: a\nDisallow: /x", 35), "a", "/x", false},
  });
}

TEST(RobotsSyntax, CommonMisspellingsCount) {
  for (const std::string_view key : {"disalow", "Dissallow", "dissalow", "Desallow", "diasllow", "disallaw"}) {
    const auto robots = Robots::parse("User-agent: a\n" + std::string(key) + ": /x");
    EXPECT_FALSE(robots.check("a", "/x").allowed) << key;
  }
  for (const std::string_view key : {"useragent", "User Agent", "user_agent", "useg-agent"}) {
    EXPECT_FALSE(Robots::parse(std::string(key) + ": a\nDisallow: /x").check("a", "/x").allowed) << key;
  }
}

TEST(RobotsSyntax, Utf16WithAMarkIsRead) {
  const std::string text = "User-agent: *\r\nDisallow: /x\r\n";
  std::string big = "\xFE\xFF", little = "\xFF\xFE";
  for (const char c : text) {
    big += {'\0', c};
    little += {c, '\0'};
  }
  EXPECT_FALSE(Robots::parse(big).check("a", "/x").allowed);
  EXPECT_FALSE(Robots::parse(little).check("a", "/x").allowed);
}

// 2.1: what a group is, and which rules are in force.
TEST(RobotsProtocol, GroupsAndRules) {
  constexpr std::string_view kTwo = "User-agent: a\nDisallow: /own\n\nUser-agent: *\nDisallow: /any\n";
  expect_verdicts({
      {"User-agent: *\n", "a", "/x", true},  // a group without rules
      {"User-agent: *\nDisallow: /", "a", "/x", false},
      {"User-agent: *\nAllow: /", "a", "/x", true},
      {"User-agent: *\nDisallow: /\nAllow: /", "a", "/x", true},  // equally specific: allow
      {"Disallow: /", "a", "/x", true},                           // no group, no rule
      {"Allow: /x\nUser-agent: *\nDisallow: /", "a", "/x", false},
      {kTwo, "a", "/own", false},
      {kTwo, "a", "/any", true},  // the other group is not for it
      {kTwo, "b", "/any", false},
      {kTwo, "b", "/own", true},
      {"User-agent: a\nUser-agent: b\n\n\nDisallow: /x", "b", "/x", false},  // empty lines end no group
      {"User-agent: a\n\nUser-agent: b\n\nDisallow: /x", "a", "/x", false},
      {"User-agent: a\nDisallow: /x\nUser-agent: b\nDisallow: /y", "a", "/y", true},
  });
}

// 2.2.1: the user-agent line.
TEST(RobotsAgent, TheGroupsOfTheProductTokenCount) {
  constexpr std::string_view kFile =
      "User-agent: ExampleBot\nDisallow: /foo\nDisallow: /bar\n\nUser-agent: ExampleBot\nDisallow: /baz\n\n"
      "User-agent: *\nDisallow: /all\n\nUser-agent: BazBot\nDisallow: /qux\n\nUser-agent: Empty\n";
  expect_verdicts({
      {kFile, "ExampleBot", "/foo", false},
      {kFile, "ExampleBot", "/baz", false},
      {kFile, "examplebot", "/bar", false},
      {kFile, "EXAMPLEBOT/2.1", "/bar", false},
      {kFile, "ExampleBot", "/all", true},
      {kFile, "ExampleBotNews", "/foo", true},
      {kFile, "ExampleBotNews", "/all", false},
      {kFile, "Example", "/all", false},
      {kFile, "BazBot", "/qux", false},
      {kFile, "BazBot", "/foo", true},
      {kFile, "Empty", "/all", true},
      {kFile, "other", "/all", false},
      {kFile, "other", "/foo", true},
      {kFile, "", "/all", false},
  });
}

TEST(RobotsAgent, TokensOfTheFileLoseTheirVersions) {
  expect_verdicts({
      {"User-agent: FooBot/1.2\nDisallow: /", "foobot", "/x", false},
      {"User-agent: Foo Bot\nDisallow: /", "foo", "/x", false},
      {"User-agent: * all of you\nDisallow: /", "foo", "/x", false},
      {"User-agent: *bot\nDisallow: /", "foobot", "/x", true},
      {"User-agent: bot1\nDisallow: /", "bot2", "/x", true},
      {"User-agent: bot1\nDisallow: /", "bot", "/x", true},
      {"User-agent:\nDisallow: /", "foo", "/x", true},
      {"User-agent: foo_bar-baz\nDisallow: /", "Foo_Bar-Baz", "/x", false},
      {"User-agent: \xC3\xA9\nDisallow: /", "\xC3\xA9", "/x", false},
      {"User-agent: foo,bar\nDisallow: /", "foo", "/x", false},
  });
}

// 2.2.1 and 2.1: several agents over one group; groups of one agent are merged.
TEST(RobotsGroup, AgentLinesInARowShareTheRules) {
  constexpr std::string_view kFile =
      "User-agent: a\nUser-agent: b\nDisallow: /1\nAllow: /1/x\nUser-agent: c\nDisallow: /2\nUser-agent: b\n"
      "Sitemap: http://h/s.xml\n\nUser-agent: d\nNoindex: /n\nDisallow: /3\n";
  expect_verdicts({
      {kFile, "a", "/1", false},
      {kFile, "b", "/1", false},
      {kFile, "b", "/1/x", true},
      {kFile, "c", "/1", true},
      {kFile, "c", "/2", false},
      {kFile, "a", "/2", true},
      {kFile, "a", "/3", true},
      {kFile, "b", "/3", false},
      {kFile, "d", "/3", false},
      {kFile, "d", "/n", true},
  });
}

TEST(RobotsGroup, OtherRecordsDoNotEndARunOfAgents) {
  for (const std::string_view record : {"Crawl-delay: 5", "Sitemap: /s.xml", "Request-rate: 1/5", "Host: h", "?", ""}) {
    const auto robots = Robots::parse("User-agent: a\n" + std::string(record) + "\nUser-agent: b\nDisallow: /x");
    EXPECT_FALSE(robots.check("a", "/x").allowed) << record;
    EXPECT_FALSE(robots.check("b", "/x").allowed) << record;
  }
}

// 2.2.2: matching, the most octets win, Allow among equals.
TEST(RobotsRule, TheLongestMatchWins) {
  constexpr std::string_view kFile =
      "User-agent: *\nDisallow: /\nAllow: /p\nDisallow: /p/q\nAllow: /p/q/*.html$\nAllow: /same\nDisallow: /same\n"
      "Disallow: /other\nAllow: /other\nAllow:\nDisallow:\n";
  expect_verdicts({
      {kFile, "a", "/", false},
      {kFile, "a", "", false},
      {kFile, "a", "/x", false},
      {kFile, "a", "/p", true},
      {kFile, "a", "/page", true},
      {kFile, "a", "/p/q", false},
      {kFile, "a", "/p/q/r.html", true},
      {kFile, "a", "/p/q/r.html?x", false},
      {kFile, "a", "/same", true},
      {kFile, "a", "/other", true},
      {kFile, "a", "/robots.txt", true},
      {kFile, "a", "/robots.txt.bak", false},
      {"User-agent: *\nDisallow:", "a", "/x", true},
      {"User-agent: *\nAllow: /x", "a", "/y", true},
  });
}

// The example of 5.2.
TEST(RobotsRule, TheExamplesOfTheRfc) {
  constexpr std::string_view kFile =
      "User-Agent: foobot\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif\n";
  expect_verdicts(
      {{kFile, "foobot", "/example/page/disallowed.gif", false}, {kFile, "foobot", "/example/page/", true}});
  constexpr std::string_view kSimple =
      "User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/\n\nUser-Agent: foobot\n"
      "Disallow:/\nAllow:/example/page.html\nAllow:/example/allowed.gif\n\nUser-Agent: barbot\nUser-Agent: bazbot\n"
      "Disallow: /example/page.html\n\nUser-Agent: quxbot\n";
  expect_verdicts({
      {kSimple, "any", "/a/b.gif", false},
      {kSimple, "any", "/a/b.gif?c", true},
      {kSimple, "any", "/example/", false},
      {kSimple, "any", "/publications/", true},
      {kSimple, "foobot", "/publications/", false},
      {kSimple, "foobot", "/example/page.html", true},
      {kSimple, "foobot", "/example/allowed.gif", true},
      {kSimple, "barbot", "/example/page.html", false},
      {kSimple, "bazbot", "/example/page.html", false},
      {kSimple, "bazbot", "/a/b.gif", true},
      {kSimple, "quxbot", "/example/page.html", true},
  });
}

// 5.1: the simple example of the RFC is above; 2.2.2's own rows of allow and disallow.
TEST(RobotsRule, TheMostSpecificRuleWinsWhateverTheOrder) {
  for (const std::string_view file : {"User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /a/b/c\n",
                                      "User-agent: *\nDisallow: /a/b/c\nAllow: /a/b\nDisallow: /a\n",
                                      "User-agent: *\nAllow: /a/b\nDisallow: /a\nDisallow: /a/b/c\n"}) {
    expect_verdicts({
        {file, "w", "/", true},
        {file, "w", "/a", false},
        {file, "w", "/a/", false},
        {file, "w", "/a/x", false},
        {file, "w", "/a/b", true},
        {file, "w", "/a/bx", true},
        {file, "w", "/a/b/", true},
        {file, "w", "/a/b/c", false},
        {file, "w", "/a/b/cd", false},
        {file, "w", "/a/b/d", true},
    });
  }
}

TEST(RobotsRule, PathsAreCaseSensitiveAndMatchFromTheStart) {
  expect_matches({
      {"/fish", "/fish", true},
      {"/fish", "/fish.html", true},
      {"/fish", "/fish/salmon", true},
      {"/fish", "/fish.php?id=1", true},
      {"/fish", "/Fish.asp", false},
      {"/fish", "/catfish", false},
      {"/fish", "/?id=fish", false},
      {"/fish/", "/fish", false},
      {"/fish/", "/fish/?id=1", true},
      {"/a?b=c", "/a?b=c&d", true},
      {"/a?b=c", "/a?d&b=c", false},
      {"/", "/", true},
  });
}

// 2.2.2: percent-encoding; the table of the RFC among them.
TEST(RobotsRule, EncodingsAreCompared) {
  expect_matches({
      {"/foo/bar?baz=quz", "/foo/bar?baz=quz", true},
      {"/foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", true},
      {"/foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", true},
      {"/foo/bar/\u30C4", "/foo/bar/%E3%83%84", true},
      {"/foo/bar/%E3%83%84", "/foo/bar/\u30C4", true},
      {"/foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", true},
      {"/foo/bar/%62%61%7A", "/foo/bar/baz", true},
      {"/foo/bar/baz", "/foo/bar/%62%61%7a", true},
      {"/a%2Fb", "/a/b", false},
      {"/a/b", "/a%2Fb", false},
      {"/a%2fb", "/a%2Fb", true},
      {"/a%3cd", "/a%3Cd", true},
      {"/~me", "/%7Eme", true},
      {"/a b", "/a%20b", true},
      {"/x%3Mz", "/x%3Mz", true},
      {"/100%", "/100%", true},
  });
}

// 2.2.3: special characters.
TEST(RobotsRule, StarsAndDollarsAreSpecial) {
  expect_matches({
      {"/*", "/x", true},
      {"*", "/", true},
      {"/fish*", "/fish", true},
      {"/*.php", "/index.php", true},
      {"/*.php", "/a/b.php?c", true},
      {"/*.php", "/windows.PHP", false},
      {"/*.php$", "/a.php", true},
      {"/*.php$", "/a.php?b", false},
      {"/*.php$", "/a.php/b.php", true},
      {"/*.php$", "/a.php5", false},
      {"/fish*.php", "/fishheads/catfish.php?x", true},
      {"/fish*.php", "/fish.asp", false},
      {"/a*b*c$", "/axbxcxc", true},
      {"/a*b*c$", "/acb", false},
      {"/a**b", "/ab", true},
      {"/a*$", "/abc", true},
      {"/a$", "/a", true},
      {"/a$", "/ab", false},
      {"/ab*b$", "/ab", false},
      {"*x", "/a/x", true},
      {"$", "/", false},
      {"/a$b", "/a$b", true},
      {"/a$b", "/a", false},
      {"/path/file-with-a-%2A.html", "/path/file-with-a-*.html", true},
      {"/path/file-with-a-%2A.html", "/path/file-with-a-x.html", false},
      {"/path/foo-%24", "/path/foo-$", true},
      {"/path/foo-%24", "/path/foo-", false},
      {"/a*z", "/a*z", true},
  });
}

TEST(RobotsVerdict, NamesTheLineThatDecided) {
  const auto robots = Robots::parse("User-agent: *\r\n# x\r\nDisallow: /a*  # why\r\nALLOW: /a/%7Eb\r\n");
  EXPECT_EQ(robots.check("w", "/abc").rule, "Disallow: /a* (line 3)");
  EXPECT_EQ(robots.check("w", "/a/~b").rule, "Allow: /a/%7Eb (line 4)");
  EXPECT_EQ(robots.check("w", "/b").rule, "");
  EXPECT_TRUE(robots.check("w", "/b").allowed);
}

// 2.3.1.3 and 2.3.1.4: no file allows all, an unreachable one nothing.
TEST(RobotsAccess, AllowAllAndDisallowAll) {
  EXPECT_TRUE(Robots::allow_all().check("a", "/").allowed);
  EXPECT_FALSE(Robots::disallow_all().check("a", "/").allowed);
  EXPECT_FALSE(Robots::disallow_all().check("a", "/x?y").allowed);
  EXPECT_TRUE(Robots::disallow_all().check("a", "/robots.txt").allowed);
}

// 2.2.4: other records.
TEST(RobotsOther, SitemapsAreOfNoGroup) {
  const auto robots = Robots::parse(
      "sitemap: http://h/Mixed.xml\nUser-agent: *\nSite-map: /relative.xml\nDisallow: /\nSitemap:\n"
      "SITEMAP : https://h/2.xml # the second\nhttp://h/no.xml\n");
  EXPECT_THAT(robots.sitemaps(), ElementsAre("http://h/Mixed.xml", "/relative.xml", "https://h/2.xml"));
  EXPECT_FALSE(robots.check("a", "/x").allowed);
  EXPECT_THAT(Robots::parse("").sitemaps(), IsEmpty());
}

TEST(RobotsOther, RecordsThatAreUnknownChangeNothing) {
  for (const std::string_view record :
       {"Sitemap: https://h/s.xml", "Host: h", "Clean-param: ref /x", "Request-rate: 1/10", "Visit-time: 0600-0845",
        "Noindex: /x", "Content-Signal: ai-train=no", "Crawl-delay: 5", "Unknown: User-agent: a", "X-Robots-Tag: none",
        "Comment: Disallow: /x", "License: https://h/rsl"}) {
    const std::string line = std::string(record) + "\n";
    const std::string files[] = {line + "User-agent: *\nDisallow: /no\n", "User-agent: *\n" + line + "Disallow: /no\n",
                                 "User-agent: *\nDisallow: /no\n" + line};
    for (const std::string& file : files) expect_verdicts({{file, "a", "/no", false}, {file, "a", "/x", true}});
  }
}

TEST(RobotsOther, CrawlDelayIsThatOfTheAgentsGroups) {
  const auto robots = Robots::parse(
      "User-agent: *\nCrawl-delay: 10\nDisallow: /\n\nUser-agent: a\nCrawl-delay: 0.5\nUser-agent: b\n"
      "crawl-delay: 2 # s\nDisallow: /b\nUser-agent: c\nDisallow: /c\nUser-agent: b\nCrawldelay: 3\n"
      "User-agent: d\nCrawl-delay: soon\nCrawl-delay: -1\nDisallow:\n");
  const std::pair<std::string_view, std::optional<Millis>> rows[] = {
      {"a", Millis{500}},  {"b", Millis{3000}},      {"c", std::nullopt},
      {"d", std::nullopt}, {"other", Millis{10000}}, {"A/1.0", Millis{500}},
  };
  for (const auto& [agent, delay] : rows) EXPECT_EQ(robots.crawl_delay(agent), delay) << agent;
  EXPECT_FALSE(robots.check("a", "/b").allowed);
  EXPECT_EQ(Robots::parse("Crawl-delay: 5\nUser-agent: *\nDisallow: /x").crawl_delay("a"), std::nullopt);
}

// 2.5: limits. What stands behind the first MiB, or is cut by its end, is not there.
TEST(RobotsLimits, OneMebibyteIsRead) {
  const std::string head = "User-agent: *\nDisallow: /first\n";
  std::string text = head + std::string(1024 * 1024 - head.size() - 12, '#') + "\nDisallow: /private\n";
  EXPECT_FALSE(Robots::parse(text).check("a", "/first").allowed);
  EXPECT_TRUE(Robots::parse(text).check("a", "/private").allowed);
  EXPECT_TRUE(Robots::parse(text).check("a", "/p").allowed);
  text = head + std::string(600 * 1024, '#') + "\nDisallow: /private\n";
  EXPECT_FALSE(Robots::parse(text).check("a", "/private").allowed);
}

TEST(RobotsLimits, AtLeastHalfAMebibyteIsParsed) {
  for (const std::size_t kib : {1, 10, 64, 100, 250, 400, 499, 500, 512, 700, 1000}) {
    std::string text = "User-agent: *\n";
    while (text.size() + 32 < kib * 1024) text += "Disallow: /" + std::to_string(text.size()) + "\n";
    text += "Disallow: /last\n";
    EXPECT_FALSE(Robots::parse(text).check("a", "/last").allowed) << kib;
  }
}

TEST(RobotsLimits, HostileFilesEndSoon) {
  std::string stars = "User-agent: *\nDisallow: /";
  for (int i = 0; i < 200000; ++i) stars += "*a";
  const std::string path = "/" + std::string(60000, 'a');
  EXPECT_TRUE(Robots::parse(stars + "b").check("w", path).allowed);
  std::string agents;
  for (int i = 0; i < 40000; ++i) agents += "User-agent: a\n";
  for (int i = 0; i < 20000; ++i) agents += "Crawl-delay: 1\n";
  EXPECT_EQ(Robots::parse(agents).crawl_delay("a"), Millis{1000});
}

// Files as sites serve them, where they are at hand (WINNOW_SHARED names the folder).
TEST(RobotsFiles, OddFilesAreRead) {
  const char* shared = std::getenv("WINNOW_SHARED");
  if (shared == nullptr) GTEST_SKIP() << "WINNOW_SHARED names no folder with suites/robots";
  const auto read = [&](const std::string& name) {
    std::ifstream in(std::string(shared) + "/suites/robots/" + name, std::ios::binary);
    return Robots::parse(std::string{std::istreambuf_iterator<char>(in), {}});
  };
  struct FileRow {
    const char *file, *agent, *path;
    bool allowed;
  };
  const FileRow rows[] = {
      {"directive-typos-robots.txt", "bot1", "/desallow/", false},
      {"directive-typos-robots.txt", "bot1", "/dissalow/", false},
      {"directive-typos-robots.txt", "bot2", "/useragent/", false},
      {"directive-typos-robots.txt", "bot3", "/useg-agent/", false},
      {"directive-typos-robots.txt", "bot4", "/useragent-no-colon/", false},
      {"extensions-group-merging.txt", "mybot", "/private/x", false},
      {"extensions-group-merging.txt", "mybot", "/login/", false},
      {"extensions-group-merging.txt", "yourbot", "/login/", false},
      {"extensions-group-merging.txt", "other", "/llms.txt", true},
      {"extensions-group-merging.txt", "other", "/x", false},
      {"malformed-path.txt", "a", "/wiki/Wikipedia_talk:Mediation_Committee/", false},
      {"malformed-path.txt", "a", "/wiki/Wikipedia_talk%3Mediation_Committee/", false},
      {"merge-rules.txt", "testy", "/x", false},
      {"merge-rules.txt", "wget", "/foo/bar", true},
      {"merge-rules.txt", "wget", "/tmp/bar", false},
      {"merge-rules.txt", "other", "/foo/bar", false},
      {"robots-with-utf16be-bom.txt", "a", "/profile", false},
      {"robots-with-utf16be-bom.txt", "googlebot", "/x/output/print", false},
      {"robots-with-utf8-bom.txt", "a", "/profile", false},
      {"wildcards.txt", "a", "/gp/cart", false},
      {"wildcards.txt", "a", "/gp/other", true},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(read(row.file).check(row.agent, row.path).allowed, row.allowed)
        << row.file << " " << row.agent << row.path;
  }
  EXPECT_EQ(read("astore.amazon.com-robots.txt").crawl_delay("a"), Millis{5000});
  EXPECT_THAT(read("sitemap-robots.txt").sitemaps(),
              ElementsAre("http://domain.com/sitemap.xml", "http://domain.com/dir/MixedCased-sitemap.xml"));
  EXPECT_THAT(read("relative-sitemap-robots.txt").sitemaps(), ElementsAre("/sitemap.xml"));
}

}  // namespace
}  // namespace winnow::schedule
