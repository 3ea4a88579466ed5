// What is left after the worst moment: a killed writer, a full disk, a damaged database.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>

#include "store/article_path.h"
#include "store/open.h"
#include "store/sample.h"
#include "store/sqlite.h"
#include "winnow/format.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;

// Stores articles and newer versions of them, without end.
[[noreturn]] void write_until_killed(const fs::path& root, unsigned seed, int ready) {
  auto stores = open_store(root, Access::read_write);
  if (!stores) ::_exit(1);
  std::mt19937 random(seed);
  (void)!::write(ready, "x", 1);
  for (int i = 0;; ++i) {
    const int number = static_cast<int>(random() % 60);
    Article a = article_number(number, "version " + std::to_string(random() % 50) + std::string(2000, 'x'));
    a.title = "Title " + std::to_string(random() % 3);  // another title must not make another file
    const std::string page(20000, 'p');
    if (!stores->articles->put(a, {.markdown = number % 2 == 0, .raw = {{page}}})) ::_exit(2);
    UrlRow row;
    row.site = a.site;
    row.key = row.url = a.url;
    row.status = UrlStatus::stored;
    row.article_id = a.id;
    if (!stores->state->save(row)) ::_exit(3);
    if (i % 7 == 6 && !stores->state->commit()) ::_exit(4);
  }
}

void kill_a_writer(const fs::path& root, unsigned seed, int micros) {
  int pipe_ends[2];
  ASSERT_EQ(::pipe(pipe_ends), 0);
  const pid_t child = ::fork();
  ASSERT_GE(child, 0);
  if (child == 0) write_until_killed(root, seed, pipe_ends[1]);
  ::close(pipe_ends[1]);
  char byte = 0;
  ASSERT_EQ(::read(pipe_ends[0], &byte, 1), 1);
  ::close(pipe_ends[0]);
  ::usleep(static_cast<useconds_t>(micros));
  ::kill(child, SIGKILL);
  int status = 0;
  ::waitpid(child, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status)) << "ended by itself: " << WEXITSTATUS(status);
}

// Every JSON file is an article; no id has two first paths.
void expect_whole(const fs::path& root) {
  std::map<std::string, std::string> path_of_id;
  for (const std::string& file : files_below(root)) {
    if (!file.ends_with(".json")) continue;
    const auto article = article_from_json(slurp(root / file));
    ASSERT_TRUE(article) << file;
    if (!id_of_name(fs::path(file).filename().string())) continue;  // an older version
    const auto [known, is_new] = path_of_id.emplace(article->id, file);
    EXPECT_TRUE(is_new) << file << " and " << known->second;
  }
}

std::map<std::string, std::string> index_of(ArticleStore& articles) {
  std::map<std::string, std::string> rows;
  const auto entries = articles.find({.site = "", .text = "", .since = "", .until = "", .limit = 100000}).value();
  for (const Entry& e : entries) rows[e.path] = e.id + " " + e.title + " " + e.content_hash + " " + e.url;
  return rows;
}

TEST(Durability, AKilledWriterLeavesWholeFilesAndNoDoubles) {
  TemporaryDirectory directory;
  const fs::path root = directory.path() / "store";
  std::mt19937 random(7);
  int looked_at = 0;
  for (unsigned round = 0; round < 60; ++round) {
    SCOPED_TRACE(round);
    kill_a_writer(root, round, static_cast<int>(random() % 20000));
    if (testing::Test::HasFatalFailure()) return;
    expect_whole(root);
    const auto before = files_below(root);
    auto stores = open_store(root, Access::read_write);
    ASSERT_TRUE(stores) << stores.error().text;
    if (!stores->notice.empty()) ++looked_at;
    for (const std::string& file : files_below(root)) EXPECT_EQ(file.find("/."), std::string::npos) << file;
    const auto rows = index_of(*stores->articles);
    for (const auto& [path, row] : rows) EXPECT_TRUE(stores->articles->get(path)) << path;
    ASSERT_TRUE(stores->articles->rebuild());
    EXPECT_EQ(index_of(*stores->articles), rows);
  }
  EXPECT_EQ(looked_at, 60);
  expect_whole(root);
}

