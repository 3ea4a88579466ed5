// A Unix socket on which the daemon says what it does: whoever connects is sent one JSON text and hung up on. Only the
// owner and the group may connect. One thread owns it; nothing blocks.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"

namespace winnow::app {

class StatusSocket {
 public:
  // Replaces a socket that nobody listens on any more; one that somebody does is Code::busy.
  [[nodiscard]] static Result<std::unique_ptr<StatusSocket>> listen(const std::filesystem::path& path);
  ~StatusSocket();
  StatusSocket(const StatusSocket&) = delete;
  StatusSocket& operator=(const StatusSocket&) = delete;

  // Answers those who have connected since the last call, and goes on with those who read slowly: nobody is waited
  // for. `text` is asked once, and only when somebody is new.
  void serve(const std::function<std::string()>& text);
  // Whether somebody has not been sent all of it: serve() again soon.
  [[nodiscard]] bool busy() const { return !peers_.empty(); }

 private:
  using Clock = std::chrono::steady_clock;
  struct Peer {
    int fd;
    std::shared_ptr<const std::string> text;
    std::size_t sent = 0;
    Clock::time_point since{};
  };
  StatusSocket(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}
  [[nodiscard]] static bool finished(Peer& peer);

  int fd_;
  std::filesystem::path path_;
  std::vector<Peer> peers_;
};

// What the daemon at that socket says; not_found when none is there.
[[nodiscard]] Result<std::string> ask_status(const std::filesystem::path& path);

}  // namespace winnow::app
