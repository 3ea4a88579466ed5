#include "worker/process.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <system_error>
#include <thread>
#include <utility>

#include "base/time.h"
#include "worker/limits.h"

namespace winnow::worker {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 16;  // read and written at once
constexpr std::size_t kMostPieces = 64;               // before others have their turn
constexpr Millis kDying{500};                         // between a closed socket and the end
constexpr Millis kLook{1};

tl::unexpected<Error> failed(const char* step, int error) {
  return fail(Code::io,
              std::string("a worker can't be started: ") + step + ": " + std::generic_category().message(error));
}

// Standard input is the socket, output and error are nowhere: what a page may take over writes into no log. Sanitizers
// have things to say that no page invents.
int actions_for(posix_spawn_file_actions_t& actions, int socket) {
  int error = ::posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
  for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) {
    if (error != 0 || (kSanitized && fd == STDERR_FILENO)) continue;
    error = ::posix_spawn_file_actions_addopen(&actions, fd, "/dev/null", O_RDWR, 0);
  }
  return error != 0 ? error : ::posix_spawn_file_actions_addclosefrom_np(&actions, STDERR_FILENO + 1);
}

// No signal is blocked or ignored in it, and a terminal's Ctrl-C is not for it.
int attributes_for(posix_spawnattr_t& attributes) {
  sigset_t all, none;
  ::sigfillset(&all);
  ::sigemptyset(&none);
  ::posix_spawnattr_setsigdefault(&attributes, &all);
  ::posix_spawnattr_setsigmask(&attributes, &none);
  return ::posix_spawnattr_setflags(
      &attributes, static_cast<short>(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSID));
}

int spawn(pid_t& pid, int socket, std::vector<std::string>& command) {
  std::vector<char*> arguments;
  for (std::string& word : command) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  std::array<char*, 1> environment = {nullptr};
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawnattr_init(&attributes);
  int error = actions_for(actions, socket);
  if (error == 0) error = attributes_for(attributes);
  if (error == 0) {
    error = ::posix_spawn(&pid, arguments.front(), &actions, &attributes, arguments.data(), environment.data());
  }
  ::posix_spawn_file_actions_destroy(&actions);
  ::posix_spawnattr_destroy(&attributes);
  return error;
}

Ending ending_of(int status) {
  if (WIFSIGNALED(status)) return {WTERMSIG(status), 0};
  return {0, WIFEXITED(status) ? WEXITSTATUS(status) : 0};
}

}  // namespace

Result<Process> Process::start(std::vector<std::string> command) {
  std::array<int, 2> sockets{};
  if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets.data()) != 0) return failed("socketpair", errno);
  ::fcntl(sockets[0], F_SETFL, O_NONBLOCK);
  pid_t pid = -1;
  const int error = spawn(pid, sockets[1], command);
  ::close(sockets[1]);
  if (error == 0) return Process(pid, sockets[0]);
  ::close(sockets[0]);
  return failed(command.front().c_str(), error);
}

Process::Process(Process&& other) noexcept
    : pid_(std::exchange(other.pid_, -1)),
      socket_(std::exchange(other.socket_, -1)),
      out_(std::move(other.out_)),
      in_(std::move(other.in_)),
      out_at_(other.out_at_),
      in_at_(other.in_at_) {}

Process::~Process() {
  if (socket_ >= 0) ::close(socket_);
  if (pid_ <= 0) return;
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
  }
}

void Process::send(std::string message) {
  if (out_.empty()) {
    out_ = std::move(message);
  } else {
    out_ += message;
  }
}

bool Process::write_some() {
  for (std::size_t piece = 0; piece < kMostPieces && out_at_ < out_.size(); ++piece) {
    const ssize_t n = ::send(socket_, out_.data() + out_at_, out_.size() - out_at_, MSG_NOSIGNAL);
    if (n < 0 && errno == EINTR) continue;
    if (n < 0 && errno == EAGAIN) return true;
    if (n < 0) return false;
    out_at_ += static_cast<std::size_t>(n);
  }
  if (out_at_ == out_.size()) {
    out_ = std::string();
    out_at_ = 0;
  }
  return true;
}

bool Process::read_some() {
  std::array<char, kPiece> buffer;  // NOLINT: not initialised, it is filled
  for (std::size_t piece = 0; piece < kMostPieces; ++piece) {
    const ssize_t n = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (n == 0) return false;
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) return errno == EAGAIN;
    in_.append(buffer.data(), static_cast<std::size_t>(n));
  }
  return true;
}

Result<std::optional<Message>> Process::next(std::uint64_t most) {
  if (in_.size() - in_at_ < kHeaderSize) return std::optional<Message>();
  const auto header = header_of(std::string_view(in_).substr(in_at_, kHeaderSize));
  if (!header) return fail(Code::corrupt, "its answer makes no sense");
  if (header->size > most) {
    return fail(Code::too_large, "its answer is too large: " + std::to_string(header->size) + " bytes");
  }
  if (in_.size() - in_at_ - kHeaderSize < header->size) return std::optional<Message>();
  const std::size_t from = std::exchange(in_at_, in_at_ + kHeaderSize + header->size) + kHeaderSize;
  Message message{header->kind, {}};
  if (in_at_ < in_.size()) {
    message.body = in_.substr(from, header->size);
  } else {  // nothing behind it, as nearly always: a large one is not held twice
    message.body = std::exchange(in_, std::string());
    message.body.erase(0, from);
    in_at_ = 0;
  }
  return std::optional<Message>(std::move(message));
}

Ending Process::end() {
  int status = 0;
  pid_t got = 0;
  for (Millis waited{0}; got == 0 && waited < kDying; waited += kLook) {
    got = ::waitpid(pid_, &status, WNOHANG);
    if (got == 0) std::this_thread::sleep_for(kLook);
  }
  if (got == 0) {
    ::kill(pid_, SIGKILL);
    while ((got = ::waitpid(pid_, &status, 0)) < 0 && errno == EINTR) {
    }
  }
  pid_ = -1;
  return got > 0 ? ending_of(status) : Ending{};
}

}  // namespace winnow::worker
