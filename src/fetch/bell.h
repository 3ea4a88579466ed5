// A file descriptor that rings: what waits for it with epoll can be woken from other threads and from signal handlers.
#pragma once

namespace winnow::fetch {

class Bell {
 public:
  Bell();
  ~Bell();
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;

  void ring() noexcept;                // async-signal-safe
  [[nodiscard]] bool take() noexcept;  // whether it has rung since the last time
  [[nodiscard]] int fd() const { return fd_; }

 private:
  int fd_;
};

}  // namespace winnow::fetch
