#include "store/tree.h"

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <memory>

#include "store/failure.h"

namespace winnow::store {
namespace {

constexpr std::string_view kTemporary = ".winnow-";  // a temporary file's name begins so, ".winnow-PID-NUMBER"
constexpr std::size_t kProbeBytes = 256 << 10;       // as much as some articles
constexpr int kDayLevel = 4;                         // SITE, YYYY, MM, DD
constexpr int kDirectoryFlags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;

// The parts of a path; none where one is empty, "." or "..".
std::vector<std::string> parts_of(std::string_view path) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t slash = path.find('/');
    const std::string part(path.substr(0, slash));
    if (part.empty() || part == "." || part == "..") return {};
    parts.push_back(part);
    if (slash == std::string_view::npos) return parts;
    path.remove_prefix(slash + 1);
  }
}

std::string parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
}

std::string name_in(std::string_view path) { return std::string(path.substr(path.rfind('/') + 1)); }

// The kernel's own way to a path below a directory: no link on it, no step out, no other file system. -1 and errno.
int open_beneath(int directory, const std::string& path, int flags) {
  open_how how{};
  how.flags = static_cast<std::uint64_t>(flags | O_CLOEXEC);
  how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_XDEV;
  return static_cast<int>(::syscall(SYS_openat2, directory, path.c_str(), &how, sizeof how));
}

// One step down. A symbolic link gives ELOOP (the kernel says ENOTDIR where a directory was asked for).
Result<Fd> step_into(int directory, const std::string& name, const std::string& path) {
  Fd next(::openat(directory, name.c_str(), kDirectoryFlags));
  if (next) return next;
  int failed = errno;
  struct stat status {};
  if (failed == ENOTDIR && ::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0 &&
      S_ISLNK(status.st_mode)) {
    failed = ELOOP;
  }
  return tl::unexpected<Error>(system_error("open the directory", path, failed));
}

int write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The names in a directory, sorted. Reading is over a duplicate: closedir() closes what it was given.
std::vector<std::string> names_in(int directory) {
  std::vector<std::string> names;
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::fdopendir(::fcntl(directory, F_DUPFD_CLOEXEC, 0)), ::closedir);
  if (!stream) return names;
  ::rewinddir(stream.get());
  while (const dirent* entry = ::readdir(stream.get())) names.emplace_back(entry->d_name);
  std::sort(names.begin(), names.end());
  return names;
}

}  // namespace

Error Tree::error(std::string_view doing, std::string_view path, int number) const {
  return system_error(doing, path.empty() ? root_ : root_ + "/" + std::string(path), number);
}

Result<Tree> Tree::open(const std::string& directory, bool make) {
  std::error_code made;
  if (make) std::filesystem::create_directories(directory, made);
  if (made) return tl::unexpected<Error>(system_error("make the directory", directory, made.value()));
  // The store's directory itself may be a link: that is the administrator's choice.
  Fd fd(::open(directory.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd) return tl::unexpected<Error>(system_error("open the directory", directory, errno));
  return Tree(directory, std::move(fd));
}

// A file or directory below. Where openat2 is not to be had (an old kernel, a filter of system calls) or says no, the
// way is gone step by step: that tells which step it is that fails.
Result<Fd> Tree::open_below(std::string_view path, int flags, std::string_view doing) const {
  const std::vector<std::string> parts = parts_of(path);
  if (parts.empty()) return fail(Code::invalid, "\"" + std::string(path) + "\": is no path in the store");
  Fd at(open_beneath(fd_.get(), std::string(path), flags));
  if (at) return at;
  if (errno == ENOENT || errno == EXDEV) return tl::unexpected<Error>(error(doing, path, errno));
  at = Fd(::fcntl(fd_.get(), F_DUPFD_CLOEXEC, 0));
  std::string so_far = root_;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    so_far += "/" + parts[i];
    Result<Fd> next = step_into(at.get(), parts[i], so_far);
    if (!next) return next;
    at = std::move(*next);
  }
  if ((flags & O_DIRECTORY) != 0) return step_into(at.get(), parts.back(), so_far + "/" + parts.back());
  Fd last(::openat(at.get(), parts.back().c_str(), flags | O_NOFOLLOW | O_CLOEXEC));
  if (last) return last;
  return tl::unexpected<Error>(error(doing, path, errno));
}

