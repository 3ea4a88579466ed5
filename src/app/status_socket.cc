#include "app/status_socket.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace winnow::app {
namespace {

constexpr std::size_t kPeersAtOnce = 16;
constexpr std::chrono::seconds kPatience{10};  // with who asks and doesn't read
constexpr int kAskTimeoutMs = 5000;
constexpr std::size_t kLongestStatus = 16 << 20;

Result<sockaddr_un> address_of(const std::filesystem::path& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.string().size() >= sizeof address.sun_path) {
    return fail(Code::invalid, path.string() + ": the path is too long for a socket; name a shorter one with 'socket'");
  }
  std::memcpy(address.sun_path, path.c_str(), path.string().size());
  return address;
}

tl::unexpected<Error> failure(const std::filesystem::path& path) {
  const Code code = errno == EACCES || errno == EPERM || errno == EROFS ? Code::permission : Code::io;
  return fail(code, path.string() + ": " + std::strerror(errno));
}

int connect_to(const sockaddr_un& address) {
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd < 0) return -1;
  if (::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0) return fd;
  const int error = errno;
  ::close(fd);
  errno = error;
  return -1;
}

}  // namespace

Result<std::unique_ptr<StatusSocket>> StatusSocket::listen(const std::filesystem::path& path) {
  auto address = address_of(path);
  if (!address) return tl::unexpected(address.error());
  if (const int other = connect_to(*address); other >= 0) {
    ::close(other);
    return fail(Code::busy, path.string() + ": another daemon listens here; stop it, or name another 'socket'");
  }
  struct stat info {};
  if (::lstat(path.c_str(), &info) == 0) {
    if (!S_ISSOCK(info.st_mode)) return fail(Code::exists, path.string() + ": is there and is no socket");
    ::unlink(path.c_str());
  }
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  if (fd < 0) return failure(path);
  const mode_t mask = ::umask(0117);
  const bool bound = ::bind(fd, reinterpret_cast<const sockaddr*>(&*address), sizeof *address) == 0;
  ::umask(mask);
  if (!bound || ::listen(fd, 16) != 0) {
    auto error = failure(path);
    ::close(fd);
    return error;
  }
  return std::unique_ptr<StatusSocket>(new StatusSocket(fd, path));
}

StatusSocket::~StatusSocket() {
  for (const Peer& peer : peers_) ::close(peer.fd);
  ::close(fd_);
  ::unlink(path_.c_str());
}

bool StatusSocket::finished(Peer& peer) {
  while (peer.sent < peer.text->size()) {
    const ssize_t n =
        ::send(peer.fd, peer.text->data() + peer.sent, peer.text->size() - peer.sent, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return Clock::now() - peer.since > kPatience;
    if (n <= 0) return true;
    peer.sent += static_cast<std::size_t>(n);
  }
  return true;
}

void StatusSocket::serve(const std::function<std::string()>& text) {
  std::shared_ptr<const std::string> answer;
  while (peers_.size() < kPeersAtOnce) {
    const int peer = ::accept4(fd_, nullptr, nullptr, SOCK_CLOEXEC);
    if (peer < 0) break;
    if (!answer) answer = std::make_shared<const std::string>(text());
    peers_.push_back({peer, answer, 0, Clock::now()});
  }
  std::erase_if(peers_, [](Peer& peer) {
    if (!finished(peer)) return false;
    ::close(peer.fd);
    return true;
  });
}

Result<std::string> ask_status(const std::filesystem::path& path) {
  auto address = address_of(path);
  if (!address) return tl::unexpected(address.error());
  const int fd = connect_to(*address);
  if (fd < 0) {
    if (errno == ENOENT || errno == ECONNREFUSED)
      return fail(Code::not_found, path.string() + ": no daemon listens here");
    return failure(path);
  }
  std::string answer;
  char buffer[4096];
  pollfd waiting{fd, POLLIN, 0};
  while (answer.size() < kLongestStatus && ::poll(&waiting, 1, kAskTimeoutMs) > 0) {
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n <= 0) break;
    answer.append(buffer, static_cast<std::size_t>(n));
  }
  ::close(fd);
  return answer;
}

}  // namespace winnow::app
