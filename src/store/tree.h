// The files below the store's directory, which is one file system. No symbolic link is followed on the way (openat2),
// so that nothing planted there leads out of the store, whoever changes it meanwhile. Files appear whole (temporary
// file, rename) and are durable after sync(). Paths are relative to the store, "SITE/2025/02/11/NAME.json". Not
// thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/fd.h"

namespace winnow::store {

class Tree {
 public:
  // Makes the directory (and those above it) where `make`.
  static Result<Tree> open(const std::string& directory, bool make);

  [[nodiscard]] const std::string& root() const { return root_; }

  // The bytes of a regular file. Code::not_found, too_large, or what the system says.
  Result<std::string> read(std::string_view path, std::size_t most) const;
  [[nodiscard]] bool exists(std::string_view path) const;
  // What stands in a directory, sorted; nothing where there is none, or none that may be read.
  [[nodiscard]] std::vector<std::string> names(std::string_view path) const;

  Result<void> write(std::string_view path, std::string_view bytes);  // a new file, or in the place of one
  // As write(), and the bytes are on the disk before the old file goes.
  Result<void> replace(std::string_view path, std::string_view bytes);
  // Writes the same bytes in place, so that sync() brings them to the disk even if an earlier error had kept them from
  // it.
  Result<void> renew(std::string_view path);
  Result<void> keep_copy(std::string_view from, std::string_view to);  // a second name; `to` does not exist
  void remove(std::string_view path);                                  // a file, where it is there
  void tidy(std::string_view path);  // removes the temporary files that a crash left right in that folder
  Result<void> move(std::string_view from, std::string_view to);       // within one directory
  // All that was written since the last one is on the disk. Once it has failed it fails for good: what the kernel could
  // not write then it holds for written, so a further try would prove nothing. What was not acknowledged is written
  // again by whoever opens the store next.
  Result<void> sync();

  // Whether something can be written here and reaches the disk; leaves nothing behind.
  Result<void> probe();

  struct File {
    std::string path;
    std::int64_t modified = 0;  // seconds
  };
  struct Walk {
    bool tidy = false;       // temporary files that a crash left are removed; they are never named
    std::int64_t since = 0;  // days in which no file came or went since then (seconds) are passed over
  };
  // The files of SITE/YYYY/MM/DD/, sorted by path within each day.
  Result<void> walk(const std::function<Result<void>(const File&)>& visit, const Walk& how);

 private:
  enum class Durable { later, now };
  Tree(std::string root, Fd fd) : root_(std::move(root)), fd_(std::move(fd)) {}

  Result<Fd> open_below(std::string_view path, int flags, std::string_view doing) const;
  Result<Fd> open_directory(std::string_view path) const;  // "" is the store's
  Result<Fd> directory_of(std::string_view path) const;    // that in which the file stands
  Result<Fd> make_directory_of(std::string_view path);
  Result<void> write_whole(std::string_view path, std::string_view bytes, Durable durable);
  Result<void> put_in_place(int directory, std::string_view path, std::string_view bytes, Durable durable);
  Result<void> walk_level(int directory, const std::string& path, int level,
                          const std::function<Result<void>(const File&)>& visit, const Walk& how);
  [[nodiscard]] Error error(std::string_view doing, std::string_view path, int number) const;

  std::string root_;
  Fd fd_;
  bool unsynced_ = false;  // written since the last sync()
  bool lost_ = false;      // sync() has failed
};

}  // namespace winnow::store