Result<Fd> Tree::open_directory(std::string_view path) const {
  if (path.empty()) return Fd(::fcntl(fd_.get(), F_DUPFD_CLOEXEC, 0));
  return open_below(path, kDirectoryFlags, "open the directory");
}

Result<Fd> Tree::directory_of(std::string_view path) const {
  if (!parts_of(path).empty()) return open_directory(parent_of(path));
  return fail(Code::invalid, "\"" + std::string(path) + "\": is no path in the store");
}

Result<Fd> Tree::make_directory_of(std::string_view path) {
  Result<Fd> there = directory_of(path);
  if (there || there.error().code != Code::not_found) return there;
  const std::vector<std::string> parts = parts_of(path);
  Fd at(::fcntl(fd_.get(), F_DUPFD_CLOEXEC, 0));
  std::string so_far;
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    so_far += (so_far.empty() ? "" : "/") + parts[i];
    if (::mkdirat(at.get(), parts[i].c_str(), 0777) != 0 && errno != EEXIST)
      return tl::unexpected<Error>(error("make the directory", so_far, errno));
    Result<Fd> next = step_into(at.get(), parts[i], root_ + "/" + so_far);
    if (!next) return next;
    at = std::move(*next);
  }
  return at;
}

Result<std::string> Tree::read(std::string_view path, std::size_t most) const {
  const Result<Fd> opened = open_below(path, O_RDONLY | O_NONBLOCK, "read");
  if (!opened) return pass(opened);
  const Fd& fd = *opened;
  struct stat status {};
  if (::fstat(fd.get(), &status) != 0) return tl::unexpected<Error>(error("read", path, errno));
  if (!S_ISREG(status.st_mode)) return fail(Code::refused, root_ + "/" + std::string(path) + ": is no regular file");
  if (static_cast<std::size_t>(status.st_size) > most) {
    return fail(Code::too_large, root_ + "/" + std::string(path) + ": is larger than any file of a store");
  }
  std::string bytes(static_cast<std::size_t>(status.st_size), '\0');
  for (std::size_t have = 0; have < bytes.size();) {
    const ssize_t got = ::read(fd.get(), bytes.data() + have, bytes.size() - have);
    if (got < 0 && errno != EINTR) return tl::unexpected<Error>(error("read", path, errno));
    if (got == 0) bytes.resize(have);
    if (got > 0) have += static_cast<std::size_t>(got);
  }
  return bytes;
}

bool Tree::exists(std::string_view path) const {
  if (const Fd fd(open_beneath(fd_.get(), std::string(path), O_PATH)); fd) return true;
  if (errno == ENOENT) return false;
  const Result<Fd> directory = directory_of(path);
  struct stat status {};
  return directory && ::fstatat(directory->get(), name_in(path).c_str(), &status, AT_SYMLINK_NOFOLLOW) == 0;
}

Result<void> Tree::write(std::string_view path, std::string_view bytes) {
  return write_whole(path, bytes, Durable::later);
}

Result<void> Tree::replace(std::string_view path, std::string_view bytes) {
  return write_whole(path, bytes, Durable::now);
}

Result<void> Tree::write_whole(std::string_view path, std::string_view bytes, Durable durable) {
  const Result<Fd> directory = make_directory_of(path);
  if (!directory) return pass(directory);
  unsynced_ = true;
  return put_in_place(directory->get(), path, bytes, durable);
}

Result<void> Tree::put_in_place(int directory, std::string_view path, std::string_view bytes, Durable durable) {
  static_assert(kTemporary.size() < 16);
  // One writer a store and one thread a Tree: the process number and the path make the name unique.
  const std::string temporary = std::string(kTemporary) + std::to_string(::getpid());
  constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
  Fd fd(::openat(directory, temporary.c_str(), kFlags, 0666));
  if (!fd && errno == EEXIST && ::unlinkat(directory, temporary.c_str(), 0) == 0) {
    fd = Fd(::openat(directory, temporary.c_str(), kFlags, 0666));
  }
  if (!fd) return tl::unexpected<Error>(error("write", path, errno));
  int failed = write_all(fd.get(), bytes);
  if (failed == 0 && durable == Durable::now && ::fdatasync(fd.get()) != 0) failed = errno;
  if (failed == 0 && ::renameat(directory, temporary.c_str(), directory, name_in(path).c_str()) != 0) failed = errno;
  if (failed == 0) return {};
  ::unlinkat(directory, temporary.c_str(), 0);
  return tl::unexpected<Error>(error("write", path, failed));
}

