// STORE/state.db, opened, checked and brought to the present schema: what the state and the index of articles
// share, with the one transaction in which both of them write. Not thread-safe.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>

#include "base/result.h"
#include "store/sqlite.h"
#include "store/writer_lock.h"

namespace winnow::store {

class Ledger {
 public:
  static constexpr int kSchemaVersion = 6;

  // Reads a small database through, where `thorough` a large one too. Code::corrupt where the file is damaged, invalid
  // where it is a newer winnow's or another program's, not_found where a reader finds nothing in it yet.
  static Result<Ledger> open(const std::filesystem::path& file, Database::Mode mode, bool thorough = false);
  static Result<Ledger> in_memory();

  Ledger(Ledger&&) = default;
  Ledger& operator=(Ledger&&) = delete;
  ~Ledger();  // what was not committed is given up

  [[nodiscard]] Database& db() { return db_; }

  Result<void> begin();  // before each write; the first opens the transaction
  // Gives up what was not committed, after a write that failed in the middle of several; commit() says that it is lost.
  void give_up();
  // Durable when it returns: first what `before_commit` makes so (the article files), then the rows.
  Result<void> commit();
  void set_before_commit(std::function<Result<void>()> step) { before_commit_ = std::move(step); }

  // Files were written whose rows are not committed yet: until commit(), an end leaves the store marked.
  void files_changed() { files_changed_ = true; }
  // Files and rows may differ: the store stays marked, so that the next writer compares them.
  void distrust() { distrusted_ = true; }
  void own(WriterLock lock) { lock_.emplace(std::move(lock)); }

 private:
  explicit Ledger(Database db) : db_(std::move(db)) {}
  Result<void> prepare(bool writable, bool thorough);
  Result<void> commit_rows();
  Result<void> migrate(std::int64_t from);

  std::optional<WriterLock> lock_;  // outlives the connection
  Database db_;
  std::function<Result<void>()> before_commit_;
  bool writing_ = false;  // begin() was called since the last commit
  bool files_changed_ = false;
  bool distrusted_ = false;
};

}  // namespace winnow::store
