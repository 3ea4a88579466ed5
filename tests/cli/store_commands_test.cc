// What is stored: `winnow list`, `show`, `search`, `export` and `status` after a crawl.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/json.h"
#include "cli/desk.h"
#include "winnow/format.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

// A desk with five stories stored.
class StoreCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    desk_.write("sites/paper.yaml", paper_.site("paper", "store: {raw: true}\n"));
    const Ended crawl = desk_.winnow({"crawl", "paper"});
    ASSERT_EQ(crawl.status, 0) << crawl.err;
    articles_ = desk_.articles();
    ASSERT_EQ(articles_.size(), 5U);
  }
  Paper paper_{5};
  Desk desk_;
  std::vector<Article> articles_;
};

TEST_F(StoreCommands, ListIsNewestFirst) {
  const Ended end = desk_.winnow({"list"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(lines_in(end.out), 5U);
  EXPECT_THAT(end.out.substr(end.out.find('\t')), StartsWith("\t2025-03-15T08:00:00+01:00\tpaper\tStory 5: "));
  EXPECT_EQ(lines_in(desk_.winnow({"list", "--limit", "2"}).out), 2U);
  EXPECT_EQ(lines_in(desk_.winnow({"list", "--site", "other"}).out), 0U);
  EXPECT_EQ(lines_in(desk_.winnow({"list", "--since", "2025-03-12", "--until", "2025-03-14"}).out), 3U);
  const Ended json = desk_.winnow({"list", "--json", "--limit", "1"});
  EXPECT_THAT(Json::parse(json.out).value_or(Json())["title"].string(), StartsWith("Story 5: "));
  const Ended wrong = desk_.winnow({"list", "--since", "soon"});
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, HasSubstr("soon"));
}

TEST_F(StoreCommands, ShowFindsByIdItsBeginningUrlAndPath) {
  const Article& one = articles_.front();
  const std::string path =
      Json::parse(desk_.winnow({"list", "--json", "--limit", "1"}).out).value_or(Json())["path"].string();
  for (const std::string& name : {one.id, one.id.substr(0, 10), one.url}) {
    const Ended end = desk_.winnow({"show", name});
    EXPECT_EQ(end.status, 0) << end.err;
    EXPECT_THAT(end.out, StartsWith(one.title + "\n"));
  }
  EXPECT_THAT(desk_.winnow({"show", "store/" + path}).out, StartsWith("Story 5: "));
  const auto json = article_from_json(desk_.winnow({"show", one.id, "--format", "json"}).out);
  ASSERT_TRUE(json);
  EXPECT_EQ(json->text, one.text);
  EXPECT_THAT(desk_.winnow({"show", one.id, "--format", "markdown"}).out, StartsWith("---\n"));
  const Ended explained = desk_.winnow({"show", one.id, "--explain"});
  EXPECT_EQ(explained.status, 0);
  EXPECT_THAT(explained.err, HasSubstr("extract  title "));
  const Ended none = desk_.winnow({"show", "zzzz"});
  EXPECT_EQ(none.status, 1);
  EXPECT_THAT(none.err, HasSubstr("zzzz"));
}

TEST_F(StoreCommands, SearchFindsWhatHasAllWords) {
  const Ended end = desk_.winnow({"search", "Story", "3"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, HasSubstr("\tStory 3: "));
  EXPECT_EQ(lines_in(end.out), 1U);
  EXPECT_EQ(desk_.winnow({"search", "xylophone"}).status, 0);
  EXPECT_EQ(desk_.winnow({"search", "xylophone"}).out, "");
  const Ended odd = desk_.winnow({"search", "\"unclosed AND ("});
  EXPECT_EQ(odd.status, 0) << odd.err;
  EXPECT_EQ(lines_in(desk_.winnow({"search", "Story", "--limit", "2", "--json"}).out), 2U);
}

TEST_F(StoreCommands, ExportIsEveryArticle) {
  const Ended out = desk_.winnow({"export"});
  EXPECT_EQ(out.status, 0) << out.err;
  EXPECT_EQ(lines_in(out.out), 5U);
  ASSERT_EQ(desk_.winnow({"export", "--out", "all.jsonl"}).status, 0);
  EXPECT_EQ(read(desk_.path("all.jsonl")), out.out);
  ASSERT_EQ(desk_.winnow({"export", "--format", "markdown", "--out", "md"}).status, 0);
  int files = 0;
  for (const auto& entry : fs::recursive_directory_iterator(desk_.path("md"))) files += entry.is_regular_file() ? 1 : 0;
  EXPECT_EQ(files, 5);
  EXPECT_EQ(lines_in(desk_.winnow({"export", "--since", "2025-03-15"}).out), 1U);
  const Ended nowhere = desk_.winnow({"export", "--out", "winnow.yaml/all.jsonl"});
  EXPECT_EQ(nowhere.status, 1);
  EXPECT_THAT(nowhere.err, HasSubstr("winnow.yaml/all.jsonl"));
  const Ended full = desk_.winnow({"export"}, {.output = "/dev/full"});
  EXPECT_EQ(full.status, 1);
  EXPECT_THAT(full.err, HasSubstr("standard output: No space left on device"));
}

TEST_F(StoreCommands, StatusWithoutADaemonTellsWhatIsKnown) {
  const Ended end = desk_.winnow({"status"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.out, StartsWith("daemon: not running\n"));
  const Json status = Json::parse(desk_.winnow({"status", "--json"}).out).value_or(Json());
  ASSERT_EQ(status["sites"].array().size(), 1U);
  const Json& site = status["sites"].array()[0];
  EXPECT_EQ(site["site"].string(), "paper");
  EXPECT_EQ(site["new"].integer(), 5);
  EXPECT_EQ(site["stored"].integer(), 5);
  EXPECT_EQ(site["queue"].integer(), 0);
  EXPECT_FALSE(site["last_run"].is_null());
}

TEST_F(StoreCommands, ALostStateIsMadeAnewFromTheArticles) {
  for (const char* file : {"state.db", "state.db-wal", "state.db-shm"}) fs::remove(desk_.path("store") / file);
  const Ended end = desk_.winnow({"crawl", "paper"});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_THAT(end.err, HasSubstr("made anew from 5 articles"));
  EXPECT_EQ(desk_.articles().size(), 5U);
  EXPECT_EQ(lines_in(desk_.winnow({"list"}).out), 5U);
}

TEST(NoStore, IsSaidWithWhatToDo) {
  const Desk desk;
  for (const std::vector<std::string>& row :
       std::vector<std::vector<std::string>>{{"list"}, {"show", "abc"}, {"search", "abc"}, {"export"}}) {
    const Ended end = desk.winnow(row);
    EXPECT_EQ(end.status, 5) << row[0];
    EXPECT_THAT(end.err, HasSubstr("store: there is no store yet; `winnow crawl` makes it")) << row[0];
  }
  const Ended status = desk.winnow({"status"});
  EXPECT_EQ(status.status, 0) << status.err;
  EXPECT_EQ(status.out, "daemon: not running\nNo site was visited yet.\n");
  EXPECT_FALSE(fs::exists(desk.path("store")));
}

}  // namespace
}  // namespace winnow::cli