TEST(Durability, AVersionLinkedBeforeACrashIsNotLinkedTwice) {
  TemporaryDirectory directory;
  const fs::path root = directory.path() / "store";
  auto stores = open_store(root, Access::read_write);
  Article a = article_number(1);
  const std::string path = stores->articles->put(a, {}).value().path;
  fs::create_hard_link(root / path, root / version_path(path, 1));  // and the new file was never written
  a.title = "Newer";
  ASSERT_TRUE(stores->articles->put(a, {}));
  EXPECT_TRUE(fs::exists(root / version_path(path, 1)));
  EXPECT_FALSE(fs::exists(root / version_path(path, 2)));
}

TEST(Durability, AFileThatACrashLeftWithoutItsRowGetsOneWhenItComesAgain) {
  TemporaryDirectory directory;
  const fs::path root = directory.path() / "store";
  const Article a = article_number(1);
  auto stores = open_store(root, Access::read_write);
  const std::string path = stores->articles->put(a, {}).value().path;
  stores = fail(Code::io, "closed");  // not committed
  spew(root / "state.lock", "");      // and it isn't told
  stores = open_store(root, Access::read_write);
  ASSERT_TRUE(stores);
  EXPECT_TRUE(stores->articles->find({}).value().empty());
  EXPECT_EQ(stores->articles->put(a, {}).value().outcome, PutOutcome::unchanged);
  EXPECT_EQ(stores->articles->find({}).value().size(), 1u);
  EXPECT_EQ(stores->articles->get(a.id).value(), a);
}

// After a crash what was written since the last commit is looked at, and no more.
TEST(Durability, ACrashLeavesLittleToLookAt) {
  TemporaryDirectory directory;
  const fs::path root = directory.path() / "store";
  auto stores = open_store(root, Access::read_write);
  Article old = article_number(1);
  old.published_at = "2025-01-01";
  const std::string path = stores->articles->put(old, {}).value().path;
  ASSERT_TRUE(stores->articles->sync());
  const auto long_ago = fs::file_time_type::clock::now() - std::chrono::hours(1);
  fs::last_write_time(root / path, long_ago);
  fs::last_write_time((root / path).parent_path(), long_ago);
  for (int i = 2; i < 5; ++i) ASSERT_TRUE(stores->articles->put(article_number(i), {}));
  stores = fail(Code::io, "closed");
  stores = open_store(root, Access::read_write);
  ASSERT_TRUE(stores);
  EXPECT_NE(stores->notice.find("; 3 articles were looked at again"), std::string::npos) << stores->notice;
  EXPECT_EQ(stores->articles->find({}).value().size(), 4u);
}

// Fills the store until a put fails; then makes space and goes on.
void expect_recovery(const fs::path& root, const std::function<void()>& make_space) {
  auto stores = open_store(root, Access::read_write);
  ASSERT_TRUE(stores) << stores.error().text;
  Result<void> failed;
  for (int i = 0; i < 5000 && failed; ++i) {
    const auto put = stores->articles->put(article_number(i, std::string(3000, 'x')), {.raw = {{std::to_string(i)}}});
    if (!put)
      failed = fail(put.error().code, put.error().text);
    else if (i % 10 == 9)
      failed = stores->articles->sync();
  }
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, Code::no_space) << failed.error().text;
  EXPECT_NE(failed.error().text.find(root.string()), std::string::npos) << failed.error().text;
  expect_whole(root);
  make_space();
  (void)stores->articles->sync();  // may say that the last rows are lost
  const Article late = article_number(100000);
  const auto put = stores->articles->put(late, {});
  ASSERT_TRUE(put) << put.error().text;
  const auto synced = stores->articles->sync();
  ASSERT_TRUE(synced) << synced.error().text;
  stores = fail(Code::io, "closed");
  stores = open_store(root, Access::read_write);
  ASSERT_TRUE(stores) << stores.error().text;
  EXPECT_TRUE(stores->articles->get(late.id));
  const auto rows = index_of(*stores->articles);
  ASSERT_TRUE(stores->articles->rebuild());
  EXPECT_EQ(index_of(*stores->articles), rows);
  expect_whole(root);
}

