#include "app/console.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>

#include "base/utf8.h"

namespace winnow::app {
namespace {

Code code_of(int error) {
  switch (error) {
    case ENOENT:
      return Code::not_found;
    case EACCES:
    case EPERM:
    case EROFS:
      return Code::permission;
    case ENOSPC:
    case EDQUOT:
      return Code::no_space;
    default:
      return Code::io;
  }
}

tl::unexpected<Error> failure(const std::string& path, int error) {
  return fail(code_of(error), path + ": " + std::strerror(error));
}

Result<std::string> read_all(int fd, const std::string& path) {
  std::string bytes;
  char buffer[1 << 16];
  while (true) {
    const ssize_t n = ::read(fd, buffer, sizeof buffer);
    if (n == 0) return bytes;
    if (n > 0) {
      bytes.append(buffer, static_cast<std::size_t>(n));
    } else if (errno != EINTR) {
      return failure(path, errno);
    }
  }
}

bool write_all(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t n = ::write(fd, bytes.data(), bytes.size());
    if (n < 0 && errno != EINTR) return false;
    if (n > 0) bytes.remove_prefix(static_cast<std::size_t>(n));
  }
  return true;
}

// Into what is there and is no file of its own: a device, a pipe, a terminal.
Result<void> write_through(const std::string& path, std::string_view bytes) {
  const int fd = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  if (fd < 0) return failure(path, errno);
  int error = write_all(fd, bytes) ? 0 : errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error == 0) return {};
  return failure(path, error);
}

// A new file is as others here are; one that takes the place of another is as that was.
bool dress(int fd, const std::filesystem::path& target) {
  struct stat old {};
  if (::stat(target.c_str(), &old) != 0) return ::fchmod(fd, 0644) == 0;
  if (::fchown(fd, old.st_uid, old.st_gid) != 0 && errno != EPERM) return false;
  return ::fchmod(fd, old.st_mode & 07777) == 0;
}

int output_error = 0;      // errno of the first write to standard output that failed
bool output_told = false;  // it was complained of

}  // namespace

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() && output_error == 0) output_error = errno;
}

void complain(std::string_view text) {
  const std::string line = "winnow: " + std::string(text) + "\n";
  std::fwrite(line.data(), 1, line.size(), stderr);
}

std::string one_line(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool breaks = c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
    utf8::append(out, breaks ? U' ' : c);
  }
  return out;
}

std::string shown_path(const std::string& file) {
  std::error_code failed;
  const auto here = std::filesystem::proximate(file, failed);
  return failed || here.empty() || here.string().starts_with("..") ? file : here.string();
}

Result<std::string> read_file(const std::string& path) {
  if (path == "-") return read_all(STDIN_FILENO, "standard input");
  const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failure(path, errno);
  auto bytes = read_all(fd, path);
  ::close(fd);
  return bytes;
}

Result<void> write_file(const std::string& path, std::string_view bytes) {
  std::error_code unknown;
  std::filesystem::path target(path);
  if (std::filesystem::is_symlink(target, unknown)) target = std::filesystem::weakly_canonical(target, unknown);
  const auto kind = std::filesystem::status(target, unknown).type();
  using Kind = std::filesystem::file_type;
  if (kind == Kind::character || kind == Kind::fifo || kind == Kind::block) return write_through(path, bytes);
  const std::string temporary = (target.parent_path() / ("." + target.filename().string() + ".XXXXXX")).string();
  std::string name = temporary;
  const int fd = ::mkostemp(name.data(), O_CLOEXEC);
  if (fd < 0) return failure(path, errno);
  const bool written = write_all(fd, bytes) && dress(fd, target);
  int error = written ? 0 : errno;
  if (::close(fd) != 0 && error == 0) error = errno;
  if (error == 0 && ::rename(name.c_str(), target.c_str()) != 0) error = errno;
  if (error == 0) return {};
  ::unlink(name.c_str());
  return failure(path, error);
}

bool flush_output() {
  if (std::fflush(stdout) != 0 && output_error == 0) output_error = errno;
  if (output_error == 0 && std::ferror(stdout) == 0) return true;
  if (!output_told)
    complain("standard output: " + std::string(std::strerror(output_error)) + "; the output is not whole");
  output_told = true;
  return false;
}

bool colour(int fd) {
  const char* no_color = std::getenv("NO_COLOR");
  return ::isatty(fd) == 1 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace winnow::app
