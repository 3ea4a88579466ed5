// `winnow clean` as people and scripts call it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <thread>

#include "base/json.h"
#include "cli/desk.h"
#include "winnow/format.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

const std::string kUrl = "http://paper.example/story/1.html";

Json parsed(const std::string& text) { return Json::parse(text).value_or(Json()); }

TEST(Clean, AFileOrStandardInputBecomesJson) {
  const Desk desk;
  desk.write("page.html", Paper::story(1));
  const std::vector<std::string> ways[] = {
      {"clean", "--url", kUrl, "page.html"}, {"clean", "--url", kUrl}, {"clean", "--url", kUrl, "-"}};
  for (const auto& way : ways) {
    const Ended end = desk.winnow(way, {.input = Paper::story(1)});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_EQ(end.err, "");
    const Json article = parsed(end.out);
    EXPECT_THAT(article["title"].string(), StartsWith("Story 1: "));
    EXPECT_EQ(article["url"].string(), kUrl);
    EXPECT_EQ(article["published_at"].string(), "2025-03-11T08:00:00+01:00");
    EXPECT_EQ(article["body"].array().size(), 4U);
    EXPECT_FALSE(article["id"].string().empty());
  }
}

TEST(Clean, EachFormat) {
  const struct {
    const char* format;
    const char* begins;
  } rows[] = {{"json", "{\n"}, {"jsonl", "{\""}, {"markdown", "---\n"}, {"text", "Story 1: "}};
  for (const auto& row : rows) {
    const Ended end = winnow({"clean", "--format", row.format}, {.input = Paper::story(1)});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, StartsWith(row.begins)) << row.format;
    EXPECT_TRUE(end.out.ends_with("\n")) << row.format;
  }
}

TEST(Clean, SeveralFilesAreALineEachWithJsonl) {
  const Desk desk;
  desk.write("1.html", Paper::story(1));
  desk.write("2.html", Paper::story(2));
  const Ended end = desk.winnow({"clean", "--format", "jsonl", "1.html", "nothing.html", "2.html"});
  EXPECT_EQ(end.status, 1);
  EXPECT_EQ(std::count(end.out.begin(), end.out.end(), '\n'), 2);
  EXPECT_THAT(end.err, HasSubstr("winnow: nothing.html: No such file or directory\n"));
}

