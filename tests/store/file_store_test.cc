// The default store on real directories: paths, versions, what stands beside an article, planted links, rights.
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/article_path.h"
#include "store/open.h"
#include "store/sample.h"
#include "winnow/format.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

class FileStoreTest : public testing::Test {
 protected:
  Stores open(Access access = Access::read_write) {
    auto stores = open_store(root_, access);
    EXPECT_TRUE(stores) << (stores ? "" : stores.error().text);
    return stores ? std::move(*stores) : Stores{};
  }
  std::vector<std::string> article_files() {
    std::vector<std::string> files = files_below(root_);
    std::erase_if(files, [](const std::string& name) { return name.starts_with("state."); });
    return files;
  }

  TemporaryDirectory directory_;
  fs::path root_ = directory_.path() / "deep" / "store";
};

struct SlugRow {
  const char *title, *slug;
};

TEST(Slug, IsLettersAndDigitsOfAnyScript) {
  const SlugRow rows[] = {
      {"Hello, World!", "hello-world"},
      {"央行:利率不变(图)", "央行-利率不变-图"},
      {"  --  ", "untitled"},
      {"", "untitled"},
      {"..", "untitled"},
      {"../../etc/passwd", "etc-passwd"},
      {"ÉCOLE № 5", "école-5"},
      {"a\0b", "a"},
      {"100% \xff\xfe sure", "100-sure"},
      {"トヨタが新型車", "トヨタが新型車"},
      {"한국은행", "한국은행"},
      {"Straße​x", "straße-x"},
  };
  for (const SlugRow& row : rows) EXPECT_EQ(slug(row.title), row.slug) << row.title;
}

TEST(Slug, IsAtMostSixtyBytesCutAtACharacter) {
  std::string title;
  for (int i = 0; i < 50; ++i) title += "新";
  EXPECT_EQ(slug(title).size(), 60u);
  EXPECT_EQ(slug("a" + title).size(), 58u);
  EXPECT_EQ(slug(std::string(59, 'a') + " b"), std::string(59, 'a'));
}

struct DayRow {
  const char *published, *fetched, *zone, *day;
};

TEST(Filed, IsTheDayOfThePublicationElseOfTheFetch) {
  const DayRow rows[] = {
      {"2025-02-11T21:42:41+08:00", "2025-03-01T00:00:00Z", "", "2025-02-11"},
      {"2025-02-11T02:00:00+08:00", "2025-03-01T00:00:00Z", "", "2025-02-11"},
      {"2025-02-11T20:00:00+00:00", "2025-03-01T00:00:00Z", "Asia/Shanghai", "2025-02-12"},
      {"2025-02-11T20:00:00", "2025-03-01T00:00:00Z", "Asia/Shanghai", "2025-02-11"},
      {"2025-02-11", "2025-03-01T00:00:00Z", "Asia/Shanghai", "2025-02-11"},
      {"", "2025-03-01T20:00:00Z", "Asia/Shanghai", "2025-03-02"},
      {"", "2025-03-01T20:00:00Z", "", "2025-03-01"},
      {"yesterday", "2025-03-01T20:00:00Z", "", "2025-03-01"},
      {"", "", "", "1970-01-01"},
  };
  for (const DayRow& row : rows) {
    Article a;
    a.published_at = row.published;
    a.fetched_at = row.fetched;
    const auto zone = Zone::find(row.zone);
    PutOptions options;
    options.zone = zone ? &*zone : nullptr;
    EXPECT_EQ(filed(a, options).day, row.day) << row.published << " " << row.fetched << " " << row.zone;
  }
}

TEST_F(FileStoreTest, WritesOneFileAnArticle) {
  const Article a = article_number(1);
  {
    Stores stores = open();
    EXPECT_EQ(stores.notice, "");
    ASSERT_TRUE(stores.articles->put(a, {}));
    ASSERT_TRUE(stores.articles->sync());
  }
  const std::string path = "example-news/2025/02/11/story-number-1-" + a.id + ".json";
  EXPECT_EQ(article_files(), (std::vector<std::string>{path}));
  EXPECT_EQ(article_from_json(slurp(root_ / path)), a);
  EXPECT_EQ(open(Access::read_only).articles->get(a.id).value(), a);
}