TEST(Durability, AFullDiskIsNamedAndPassesAway) {
  TemporaryDirectory directory;
  if (::mount("tmpfs", directory.path().c_str(), "tmpfs", 0, "size=2m") != 0) {
    GTEST_SKIP() << "needs the right to mount a small tmpfs";
  }
  spew(directory.path() / "ballast", std::string(500000, 'b'));
  expect_recovery(directory.path() / "store", [&] { fs::remove(directory.path() / "ballast"); });
  ::umount2(directory.path().c_str(), MNT_DETACH);
}

TEST(Durability, AFileSizeLimitIsNamed) {
  TemporaryDirectory directory;
  const pid_t child = ::fork();
  if (child == 0) {
    std::signal(SIGXFSZ, SIG_IGN);
    auto stores = open_store(directory.path(), Access::read_write);
    if (!stores) ::_exit(1);
    const rlimit limit{10000, 10000};
    ::setrlimit(RLIMIT_FSIZE, &limit);
    const auto put = stores->articles->put(article_number(1, std::string(50000, 'x')), {});
    if (put) ::_exit(2);
    ::_exit(put.error().code == Code::no_space ? 0 : 3);
  }
  int status = 0;
  ::waitpid(child, &status, 0);
  EXPECT_EQ(WEXITSTATUS(status), 0);
  for (const std::string& file : files_below(directory.path())) EXPECT_TRUE(file.starts_with("state.")) << file;
}

class DamagedDatabase : public testing::Test {
 protected:
  static constexpr int kArticles = 40;

  void SetUp() override {
    auto stores = open_store(root_, Access::read_write);
    for (int i = 0; i < kArticles; ++i) {
      const Article a = article_number(i, "text " + std::to_string(i));
      ASSERT_TRUE(stores->articles->put(a, {}));
      UrlRow row;
      row.site = a.site;
      row.key = row.url = a.url;
      row.status = UrlStatus::stored;
      row.article_id = a.id;
      ASSERT_TRUE(stores->state->save(row));
    }
    ASSERT_TRUE(stores->state->commit());
    rows_ = index_of(*stores->articles);
    stores = fail(Code::io, "closed");
    good_ = slurp(root_ / "state.db");
  }

  // Opens the mutant for reading and for writing: each gives all articles, or names the damage that it met.
  void expect_survival(const std::string& mutant) {
    for (const auto& entry : fs::directory_iterator(root_)) {
      if (entry.path().filename().string().starts_with("state.")) fs::remove(entry.path());
    }
    spew(root_ / "state.db", mutant);
    const auto reader = open_store(root_, Access::read_only);
    ASSERT_TRUE(reader) << reader.error().text;
    (void)reader->articles->find({});
    auto writer = open_store(root_, Access::read_write);
    ASSERT_TRUE(writer) << writer.error().text;
    if (fs::exists(root_ / "state.db.damaged-1")) {
      EXPECT_EQ(slurp(root_ / "state.db.damaged-1"), mutant);
      EXPECT_NE(writer->notice.find("damaged-1"), std::string::npos) << writer->notice;
      EXPECT_EQ(index_of(*writer->articles), rows_);
      const Article a = article_number(3);
      EXPECT_EQ(writer->state->url(a.site, a.url).value().value().status, UrlStatus::stored);
      ++rebuilt_;
    } else {
      EXPECT_EQ(index_of(*writer->articles).size(), rows_.size());
    }
    const auto found = writer->articles->find({.site = "", .text = "text", .since = "", .until = ""});
    EXPECT_TRUE(found || found.error().code == Code::corrupt);
    const Article late = article_number(1000);
    EXPECT_TRUE(writer->articles->put(late, {}));
    EXPECT_TRUE(writer->articles->sync());
    for (const std::string& file : files_below(root_)) {
      if (file.find(late.id) != std::string::npos) fs::remove(root_ / file);
    }
  }

