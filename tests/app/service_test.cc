#include "app/service.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/un.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <cstring>

#include "app/support.h"

namespace winnow::app {
namespace {

std::atomic<int> wakes{0};
void wake() { ++wakes; }

// The manager's end of NOTIFY_SOCKET.
class Manager {
 public:
  Manager() : fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = folder_.at("notify").string();
    std::memcpy(address.sun_path, path.c_str(), path.size());
    EXPECT_EQ(::bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    ::setenv("NOTIFY_SOCKET", path.c_str(), 1);
  }
  ~Manager() {
    ::unsetenv("NOTIFY_SOCKET");
    ::close(fd_);
  }
  Manager(const Manager&) = delete;
  Manager& operator=(const Manager&) = delete;

  [[nodiscard]] std::string heard() const {
    char buffer[512];
    const ssize_t size = ::recv(fd_, buffer, sizeof buffer, 0);
    return size < 0 ? std::string() : std::string(buffer, static_cast<std::size_t>(size));
  }

 private:
  Folder folder_;
  int fd_;
};

TEST(Service, TellsTheManager) {
  const Manager manager;
  Service::ready("3 sites");
  EXPECT_EQ(manager.heard(), "READY=1\nSTATUS=3 sites");
  Service::status("busy");
  EXPECT_EQ(manager.heard(), "STATUS=busy");
  Service::reloading();
  EXPECT_THAT(manager.heard(), testing::MatchesRegex("RELOADING=1\nMONOTONIC_USEC=[0-9]+"));
  Service::feed_watchdog();
  EXPECT_EQ(manager.heard(), "WATCHDOG=1");
  Service::stopping("bye");
  EXPECT_EQ(manager.heard(), "STOPPING=1\nSTATUS=bye");
}

TEST(Service, WithoutAManagerNothingHappens) {
  ::unsetenv("NOTIFY_SOCKET");
  Service::ready("x");
  Service::feed_watchdog();
}

TEST(Service, TheWatchdogIsFedTwiceAnInterval) {
  struct Row {
    const char* usec;
    std::optional<std::chrono::milliseconds> interval;
  };
  const Row rows[] = {{"30000000", std::chrono::seconds(15)}, {"1000", std::chrono::milliseconds(0)}, {nullptr, {}}};
  ::unsetenv("WATCHDOG_PID");
  for (const Row& row : rows) {
    if (row.usec != nullptr) ::setenv("WATCHDOG_USEC", row.usec, 1);
    if (row.usec == nullptr) ::unsetenv("WATCHDOG_USEC");
    EXPECT_EQ(Service::watchdog_interval(), row.interval);
  }
}

TEST(Service, AnotherProcessesWatchdogIsNotOurs) {
  ::setenv("WATCHDOG_USEC", "30000000", 1);
  ::setenv("WATCHDOG_PID", "1", 1);
  EXPECT_FALSE(Service::watchdog_interval());
  ::unsetenv("WATCHDOG_USEC");
  ::unsetenv("WATCHDOG_PID");
}

// The flags are of the process and a stop is for good, so this is one test.
TEST(Service, TakesSignals) {
  const Service service(wake);
  EXPECT_FALSE(Service::take_reload());
  std::raise(SIGPIPE);
  EXPECT_EQ(wakes.load(), 0);
  std::raise(SIGHUP);
  EXPECT_EQ(wakes.load(), 1);
  EXPECT_FALSE(Service::stopping());
  EXPECT_TRUE(Service::take_reload());
  EXPECT_FALSE(Service::take_reload());
  std::raise(SIGTERM);
  EXPECT_EQ(wakes.load(), 2);
  EXPECT_TRUE(Service::stopping());
}

}  // namespace
}  // namespace winnow::app