TEST_F(FileStoreTest, KeepsMarkdownPageAndVersionsBesideIt) {
  Article a = article_number(1);
  Stores stores = open();
  const PutOptions all{.markdown = true, .raw = {{"<p>one</p>"}}};
  ASSERT_TRUE(stores.articles->put(a, all));
  a.title = "Corrected";
  ASSERT_TRUE(stores.articles->put(a, {.raw = {{"<p>two</p>"}}}));
  const std::string base = "example-news/2025/02/11/story-number-1-" + a.id;
  EXPECT_EQ(article_files(),
            (std::vector<std::string>{base + ".html.zst", base + ".json", base + ".md", base + ".v1.json"}));
  EXPECT_EQ(slurp(root_ / (base + ".md")), to_markdown(a));
  EXPECT_EQ(stores.articles->raw(a.id).value(), (std::vector<RawPage>{{"<p>two</p>"}}));
}

TEST_F(FileStoreTest, MarkdownAskedForLaterIsAdded) {
  const Article a = article_number(1);
  Stores stores = open();
  ASSERT_TRUE(stores.articles->put(a, {}));
  EXPECT_EQ(stores.articles->put(a, {.markdown = true}).value().outcome, PutOutcome::unchanged);
  EXPECT_EQ(article_files().size(), 2u);
}

TEST_F(FileStoreTest, AFileThatWasTakenAwayIsWrittenAgain) {
  const Article a = article_number(1);
  Stores stores = open();
  const std::string path = stores.articles->put(a, {}).value().path;
  fs::remove(root_ / path);
  EXPECT_EQ(stores.articles->get(a.id).error().code, Code::not_found);
  EXPECT_EQ(stores.articles->put(a, {}).value().outcome, PutOutcome::created);
  EXPECT_EQ(stores.articles->get(a.id).value(), a);
}

TEST_F(FileStoreTest, ADamagedPageIsNamed) {
  const Article a = article_number(1);
  Stores stores = open();
  const std::string path = stores.articles->put(a, {.raw = {{std::string(5000, 'x')}}}).value().path;
  const fs::path page = root_ / with_ending(path, ".html.zst");
  spew(page, slurp(page).substr(0, 10));
  const auto raw = stores.articles->raw(a.id);
  ASSERT_FALSE(raw);
  EXPECT_EQ(raw.error().code, Code::corrupt);
  EXPECT_NE(raw.error().text.find(page.string()), std::string::npos);
}

TEST_F(FileStoreTest, TheStoreItselfMayBeALink) {
  fs::create_directories(directory_.path() / "real");
  fs::create_directories(root_.parent_path());
  fs::create_directory_symlink(directory_.path() / "real", root_);
  EXPECT_TRUE(open().articles->put(article_number(1), {}));
}

TEST_F(FileStoreTest, ASecondWriterIsBusyAndReadersAreNot) {
  const Article a = article_number(1);
  Stores writer = open();
  ASSERT_TRUE(writer.articles->put(a, {}));
  ASSERT_TRUE(writer.articles->sync());
  ASSERT_TRUE(writer.articles->put(article_number(2), {}));  // not committed
  const auto second = open_store(root_, Access::read_write);
  ASSERT_FALSE(second);
  EXPECT_EQ(second.error().code, Code::busy);
  EXPECT_NE(second.error().text.find("process " + std::to_string(::getpid())), std::string::npos)
      << second.error().text;
  Stores reader = open(Access::read_only);
  EXPECT_EQ(reader.articles->find({}).value().size(), 1u);
  EXPECT_EQ(reader.articles->put(article_number(3), {}).error().code, Code::permission);
  EXPECT_EQ(reader.state->save(SiteRow{}).error().code, Code::permission);
  ASSERT_TRUE(writer.articles->sync());
  EXPECT_EQ(reader.articles->find({}).value().size(), 2u);
  writer = {};
  EXPECT_TRUE(open_store(root_, Access::read_write));
}

TEST_F(FileStoreTest, WhatWasNotCommittedIsGone) {
  {
    Stores stores = open();
    SiteRow row;
    row.site = "a";
    ASSERT_TRUE(stores.state->save(row));
    ASSERT_TRUE(stores.state->commit());
    row.site = "b";
    ASSERT_TRUE(stores.state->save(row));
  }
  Stores stores = open();
  EXPECT_EQ(stores.notice, "");
  EXPECT_TRUE(stores.state->site("a").value());
  EXPECT_FALSE(stores.state->site("b").value());
}

TEST_F(FileStoreTest, AMissingStoreIsNamedToAReader) {
  const auto stores = open_store(root_, Access::read_only);
  ASSERT_FALSE(stores);
  EXPECT_EQ(stores.error().code, Code::not_found);
  EXPECT_NE(stores.error().text.find(root_.string()), std::string::npos);
  EXPECT_FALSE(fs::exists(root_));
}

