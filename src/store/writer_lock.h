// One writer a store: STORE/state.lock, locked (flock) for as long as a process writes. The file also tells the
// next writer whether the last one ended in order: it is emptied then, and names that process otherwise.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/fd.h"

namespace winnow::store {

class WriterLock {
 public:
  // Code::busy, naming the process, while another holds it. The lock ends with this object or the process.
  static Result<WriterLock> take(const std::string& store_directory);

  // Where an earlier writer did not end in order: since when (seconds) files may be unknown to the index.
  [[nodiscard]] std::optional<std::int64_t> unclean_since() const { return unclean_since_; }

  // Whether the last writer met damage in the database: not all of it shows when it is checked.
  [[nodiscard]] bool met_damage() const { return met_damage_; }
  void tell_damage();

  // From now on a crash leaves the mark. After a crash, `since` is kept until the store has been put in order.
  Result<void> mark(std::int64_t since);
  // All that was written before that moment is durable and in the index. Not synchronised: an older mark only means
  // that more is looked at.
  void in_order_until(std::int64_t since);
  void clear();  // ended in order

 private:
  Result<std::size_t> write_mark(std::int64_t since);
  WriterLock(std::string path, Fd fd) : path_(std::move(path)), fd_(std::move(fd)) {}

  std::string path_;
  Fd fd_;
  std::optional<std::int64_t> unclean_since_;
  bool met_damage_ = false;
};

}  // namespace winnow::store
