// The installed unit: systemd's own judgement of it, and its ExecStart run as systemd would.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>

#include <sstream>

#include "cli/desk.h"
#include "cli/notify_socket.h"

namespace winnow::cli {
namespace {

using ::testing::HasSubstr;

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from << " is not in\n" << text;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string value_of(const std::string& unit, const std::string& key) {
  const std::size_t at = unit.find("\n" + key + "=");
  if (at == std::string::npos) return "";
  const std::size_t from = at + key.size() + 2;
  return unit.substr(from, unit.find('\n', from) - from);
}

std::vector<std::string> words_of(const std::string& command) {
  std::istringstream in(command);
  return {std::istream_iterator<std::string>(in), {}};
}

// What `cmake --install --prefix /usr` gives, below a folder of its own.
class Service : public ::testing::Test {
 protected:
  void SetUp() override {
    const Ended end = run({WINNOW_CMAKE, "--install", WINNOW_BINARY_DIR, "--prefix", "/usr", "--component", "program"},
                          {.environment = {{"DESTDIR", root_}}});
    ASSERT_EQ(end.status, 0) << end.out << end.err;
    unit_ = read(root_ + "/usr/lib/systemd/system/winnow.service");
    ASSERT_NE(unit_, "");
  }
  Desk desk_;
  std::string root_ = desk_.path("root");
  std::string unit_;
};

TEST_F(Service, ItsCommandRunsAndTellsSystemd) {
  const Paper paper(2);
  const std::string config = root_ + "/etc/winnow/winnow.yaml";
  std::string yaml = replaced(read(config), "store: /var/lib/winnow", "store: " + root_ + "/var/lib/winnow");
  write(config, replaced(yaml, "socket: /run/winnow/winnow.sock", "socket: " + desk_.path("winnow.sock").string()));
  write(root_ + "/etc/winnow/sites/paper.yaml", paper.site("paper"));

  std::vector<std::string> command = words_of(value_of(unit_, "ExecStart"));
  ASSERT_GT(command.size(), 1U) << unit_;
  EXPECT_EQ(command[0], "/usr/bin/winnow");
  for (std::string& word : command) {
    if (word.starts_with('/')) word.insert(0, root_);
  }
  EXPECT_EQ(value_of(unit_, "Type"), "notify");
  NotifySocket notes(desk_.path("notify"));
  Setting setting = notes.setting();
  setting.environment.emplace_back("WATCHDOG_USEC", value_of(unit_, "WatchdogSec") + "000000");
  Program daemon(command, setting);
  EXPECT_NE(notes.until("READY=1"), "") << daemon.err();
  const fs::path store = root_ + "/var/lib/winnow/paper";
  EXPECT_TRUE(comes_true([&] { return fs::exists(store) && desk_.articles("root/var/lib/winnow").size() == 2; }))
      << daemon.err();
  EXPECT_THAT(winnow({"--config", config, "status"}).out, HasSubstr("running since "));
  EXPECT_THAT(value_of(unit_, "ExecReload"), HasSubstr("-HUP"));
  daemon.signal(SIGHUP);
  EXPECT_NE(notes.until("RELOADING=1"), "");
  EXPECT_NE(notes.until("READY=1"), "");
  daemon.signal(SIGTERM);
  EXPECT_NE(notes.until("STOPPING=1"), "");
  EXPECT_EQ(daemon.wait().status, 0);
}

// The workers close their sandbox inside that of the unit.
TEST_F(Service, ItsFilterOfSystemCallsLetsTheProgramWork) {
#ifdef __SANITIZE_ADDRESS__
  GTEST_SKIP() << "LeakSanitizer needs calls that the filter forbids";
#endif
  const std::string script = WINNOW_SOURCE_DIR "/tests/cli/under_filter.py", unit = desk_.path("winnow.service");
  desk_.write("winnow.service", unit_);
  const std::string python = "/usr/bin/python3";
  if (!fs::exists(python)) GTEST_SKIP() << "python3 is not installed";
  const Paper paper(3);
  desk_.write("sites/paper.yaml", paper.site("paper"));
  const Ended end = run({python, script, unit, winnow_path(), "--config", desk_.path("winnow.yaml"), "crawl", "paper"});
  if (end.status == 77) GTEST_SKIP() << end.err;
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(desk_.articles().size(), 3U);
  const Ended nice = run({python, script, unit, "/usr/bin/nice", "-n", "1", "/bin/true"});
  EXPECT_NE(nice.err, "") << "the filter does not hold";
}

TEST_F(Service, SystemdFindsNoFaultInTheUnit) {
  const std::string analyze = "/usr/bin/systemd-analyze";
  if (!fs::exists(analyze)) GTEST_SKIP() << "systemd-analyze is not installed";
  // The program is not in /usr/bin while it is tested.
  desk_.write("winnow.service", replaced(unit_, "ExecStart=/usr/bin/winnow", "ExecStart=" + winnow_path()));
  const Ended end = run({analyze, "verify", "--man=no", "--recursive-errors=no", desk_.path("winnow.service")});
  EXPECT_EQ(end.status, 0) << end.err;
  EXPECT_EQ(end.out + end.err, "");
  desk_.write("winnow.service", replaced(unit_, "Restart=", "Restrat="));
  const Ended wrong = run({analyze, "verify", "--man=no", "--recursive-errors=no", desk_.path("winnow.service")});
  EXPECT_THAT(wrong.err, HasSubstr("Restrat")) << "it would not have noticed";
}

}  // namespace
}  // namespace winnow::cli