TEST_F(FileStoreTest, ALostDatabaseIsNoHindranceToAReader) {
  const Article a = article_number(1);
  {
    Stores stores = open();
    ASSERT_TRUE(stores.articles->put(a, {}));
    ASSERT_TRUE(stores.articles->sync());
  }
  fs::remove(root_ / "state.db");
  Stores reader = open(Access::read_only);
  EXPECT_EQ(reader.articles->get(a.id).value(), a);
  EXPECT_NE(reader.notice, "");
  EXPECT_FALSE(fs::exists(root_ / "state.db"));
}

TEST_F(FileStoreTest, ALostDatabaseIsMadeAnew) {
  const Article a = article_number(1);
  {
    Stores stores = open();
    ASSERT_TRUE(stores.articles->put(a, {}));
    ASSERT_TRUE(stores.articles->sync());
  }
  fs::remove(root_ / "state.db");
  Stores stores = open();
  EXPECT_NE(stores.notice.find("1 articles"), std::string::npos) << stores.notice;
  EXPECT_EQ(stores.articles->get(a.id).value(), a);
  const auto row = stores.state->url(a.site, a.canonical_url).value();
  ASSERT_TRUE(row);
  EXPECT_EQ(row->status, UrlStatus::stored);
  EXPECT_EQ(row->article_id, a.id);
  EXPECT_EQ(stores.state->site(a.site).value().value().stored_total, 1);
  stores = {};
  EXPECT_EQ(open().notice, "");
}

TEST_F(FileStoreTest, AStoreBelowAFileIsAPermissionError) {
  spew(directory_.path() / "file", "x");
  const fs::path below = directory_.path() / "file" / "store";
  const auto stores = open_store(below, Access::read_write);
  ASSERT_FALSE(stores);
  EXPECT_EQ(stores.error().code, Code::permission);
  EXPECT_NE(stores.error().text.find(below.string()), std::string::npos) << stores.error().text;
}

// Runs the step as a user without rights; its exit status. Root passes all checks, so it changes its user first.
template <class Step>
int as_nobody(const Step& step) {
  constexpr uid_t kNobody = 65534;
  const pid_t child = ::fork();
  if (child == 0) {
    if (::geteuid() == 0 && (::setgid(kNobody) != 0 || ::setuid(kNobody) != 0)) ::_exit(99);
    ::_exit(step());
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST_F(FileStoreTest, AReadOnlyStoreIsRefusedToWritersAndOpenToReaders) {
  const Article a = article_number(1);
  {
    Stores stores = open();
    ASSERT_TRUE(stores.articles->put(a, {}));
    ASSERT_TRUE(stores.articles->sync());
  }
  fs::permissions(directory_.path(), fs::perms(0755));
  fs::permissions(root_, fs::perms(0555));
  fs::permissions(root_ / "state.lock", fs::perms(0444));
  const int writer = as_nobody([&] {
    const auto stores = open_store(root_, Access::read_write);
    if (stores) return 1;
    if (stores.error().code != Code::permission) return 2;
    return stores.error().text.find(root_.string()) == std::string::npos ? 3 : 0;
  });
  EXPECT_EQ(writer, 0);
  const int reader = as_nobody([&] {
    const auto stores = open_store(root_, Access::read_only);
    if (!stores) return 1;
    const auto got = stores->articles->get(a.id);
    return got && *got == a ? 0 : 2;
  });
  EXPECT_EQ(reader, 0);
  const int maker = as_nobody([&] {
    const auto stores = open_store(root_ / "new", Access::read_write);
    return !stores && stores.error().code == Code::permission ? 0 : 1;
  });
  EXPECT_EQ(maker, 0);
  fs::permissions(root_, fs::perms(0755));
}

TEST_F(FileStoreTest, AReaderWithoutRightsReadsWhileAnotherWrites) {
  Stores writer = open();
  ASSERT_TRUE(writer.articles->put(article_number(1), {}));
  ASSERT_TRUE(writer.articles->sync());
  ASSERT_TRUE(writer.articles->put(article_number(2), {}));
  fs::permissions(directory_.path(), fs::perms(0755));
  const int reader = as_nobody([&] {
    const auto stores = open_store(root_, Access::read_only);
    if (!stores) return 1;
    const auto entries = stores->articles->find({});
    return entries && entries->size() == 1 ? 0 : 2;
  });
  EXPECT_EQ(reader, 0);
}

}  // namespace
}  // namespace winnow::store