  TemporaryDirectory directory_;
  fs::path root_ = directory_.path() / "store";
  std::string good_;
  std::map<std::string, std::string> rows_;
  int rebuilt_ = 0;
};

TEST_F(DamagedDatabase, GarbageAndStumpsAreMadeAnew) {
  const std::string mutants[] = {
      std::string(5000, 'g'),
      "SQLite format 3",
      std::string("SQLite format 3\0", 16) + std::string(4080, '\xff'),
      good_.substr(0, 1000),
      good_.substr(0, 4096),
      good_.substr(0, good_.size() / 2),
      good_.substr(0, good_.size() - 4096),
      std::string(good_).replace(0, 100, 100, '\0'),
      std::string(good_).replace(100, 4000, 4000, '\xee'),
      std::string(good_).replace(good_.size() / 2, 20000, 20000, '\x55'),
  };
  for (const std::string& mutant : mutants) {
    SCOPED_TRACE(&mutant - mutants);
    expect_survival(mutant);
  }
  EXPECT_EQ(rebuilt_, 10);
}

TEST_F(DamagedDatabase, ScatteredDamageIsMetOrHarmless) {
  std::mt19937 random(11);
  for (int round = 0; round < 30; ++round) {
    SCOPED_TRACE(round);
    std::string mutant = good_;
    // A stretch of zeros over the beginning of a page, where its structure is told.
    const std::size_t page = random() % (mutant.size() / 4096);
    mutant.replace(page * 4096, 16, 16, '\0');
    expect_survival(mutant);
  }
  EXPECT_GT(rebuilt_, 15);
}

TEST_F(DamagedDatabase, AnEmptyFileCountsAsLost) {
  spew(root_ / "state.db", "");
  EXPECT_EQ(index_of(*open_store(root_, Access::read_only)->articles), rows_);
}

TEST_F(DamagedDatabase, ANewerSchemaIsLeftAlone) {
  std::string newer = good_;
  newer.replace(60, 4, std::string("\0\0\0\x63", 4));  // user_version, file format 1.3.12
  spew(root_ / "state.db", newer);
  for (const Access access : {Access::read_only, Access::read_write}) {
    const auto stores = open_store(root_, access);
    ASSERT_FALSE(stores);
    EXPECT_EQ(stores.error().code, Code::invalid);
    EXPECT_NE(stores.error().text.find("newer winnow"), std::string::npos) << stores.error().text;
  }
  EXPECT_EQ(slurp(root_ / "state.db"), newer);
}

TEST_F(DamagedDatabase, AnotherProgramsDatabaseIsLeftAlone) {
  std::string other = good_;
  other.replace(68, 4, std::string("abcd", 4));  // application_id
  spew(root_ / "state.db", other);
  const auto stores = open_store(root_, Access::read_write);
  ASSERT_FALSE(stores);
  EXPECT_EQ(stores.error().code, Code::invalid);
  EXPECT_EQ(slurp(root_ / "state.db"), other);
}

TEST_F(DamagedDatabase, AFileThatIsNoArticleIsPutAside) {
  fs::remove(root_ / "state.db");
  const std::string victim = rows_.begin()->first;
  spew(root_ / victim, "{\"id\": ");
  auto stores = open_store(root_, Access::read_write);
  ASSERT_TRUE(stores);
  EXPECT_NE(stores->notice.find(victim), std::string::npos) << stores->notice;
  EXPECT_EQ(index_of(*stores->articles).size(), rows_.size() - 1);
  EXPECT_TRUE(fs::exists(root_ / (victim + ".damaged")));
}

}  // namespace
}  // namespace winnow::store
