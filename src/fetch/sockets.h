// libcurl's sockets and its one timer, watched with one epoll: the cost of a wait goes by what has happened, not by how
// many connections there are. One thread owns it.
#pragma once

#include <chrono>
#include <optional>
#include <vector>

#include "base/time.h"

namespace winnow::fetch {

class Sockets {
 public:
  // `multi` is a CURLM, which outlives this or is told nothing more; `bell` is a descriptor that ends a wait, too.
  Sockets(void* multi, int bell);
  ~Sockets();
  Sockets(const Sockets&) = delete;
  Sockets& operator=(const Sockets&) = delete;

  // Waits at most that long, and lets libcurl act on what has come. Whether the bell was among it.
  bool run(Millis at_most);

  // What libcurl calls.
  void watch(int fd, int what);
  void set_timer(long millis);

 private:
  [[nodiscard]] int wait(Millis at_most) const;

  void* multi_;
  int bell_;
  int epoll_;
  std::optional<std::chrono::steady_clock::time_point> due_;
  std::vector<bool> watched_;  // by descriptor
};

}  // namespace winnow::fetch
