#include "store/writer_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <array>
#include <cerrno>
#include <charconv>

#include "store/failure.h"

namespace winnow::store {
namespace {

constexpr std::string_view kDamaged = "damaged";

// "PID SINCE\n", "PID SINCE damaged\n"
struct Mark {
  std::int64_t process = 0, since = 0;
  bool damaged = false;
};

std::optional<Mark> read_mark(int fd) {
  std::array<char, 64> bytes{};
  const ssize_t size = ::pread(fd, bytes.data(), bytes.size(), 0);
  if (size <= 0) return std::nullopt;
  const char* const end = bytes.data() + size;
  Mark mark;
  const auto process = std::from_chars(bytes.data(), end, mark.process);
  if (process.ptr < end) std::from_chars(process.ptr + 1, end, mark.since);
  mark.damaged =
      std::string_view(bytes.data(), static_cast<std::size_t>(size)).find(kDamaged) != std::string_view::npos;
  return mark;
}

Error busy(const std::string& path, const std::optional<Mark>& mark) {
  std::string who = "another winnow";
  if (mark && mark->process > 0) who += " (process " + std::to_string(mark->process) + ")";
  return {Code::busy, path + ": " + who + " writes to this store; wait until it has ended, or stop it"};
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::string& store_directory) {
  const std::string path = store_directory + "/state.lock";
  // Close-on-exec: a program that we start must not keep the lock.
  Fd fd(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
  if (!fd) return tl::unexpected<Error>(system_error("open the lock", path, errno));
  if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return tl::unexpected<Error>(busy(path, read_mark(fd.get())));
    return tl::unexpected<Error>(system_error("lock", path, errno));
  }
  WriterLock lock(path, std::move(fd));
  if (const std::optional<Mark> mark = read_mark(lock.fd_.get())) {
    lock.unclean_since_ = mark->since;
    lock.met_damage_ = mark->damaged;
  }
  return lock;
}

Result<std::size_t> WriterLock::write_mark(std::int64_t since) {
  const std::string text = std::to_string(::getpid()) + " " + std::to_string(since) + "\n";
  const ssize_t written = ::pwrite(fd_.get(), text.data(), text.size(), 0);
  if (written == static_cast<ssize_t>(text.size())) return text.size();
  return tl::unexpected<Error>(system_error("write", path_, written < 0 ? errno : ENOSPC));
}

Result<void> WriterLock::mark(std::int64_t since) {
  const Result<std::size_t> size = write_mark(since);
  if (!size) return pass(size);
  if (::ftruncate(fd_.get(), static_cast<off_t>(*size)) != 0 || ::fsync(fd_.get()) != 0) {
    return tl::unexpected<Error>(system_error("write", path_, errno));
  }
  return {};
}

void WriterLock::in_order_until(std::int64_t since) { (void)write_mark(since); }

void WriterLock::tell_damage() {
  const std::optional<Mark> mark = read_mark(fd_.get());
  const std::string text =
      std::to_string(::getpid()) + " " + std::to_string(mark ? mark->since : 0) + " " + std::string(kDamaged) + "\n";
  (void)!::pwrite(fd_.get(), text.data(), text.size(), 0);
}

void WriterLock::clear() {
  if (::ftruncate(fd_.get(), 0) == 0) unclean_since_.reset();
}

}  // namespace winnow::store
