// A store that can't be used: status 5, the path and the remedy named, nothing torn, and all is well once it is mended.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sched.h>
#include <sys/mount.h>
#include <unistd.h>

#include "cli/desk.h"
#include "cli/notify_socket.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;

constexpr uid_t kNobody = 65534;
constexpr int kStories = 100;

// A small file system at that place, for this process and those it starts; false where that is not to be had.
bool mount_small(const fs::path& place, const std::string& size) {
  if (::geteuid() != 0 || ::unshare(CLONE_NEWNS) != 0) return false;
  if (::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  fs::create_directories(place);
  return ::mount("tmpfs", place.c_str(), "tmpfs", 0, ("size=" + size).c_str()) == 0;
}

// Takes all space but so many bytes.
void fill(const fs::path& place, std::uintmax_t free) {
  const std::uintmax_t space = fs::space(place).available;
  const std::string filler = place / "filler";
  const int fd = ::open(filler.c_str(), O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
  ASSERT_EQ(::posix_fallocate(fd, 0, static_cast<off_t>(space > free ? space - free : 1)), 0);
  ::close(fd);
}

TEST(FullDisk, NothingIsTornAndTheNextCrawlCompletesTheSet) {
  const Paper paper(kStories);
  for (const std::uintmax_t free : {0U, 40'000U, 200'000U, 400'000U, 700'000U}) {
    const Desk desk;
    desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\n"));
    desk.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: disk/store\n");
    if (!mount_small(desk.path("disk"), "16m")) GTEST_SKIP() << "only root can mount a small disk";
    fill(desk.path("disk"), free);
    const Ended full = desk.winnow({"crawl", "paper"});
    EXPECT_EQ(full.status, 5) << free << ": " << full.err;
    EXPECT_THAT(full.err, HasSubstr("disk/store")) << free;
    EXPECT_THAT(full.err, HasSubstr("free some space")) << free;
    const std::size_t stored = desk.articles("disk/store").size();
    EXPECT_LT(stored, static_cast<std::size_t>(kStories)) << free;
    fs::remove(desk.path("disk/filler"));
    const Ended mended = desk.winnow({"crawl", "paper"});
    EXPECT_EQ(mended.status, 0) << free << ": " << mended.err;
    EXPECT_EQ(desk.articles("disk/store").size(), static_cast<std::size_t>(kStories)) << free << ", " << stored;
    ::umount2(desk.path("disk").c_str(), MNT_DETACH);
  }
}

TEST(FullDisk, TheDaemonPausesAndSaysSo) {
  const Paper paper(kStories);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper", "store: {raw: true}\n"));
  desk.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: disk/store\nsocket: winnow.sock\n");
  if (!mount_small(desk.path("disk"), "16m")) GTEST_SKIP() << "only root can mount a small disk";
  fill(desk.path("disk"), 400'000);
  NotifySocket notes(desk.path("notify"));
  const auto daemon = desk.start({"daemon"}, notes.setting());
  EXPECT_TRUE(daemon->says("crawling is paused: ")) << daemon->err();
  EXPECT_TRUE(comes_true([&] { return desk.winnow({"status"}).out.find("\npaused: ") != std::string::npos; }));
  daemon->signal(SIGTERM);
  EXPECT_EQ(daemon->wait().status, 0);
  ::umount2(desk.path("disk").c_str(), MNT_DETACH);
}

TEST(NewerStore, IsLeftAloneAndNamed) {
  const Paper paper(1);
  const Desk desk;
  desk.write("sites/paper.yaml", paper.site("paper"));
  ASSERT_EQ(desk.winnow({"crawl", "paper"}).status, 0);
  std::string database = read(desk.path("store/state.db"));
  ASSERT_GT(database.size(), 64U);
  database.replace(60, 4, std::string("\0\0\x7f\xff", 4));  // user_version, as SQLite's file format has it
  desk.write("store/state.db", database);
  for (const std::vector<std::string>& row :
       std::vector<std::vector<std::string>>{{"crawl", "paper"}, {"list"}, {"status"}}) {
    const Ended end = desk.winnow(row);
    EXPECT_EQ(end.status, 5) << row[0] << ": " << end.err;
    EXPECT_THAT(end.err, HasSubstr("made by a newer winnow")) << row[0];
  }
  EXPECT_EQ(read(desk.path("store/state.db")), database);
}

TEST(NoPermission, AStoreBelowAFileIsNamed) {
  const Paper paper(1);
  const Desk desk;
  desk.write("file", "");
  desk.write("sites/paper.yaml", paper.site("paper"));
  desk.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: file/store\n");
  for (const std::vector<std::string>& row :
       std::vector<std::vector<std::string>>{{"crawl", "paper"}, {"list"}, {"search", "a"}, {"export"}, {"status"}}) {
    const Ended end = desk.winnow(row);
    EXPECT_EQ(end.status, 5) << row[0];
    EXPECT_THAT(end.err, HasSubstr("file/store: ")) << row[0];
  }
  EXPECT_EQ(paper.requests(), 0U);
}

// As somebody who may not write.
class AsNobody : public ::testing::Test {
 protected:
  void SetUp() override {
    if (::geteuid() != 0) GTEST_SKIP() << "only root can become another user";
    fs::permissions(desk_.path(), fs::perms(0755));
    if (desk_.winnow({"--version"}, {.user = kNobody}).status != 0)
      GTEST_SKIP() << "nobody can't run " << winnow_path();
    desk_.write("sites/paper.yaml", paper_.site("paper"));
  }
  Paper paper_{2};
  Desk desk_;
};

TEST_F(AsNobody, AFolderThatMayNotBeWrittenIsNamed) {
  const Ended end = desk_.winnow({"crawl", "paper"}, {.user = kNobody});
  EXPECT_EQ(end.status, 5);
  EXPECT_THAT(end.err, HasSubstr(desk_.path("store").string()));
  EXPECT_THAT(end.err, HasSubstr("ermission denied"));
  EXPECT_EQ(paper_.requests(), 0U);
}

TEST_F(AsNobody, AnothersStoreIsReadButNotWritten) {
  ASSERT_EQ(desk_.winnow({"crawl", "paper"}).status, 0);
  const Ended crawl = desk_.winnow({"crawl", "paper"}, {.user = kNobody});
  EXPECT_EQ(crawl.status, 5);
  EXPECT_THAT(crawl.err, HasSubstr(desk_.path("store").string()));
  const Ended list = desk_.winnow({"list"}, {.user = kNobody});
  EXPECT_EQ(list.status, 0) << list.err;
  EXPECT_EQ(std::count(list.out.begin(), list.out.end(), '\n'), 2);
}

TEST_F(AsNobody, AStoreThatMayNotBeReadIsNamed) {
  ASSERT_EQ(desk_.winnow({"crawl", "paper"}).status, 0);
  fs::permissions(desk_.path("store"), fs::perms(0700));
  for (const std::vector<std::string>& row : std::vector<std::vector<std::string>>{{"list"}, {"status"}}) {
    const Ended end = desk_.winnow(row, {.user = kNobody});
    EXPECT_EQ(end.status, 5) << row[0];
    EXPECT_THAT(end.err, HasSubstr(desk_.path("store").string()));
  }
}

}  // namespace
}  // namespace winnow::cli
