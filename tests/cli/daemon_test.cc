// `winnow daemon` as systemd runs it.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include "base/json.h"
#include "cli/desk.h"
#include "cli/notify_socket.h"

namespace winnow::cli {
namespace {

using std::chrono::seconds;
using ::testing::HasSubstr;
using ::testing::StartsWith;
using Clock = std::chrono::steady_clock;

constexpr const char* kSeldom = "schedule: {every: 12h}\n";

// A desk, a paper and systemd's end of the notes. The daemon is asked to stop when the test has not done so.
class Daemon : public ::testing::Test {
 protected:
  void start(const std::vector<std::pair<std::string, std::string>>& more = {}) {
    Setting setting = notes_.setting();
    setting.environment.insert(setting.environment.end(), more.begin(), more.end());
    daemon_ = desk_.start({"daemon"}, setting);
    ASSERT_NE(notes_.until("READY=1"), "") << daemon_->err();
  }
  Ended stop() {
    daemon_->signal(SIGTERM);
    return daemon_->wait();
  }
  bool stored(std::size_t count) {
    return comes_true([&] { return desk_.articles().size() >= count; });
  }

  Desk desk_;
  NotifySocket notes_{desk_.path("notify")};
  std::unique_ptr<Program> daemon_;
};

TEST_F(Daemon, SaysReadyCrawlsAndStopsInOrder) {
  const Paper paper(3);
  desk_.write("sites/paper.yaml", paper.site("paper", kSeldom));
  start();
  EXPECT_TRUE(stored(3)) << daemon_->err();
  daemon_->signal(SIGTERM);
  EXPECT_NE(notes_.until("STOPPING=1"), "");
  const Ended end = daemon_->wait();
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out, "");
  EXPECT_THAT(end.err, HasSubstr("paper: 3 stored"));
  EXPECT_FALSE(fs::exists(desk_.path("store/winnow.sock")));
}

TEST_F(Daemon, SigintStopsItToo) {
  start();
  daemon_->signal(SIGINT);
  EXPECT_EQ(daemon_->wait().status, 0);
}

TEST_F(Daemon, AReloadTakesUpANewSite) {
  const Paper one(2), two(3);
  desk_.write("sites/one.yaml", one.site("one", kSeldom));
  start();
  EXPECT_TRUE(stored(2)) << daemon_->err();
  desk_.write("sites/two.yaml", two.site("two", kSeldom));
  daemon_->signal(SIGHUP);
  EXPECT_THAT(notes_.until("RELOADING=1"), HasSubstr("\nMONOTONIC_USEC="));
  EXPECT_NE(notes_.until("READY=1"), "");
  EXPECT_TRUE(stored(5)) << daemon_->err();
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, ABrokenReloadKeepsTheLastGoodConfiguration) {
  const Paper paper(2);
  desk_.write("sites/paper.yaml", paper.site("paper", "schedule: {every: 1s}\n"));
  start();
  EXPECT_TRUE(stored(2)) << daemon_->err();
  desk_.write("sites/broken.yaml", "site: broken\nhome: http://a.example/\nshedule: {every: 1s}\n");
  daemon_->signal(SIGHUP);
  EXPECT_NE(notes_.until("RELOADING=1"), "");
  EXPECT_THAT(notes_.until("READY=1"), HasSubstr("reload failed"));
  EXPECT_TRUE(daemon_->says("the last good configuration stays"));
  EXPECT_TRUE(daemon_->says("sites/broken.yaml:3:1: unknown key 'shedule'; did you mean 'schedule'?"))
      << daemon_->err();
  const std::size_t before = paper.count("/feed.xml");
  EXPECT_TRUE(comes_true([&] { return paper.count("/feed.xml") > before + 1; })) << daemon_->err();
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, ASiteThatIsTurnedOffIsNotVisitedAnyMore) {
  const Paper paper(1);
  desk_.write("sites/paper.yaml", paper.site("paper", "schedule: {every: 1s}\n"));
  start();
  EXPECT_TRUE(comes_true([&] { return paper.count("/feed.xml") > 1; })) << daemon_->err();
  desk_.write("sites/paper.yaml", paper.site("paper", "schedule: {every: 1s}\nenabled: false\n"));
  daemon_->signal(SIGHUP);
  EXPECT_NE(notes_.until("RELOADING=1"), "");
  EXPECT_NE(notes_.until("READY=1"), "");
  ::usleep(300'000);  // a visit that was going on may end
  const std::size_t before = paper.count("/feed.xml");
  ::usleep(2'500'000);
  EXPECT_EQ(paper.count("/feed.xml"), before);
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, AnIntervalBringsItBack) {
  const Paper paper(1);
  desk_.write("sites/paper.yaml", paper.site("paper", "schedule: {every: 2s}\n"));
  const auto begun = Clock::now();
  start();
  EXPECT_TRUE(comes_true([&] { return paper.count("/feed.xml") >= 3; })) << daemon_->err();
  EXPECT_GE(Clock::now() - begun, seconds(3));
  EXPECT_EQ(desk_.articles().size(), 1U);
  EXPECT_EQ(paper.count("/story/1.html"), 1U);
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, FeedsTheWatchdog) {
  start({{"WATCHDOG_USEC", "1000000"}});
  for (int i = 0; i < 3; ++i) EXPECT_NE(notes_.until("WATCHDOG=1", seconds(20)), "") << i;
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, StopsInsideTenSecondsWithASlowPageInFlight) {
  const Paper paper(4, Millis(40'000));
  desk_.write("sites/paper.yaml", paper.site("paper", kSeldom));
  start();
  EXPECT_TRUE(comes_true([&] { return paper.count("/story/1.html") > 0; })) << daemon_->err();
  const auto asked = Clock::now();
  daemon_->signal(SIGTERM);
  EXPECT_NE(notes_.until("STOPPING=1"), "");
  const Ended end = daemon_->wait();
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_LT(Clock::now() - asked, seconds(10));
}

TEST_F(Daemon, StatusTellsWhatItDoes) {
  const Paper paper(2, Millis(1500));
  desk_.write("sites/paper.yaml", paper.site("paper", kSeldom));
  start();
  EXPECT_TRUE(comes_true([&] { return paper.count("/story/1.html") > 0; })) << daemon_->err();
  const Ended going = desk_.winnow({"status"});
  EXPECT_EQ(going.status, 0) << going.err;
  EXPECT_THAT(going.out, StartsWith("daemon: running since 20"));
  EXPECT_THAT(going.out, HasSubstr("\npaper                   running "));
  EXPECT_TRUE(comes_true([&] {
    const Json status = Json::parse(desk_.winnow({"status", "--json"}).out).value_or(Json());
    const auto& sites = status["sites"].array();
    return sites.size() == 1 && !sites[0]["running"].boolean() && sites[0]["stored"].integer() == 2 &&
           !sites[0]["next_run"].is_null();
  })) << daemon_->err();
  EXPECT_EQ(stop().status, 0);
  EXPECT_THAT(desk_.winnow({"status"}).out, StartsWith("daemon: not running\n"));
}

TEST_F(Daemon, TheStoreIsReadWhileItRunsAndWrittenByNobodyElse) {
  const Paper paper(2);
  desk_.write("sites/paper.yaml", paper.site("paper", kSeldom));
  start();
  EXPECT_TRUE(stored(2)) << daemon_->err();
  EXPECT_TRUE(comes_true([&] { return desk_.winnow({"search", "Story"}).out.find("Story 2") != std::string::npos; }));
  EXPECT_EQ(desk_.winnow({"list"}).status, 0);
  for (const std::vector<std::string>& row :
       std::vector<std::vector<std::string>>{{"daemon"}, {"crawl", "paper"}, {"crawl", "--again", "paper"}}) {
    const Ended end = desk_.winnow(row);
    EXPECT_EQ(end.status, 5) << row[0];
    EXPECT_THAT(end.err, HasSubstr("store/state.lock: "));
    EXPECT_THAT(end.err, HasSubstr(std::to_string(daemon_->pid())));
  }
  desk_.write("other.yaml", "store: other\nsocket: store/winnow.sock\n");
  const Ended socket = winnow({"--config", desk_.path("other.yaml"), "daemon"});
  EXPECT_EQ(socket.status, 5);
  EXPECT_THAT(socket.err, HasSubstr("store/winnow.sock: another daemon listens here"));
  EXPECT_THAT(desk_.winnow({"status"}).out, StartsWith("daemon: running since ")) << "the second one took the socket away";
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, ASocketThatAKilledOneLeftIsTakenOver) {
  start();
  daemon_->signal(SIGKILL);
  EXPECT_EQ(daemon_->wait().signal, SIGKILL);
  EXPECT_TRUE(fs::exists(desk_.path("store/winnow.sock")));
  EXPECT_THAT(desk_.winnow({"status"}).out, StartsWith("daemon: not running\n"));
  start();
  EXPECT_THAT(desk_.winnow({"status"}).out, StartsWith("daemon: running since "));
  EXPECT_EQ(stop().status, 0);
}

TEST_F(Daemon, UnderTheJournalEachLineHasItsPriority) {
  start({{"JOURNAL_STREAM", "8:1"}});
  const Ended end = stop();
  EXPECT_THAT(end.err, StartsWith("<6>"));
}

TEST_F(Daemon, ALogFileTakesTheLines) {
  desk_.write("winnow.yaml", "sites: [sites/*.yaml]\nstore: store\nlog: {file: winnow.log}\n");
  start();
  const Ended end = stop();
  EXPECT_EQ(end.err, "");
  EXPECT_THAT(read(desk_.path("winnow.log")), HasSubstr("stopped"));
}

TEST(DaemonStart, WithoutAUsableStoreIsStatusFive) {
  const Desk desk;
  desk.write("file", "");
  desk.write("winnow.yaml", "store: file/store\n");
  const Ended end = desk.winnow({"daemon"});
  EXPECT_EQ(end.status, 5);
  EXPECT_THAT(end.err, HasSubstr("file/store"));
}

}  // namespace
}  // namespace winnow::cli