Result<void> Tree::keep_copy(std::string_view from, std::string_view to) {
  const Result<Fd> directory = directory_of(from);
  if (!directory) return pass(directory);
  const int linked = ::linkat(directory->get(), name_in(from).c_str(), directory->get(), name_in(to).c_str(), 0);
  if (linked == 0) {
    unsynced_ = true;
    return {};
  }
  if (errno == EEXIST) return tl::unexpected<Error>(error("keep the older version as", to, errno));
  // A filesystem without hard links: a copy.
  const Result<std::string> bytes = read(from, std::string::npos);
  if (!bytes) return pass(bytes);
  return replace(to, *bytes);
}

std::vector<std::string> Tree::names(std::string_view path) const {
  const Result<Fd> directory = open_directory(path);
  std::vector<std::string> names = directory ? names_in(directory->get()) : std::vector<std::string>();
  std::erase_if(names, [](const std::string& name) { return name == "." || name == ".."; });
  return names;
}

void Tree::remove(std::string_view path) {
  if (const Result<Fd> directory = directory_of(path)) ::unlinkat(directory->get(), name_in(path).c_str(), 0);
}

void Tree::tidy(std::string_view path) {
  for (const std::string& name : names(path)) {
    if (name.starts_with(kTemporary)) remove(std::string(path) + "/" + name);
  }
}

Result<void> Tree::move(std::string_view from, std::string_view to) {
  const Result<Fd> directory = directory_of(from);
  if (!directory) return pass(directory);
  if (::renameat(directory->get(), name_in(from).c_str(), directory->get(), name_in(to).c_str()) != 0) {
    return tl::unexpected<Error>(error("rename", from, errno));
  }
  unsynced_ = true;
  return {};
}

Result<void> Tree::renew(std::string_view path) {
  const Result<std::string> bytes = read(path, std::string::npos);
  if (!bytes) return pass(bytes);
  const Result<Fd> fd = open_below(path, O_WRONLY | O_NONBLOCK, "write");
  if (!fd) return pass(fd);
  unsynced_ = true;
  const int failed = write_all(fd->get(), *bytes);
  return failed == 0 ? Result<void>() : tl::unexpected<Error>(error("write", path, failed));
}

// One call for all files and directories: twenty times as fast as one for each, on ext4 with and without a journal. It
// tells of each error of the file system since the store was opened (Linux 5.8).
Result<void> Tree::sync() {
  if (lost_) {
    return fail(Code::io, root_ + ": what was written before an error of the disk may be lost; open the store again");
  }
  if (!unsynced_) return {};
  if (::syncfs(fd_.get()) != 0) {
    lost_ = true;
    return tl::unexpected<Error>(error("write to the disk of", "", errno));
  }
  unsynced_ = false;
  return {};
}

Result<void> Tree::probe() {
  static constexpr const char* kName = ".winnow-probe";
  Result<void> written = put_in_place(fd_.get(), kName, std::string(kProbeBytes, '\0'), Durable::now);
  ::unlinkat(fd_.get(), kName, 0);
  return written;
}

Result<void> Tree::walk(const std::function<Result<void>(const File&)>& visit, const Walk& how) {
  return walk_level(fd_.get(), "", 0, visit, how);
}

// Depth is bounded by kDayLevel, whatever stands below.
Result<void> Tree::walk_level(int directory, const std::string& path, int level,
                              const std::function<Result<void>(const File&)>& visit, const Walk& how) {
  for (const std::string& name : names_in(directory)) {
    struct stat status {};
    if (::fstatat(directory, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    const std::string below = path.empty() ? name : path + "/" + name;
    Result<void> done;
    if (S_ISREG(status.st_mode)) {
      if (how.tidy && name.starts_with(kTemporary)) ::unlinkat(directory, name.c_str(), 0);
      if (level == kDayLevel && !name.starts_with('.')) done = visit({below, status.st_mtim.tv_sec});
    } else if (level < kDayLevel && S_ISDIR(status.st_mode) && !name.starts_with('.') &&
               (level == 0 || all_digits(name))) {
      if (level + 1 == kDayLevel && status.st_mtim.tv_sec < how.since) continue;
      const Fd next(::openat(directory, name.c_str(), kDirectoryFlags));
      if (next) done = walk_level(next.get(), below, level + 1, visit, how);
    }
    if (!done) return done;
  }
  return {};
}

}  // namespace winnow::store
