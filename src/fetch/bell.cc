#include "fetch/bell.h"

#include <sys/eventfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace winnow::fetch {

Bell::Bell() : fd_(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)) {}

Bell::~Bell() {
  if (fd_ >= 0) close(fd_);
}

void Bell::ring() noexcept {
  const int kept = errno;
  const std::uint64_t one = 1;
  static_cast<void>(!write(fd_, &one, sizeof one));
  errno = kept;
}

bool Bell::take() noexcept {
  std::uint64_t count = 0;
  return read(fd_, &count, sizeof count) == sizeof count;
}

}  // namespace winnow::fetch