TEST(Clean, TextInput) {
  const Ended end = winnow({"clean", "--input", "text", "--format", "json"},
                           {.input = "A headline of the day\n\nThe mayor opened the bridge on Monday morning, and "
                                     "hundreds of people crossed it.\n\nIt had taken nine years to build.\n"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(parsed(end.out)["text"].string(), HasSubstr("hundreds of people"));
}

TEST(Clean, TheContentTypeGivesTheEncoding) {
  const Ended end = winnow({"clean", "--content-type", "text/html; charset=iso-8859-1"},
                           {.input = "<h1>Der B\xe4"
                                     "cker</h1><p>Der B\xe4"
                                     "cker \xf6"
                                     "ffnet sein Gesch\xe4"
                                     "ft nun schon um "
                                     "Mitternacht, weil die Schichtarbeiter dann kommen.</p>"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(parsed(end.out)["title"].string(), "Der Bäcker");
}

TEST(Clean, ASiteFilesRulesCount) {
  const Desk desk;
  desk.write("page.html", Paper::story(1));
  desk.write("site.yaml",
             "site: paper\ndiscover: {feeds: [http://paper.example/]}\nrules:\n  - name: v1\n    title: {css: title}\n"
             "    authors: {css: h1, match: '^(Story) '}\n");
  const Ended end = desk.winnow({"clean", "--site", "site.yaml", "page.html"});
  EXPECT_EQ(end.status, 0) << end.err;
  const Json article = parsed(end.out);
  EXPECT_EQ(article["site"].string(), "paper");
  ASSERT_EQ(article["authors"].array().size(), 1U) << end.out;
  EXPECT_EQ(article["authors"].array()[0].string(), "Story");
}

TEST(Clean, AWrongSiteFileIsStatusThree) {
  const Desk desk;
  desk.write("site.yaml", "site: paper\ndiscover: {feeds: [http://paper.example/]}\nrules: [{title: {css: 'a['}}]\n");
  const Ended end = desk.winnow({"clean", "--site", "site.yaml"}, {.input = Paper::story(1)});
  EXPECT_EQ(end.status, 3);
  EXPECT_THAT(end.err, HasSubstr("winnow: site.yaml:3:"));
  EXPECT_EQ(end.out, "");
}

TEST(Clean, ExplainSaysTheStepsOnStandardError) {
  const Ended end = winnow({"clean", "--explain"}, {.input = Paper::story(1)});
  EXPECT_EQ(end.status, 0);
  EXPECT_THAT(end.err, HasSubstr("decode   charset     UTF-8"));
  EXPECT_THAT(end.err, HasSubstr("extract  title       Story 1: "));
  EXPECT_THAT(end.err, HasSubstr("kept     paragraph    value "));
  EXPECT_EQ(parsed(end.out)["body"].array().size(), 4U);
}

TEST(Clean, ExplainHtmlMarksThePage) {
  const Desk desk;
  const Ended end = desk.winnow({"clean", "--explain-html", "marked.html"}, {.input = Paper::story(1)});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(read(desk.path("marked.html")), HasSubstr("Story 1: "));
  EXPECT_EQ(parsed(end.out)["body"].array().size(), 4U);
}

TEST(Clean, ExplainHtmlWritesIntoAPipeInsteadOfReplacingIt) {
  const Desk desk;
  const std::string pipe = desk.path("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);
  std::string got;
  std::jthread reader([&] { got = read(pipe); });
  const Ended end = desk.winnow({"clean", "--explain-html", "pipe"}, {.input = Paper::story(1)});
  EXPECT_EQ(end.status, 0) << end.err;
  const bool still_a_pipe = fs::is_fifo(pipe);
  EXPECT_TRUE(still_a_pipe);
  if (!still_a_pipe) reader.detach();
  if (reader.joinable()) reader.join();
  EXPECT_THAT(got, HasSubstr("Story 1: "));
}

TEST(Clean, WhatIsNoArticleIsStatusOneAndNamed) {
  const Desk desk;
  const struct {
    const char* name;
    const char* bytes;
    const char* says;
  } rows[] = {{"empty.html", "", "empty"},
              {"report.html", "%PDF-1.4\n%%EOF\n", "PDF"},
              {"bare.html", "<p></p>", "no article"},
              {"picture.html", "\x89PNG\r\n\x1a\n....", "image"}};
  for (const auto& row : rows) {
    desk.write(row.name, row.bytes);
    const Ended end = desk.winnow({"clean", row.name});
    EXPECT_EQ(end.status, 1) << row.name;
    EXPECT_THAT(end.err, StartsWith(std::string("winnow: ") + row.name + ": "));
    EXPECT_THAT(end.err, HasSubstr(row.says));
    EXPECT_EQ(end.out, "");
  }
  const Ended folder = desk.winnow({"clean", "sites"}), directory = desk.winnow({"clean", "/"});
  EXPECT_EQ(folder.status, 1);
  EXPECT_EQ(directory.err, "winnow: /: Is a directory\n");
}

TEST(Clean, AManifestMakesAFileForEachLine) {
  const Desk desk;
  std::string manifest;
  for (int n = 1; n <= 20; ++n) {
    const std::string name = "pages/" + std::to_string(n) + ".html";
    desk.write(name, Paper::story(n));
    manifest +=
        "id" + std::to_string(n) + "\t" + name + "\thttp://paper.example/story/" + std::to_string(n) + ".html\n";
  }
  desk.write("m.tsv", manifest);
  const Ended end = desk.winnow({"clean", "--manifest", "m.tsv", "--out", "out/deep", "--jobs", "4"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out + end.err, "");
  for (int n = 1; n <= 20; ++n) {
    const auto article = article_from_json(read(desk.path("out/deep/id" + std::to_string(n) + ".json")));
    ASSERT_TRUE(article) << n;
    EXPECT_THAT(article->title, StartsWith("Story " + std::to_string(n) + ": "));
  }
  EXPECT_EQ(std::distance(fs::directory_iterator(desk.path("out/deep")), fs::directory_iterator()), 20);
}

TEST(Clean, AManifestsWrongLinesAndPagesAreNamedAndTheRestIsDone) {
  const Desk desk;
  desk.write("good.html", Paper::story(1));
  desk.write("empty.html", "");
  fs::create_directories(desk.path("secret.html"));
  desk.write("m.tsv",
             "good\tgood.html\thttp://paper.example/1\n"
             "one field\n"
             "\n"
             "../out\tgood.html\thttp://paper.example/2\n"
             "gone\tgone.html\thttp://paper.example/3\n"
             "url\tgood.html\tno-url\n"
             "folder\tsecret.html\thttp://paper.example/4\n"
             "empty\tempty.html\thttp://paper.example/5\n"
             "last\tgood.html\thttp://paper.example/6");
  const Ended end = desk.winnow({"clean", "--manifest", "m.tsv", "--out", "out", "--jobs", "3"});
  EXPECT_EQ(end.status, 1);
  for (const char* said : {"m.tsv:2: ", "m.tsv:4: '../out'", "gone.html: No such file", "m.tsv:6: 'no-url'",
                           "secret.html: Is a directory"}) {
    EXPECT_THAT(end.err, HasSubstr(said));
  }
  EXPECT_THAT(end.err, Not(HasSubstr("m.tsv:3")));
  EXPECT_TRUE(article_from_json(read(desk.path("out/good.json"))));
  EXPECT_TRUE(article_from_json(read(desk.path("out/last.json"))));
  EXPECT_EQ(parsed(read(desk.path("out/empty.json")))["refused"].string(), "empty");
  EXPECT_FALSE(fs::exists(desk.path("out/gone.json")));
  EXPECT_FALSE(fs::exists(desk.path("out.json")));
}

TEST(Clean, AnOutFolderThatCannotBeIsNamed) {
  const Desk desk;
  desk.write("m.tsv", "a\tb.html\n");
  desk.write("file", "");
  const Ended end = desk.winnow({"clean", "--manifest", "m.tsv", "--out", "file/out"});
  EXPECT_EQ(end.status, 1);
  EXPECT_THAT(end.err, HasSubstr("file/out: "));
  const Ended none = desk.winnow({"clean", "--manifest", "none.tsv", "--out", "out"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("none.tsv: No such file"));
}

}  // namespace
}  // namespace winnow::cli
