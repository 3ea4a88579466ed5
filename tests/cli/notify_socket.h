// What systemd is to a service: a datagram socket that takes its notes (sd_notify(3)).
#pragma once

#include <gtest/gtest.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstring>
#include <string>
#include <vector>

#include "cli/program.h"

namespace winnow::cli {

class NotifySocket {
 public:
  explicit NotifySocket(std::string path)
      : path_(std::move(path)), fd_(::socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path_.c_str(), std::min(path_.size(), sizeof address.sun_path - 1));
    EXPECT_EQ(::bind(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0) << std::strerror(errno);
  }
  ~NotifySocket() { ::close(fd_); }
  NotifySocket(const NotifySocket&) = delete;
  NotifySocket& operator=(const NotifySocket&) = delete;

  [[nodiscard]] const std::string& path() const { return path_; }
  [[nodiscard]] Setting setting() const { return {.environment = {{"NOTIFY_SOCKET", path_}}}; }

  // The next note, or "" when none comes in time.
  std::string next(std::chrono::milliseconds at_most = kPatience) {
    pollfd waiting{fd_, POLLIN, 0};
    if (::poll(&waiting, 1, static_cast<int>(at_most.count())) <= 0) return "";
    char buffer[4096];
    const ssize_t n = ::recv(fd_, buffer, sizeof buffer, 0);
    return n > 0 ? std::string(buffer, static_cast<std::size_t>(n)) : "";
  }
  // Takes notes until one holds that line; that note, or "" when none does in time.
  std::string until(const std::string& line, std::chrono::milliseconds at_most = kPatience) {
    const auto deadline = std::chrono::steady_clock::now() + at_most;
    for (auto left = at_most; left.count() > 0;
         left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now())) {
      const std::string note = next(left);
      if (("\n" + note + "\n").find("\n" + line + "\n") != std::string::npos) return note;
    }
    return "";
  }

 private:
  std::string path_;
  int fd_;
};

// Waits until something holds.
template <class Condition>
bool comes_true(Condition condition, std::chrono::milliseconds at_most = kPatience) {
  const auto deadline = std::chrono::steady_clock::now() + at_most;
  while (!condition()) {
    if (std::chrono::steady_clock::now() >= deadline) return false;
    ::usleep(10'000);
  }
  return true;
}

}  // namespace winnow::cli
