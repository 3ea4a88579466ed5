// A Unix socket on which the daemon says what it does: whoever connects is sent one JSON text and hung up on. Only the
// owner and the group may connect. One thread owns it; nothing blocks.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>

#include "base/result.h"

namespace winnow::app {

class StatusSocket {
 public:
  // Replaces a socket that nobody listens on any more; one that somebody does is Code::busy.
  [[nodiscard]] static Result<std::unique_ptr<StatusSocket>> listen(const std::filesystem::path& path);
  ~StatusSocket();
  StatusSocket(const StatusSocket&) = delete;
  StatusSocket& operator=(const StatusSocket&) = delete;

  // Answers those who have connected since the last call; `text` is asked only when there is one.
  void serve(const std::function<std::string()>& text);

 private:
  StatusSocket(int fd, std::filesystem::path path) : fd_(fd), path_(std::move(path)) {}
  int fd_;
  std::filesystem::path path_;
};

// What the daemon at that socket says; not_found when none is there.
[[nodiscard]] Result<std::string> ask_status(const std::filesystem::path& path);

}  // namespace winnow::app
