#include "store/ledger.h"

#include <unistd.h>

#include <array>
#include <chrono>
#include <string_view>
#include <utility>

#include "store/failure.h"

namespace winnow::store {
namespace {

// schema/*.sql, step by step: the element at N leads from version N to N + 1.
constexpr std::array<const char*, Ledger::kSchemaVersion> kSteps = {
#include "store/schema.inc"
};

constexpr std::int64_t kApplication = 0x77696e6e;  // "winn", PRAGMA application_id

// A database of this size or less is read through when it is opened: well under a second for a writer, not to be
// noticed by one who only lists.
constexpr std::int64_t kCheckedByWriter = 256 << 20, kCheckedByReader = 32 << 20;
constexpr std::int64_t kCheckedAfterCrash = 1 << 30;  // a second and a half
constexpr std::int64_t kIndexesChecked = 64 << 20, kIndexesCheckedAfterCrash = 256 << 20;

// FULL: a commit is on the disk when it returns. One row is one fsync of the log, so writes are grouped. The log is
// copied into the database every 16 MiB, and gives back what it took beyond 64 MiB while a reader held it. 32 MiB of
// pages are kept in memory.
constexpr const char* kWriterPragmas =
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096;"
    " PRAGMA journal_size_limit = 67108864; PRAGMA cache_size = -32768";

std::int64_t now_seconds() {
  return std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

Result<bool> is_small(Database& db, std::int64_t most) {
  const Result<std::int64_t> pages = db.number("PRAGMA page_count");
  if (!pages) return pass(pages);
  const Result<std::int64_t> page_size = db.number("PRAGMA page_size");
  if (!page_size) return pass(page_size);
  return *pages * *page_size <= most;
}

// With the indexes, which costs five times as much, or without.
Result<void> check_whole(Database& db, bool indexes) {
  Statement check = db.prepare(indexes ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)");
  const Result<bool> row = check.step();
  if (!row) return pass(row);
  if (*row && check.text(0) == "ok") return {};
  const std::string fault = check.text(0);
  if (Database::could_not_read()) return tl::unexpected<Error>(Database::unreadable(db.path(), fault));
  return fail(Code::corrupt, db.path() + ": the database is damaged: " + fault);
}

Error too_new(const std::string& path, std::int64_t version) {
  return {Code::invalid, path + ": was made by a newer winnow (schema " + std::to_string(version) +
                             ", this one knows " + std::to_string(Ledger::kSchemaVersion) +
                             "); use that one or choose another store"};
}

// Refuses what is not ours before anything is written into it.
Result<void> check_owner(Database& db, std::int64_t version) {
  if (version > Ledger::kSchemaVersion) return tl::unexpected<Error>(too_new(db.path(), version));
  const Result<std::int64_t> owner = db.number("PRAGMA application_id");
  if (!owner) return pass(owner);
  const Result<std::int64_t> objects = db.number("SELECT count(*) FROM sqlite_schema");
  if (!objects) return pass(objects);
  if (*owner == kApplication || *objects == 0) return {};
  return fail(Code::invalid, db.path() + ": is a database of another program; choose another store");
}

}  // namespace

Result<Ledger> Ledger::open(const std::filesystem::path& file, Database::Mode mode, bool thorough) {
  Result<Database> db = Database::open(file.string(), mode);
  if (!db) return pass(db);
  Ledger ledger(std::move(*db));
  if (Result<void> ready = ledger.prepare(mode == Database::Mode::read_write, thorough); !ready) return pass(ready);
  return ledger;
}

Result<Ledger> Ledger::in_memory() {
  Result<Database> db = Database::in_memory();
  if (!db) return pass(db);
  Ledger ledger(std::move(*db));
  if (Result<void> made = ledger.migrate(0); !made) return pass(made);
  return ledger;
}

Ledger::~Ledger() {
  if (lock_ && db_.met_damage()) lock_->tell_damage();
  if (lock_ && !files_changed_ && !distrusted_ && !db_.met_damage()) lock_->clear();
}

Result<void> Ledger::prepare(bool writable, bool thorough) {
  const Result<std::int64_t> version = db_.number("PRAGMA user_version");
  if (!version) return pass(version);
  if (Result<void> ours = check_owner(db_, *version); !ours) return ours;
  // SQLite opens for reading only what says that a later one wrote it, or what its user may not write.
  if (writable && db_.read_only() && ::access(db_.path().c_str(), W_OK) == 0) {
    return fail(Code::corrupt, db_.path() + ": the database is damaged: its header says that it can't be written");
  }
  if (!writable && *version == 0) return fail(Code::not_found, db_.path() + ": is empty");
  if (!writable && *version < kSchemaVersion) {
    return fail(Code::invalid, db_.path() + ": was made by an older winnow; `winnow crawl` brings it up to date");
  }
  if (writable) {
    if (Result<void> set = db_.execute(kWriterPragmas); !set) return set;
  }
  const Result<bool> checked = is_small(db_, thorough   ? kCheckedAfterCrash
                                             : writable ? kCheckedByWriter
                                                        : kCheckedByReader);
  if (!checked) return pass(checked);
  const Result<bool> indexes = is_small(db_, thorough ? kIndexesCheckedAfterCrash : writable ? kIndexesChecked : 0);
  if (!indexes) return pass(indexes);
  if (*checked) {
    if (Result<void> whole = check_whole(db_, *indexes); !whole) return whole;
  }
  // After an error of the disk the log may show what never reached it. Copied into the database now, it has.
  if (writable && thorough) {
    if (Result<void> copied = db_.execute("PRAGMA wal_checkpoint(TRUNCATE)"); !copied) return copied;
  }
  if (writable && *version < kSchemaVersion) return migrate(*version);
  return {};
}

Result<void> Ledger::migrate(std::int64_t from) {
  std::string sql = "BEGIN IMMEDIATE;\n";
  for (auto step = static_cast<std::size_t>(from); step < kSteps.size(); ++step) sql += kSteps[step];
  sql += "PRAGMA application_id = " + std::to_string(kApplication) + ";\n";
  sql += "PRAGMA user_version = " + std::to_string(kSchemaVersion) + ";\nCOMMIT";
  return db_.execute(sql);
}

Result<void> Ledger::begin() {
  if (db_.in_transaction()) return {};
  // SQLite would begin, hold what it sees still, and fail only at the first row.
  if (db_.read_only()) return fail(Code::permission, db_.path() + ": was opened for reading only");
  if (writing_) return fail(Code::io, db_.path() + ": the last writes were lost; commit() says why");
  Result<void> begun = db_.execute("BEGIN IMMEDIATE");
  writing_ = begun.has_value();
  return begun;
}

void Ledger::give_up() {
  if (db_.in_transaction()) (void)db_.execute("ROLLBACK");  // where that fails, SQLite has given it up itself
}

Result<void> Ledger::commit() {
  const std::int64_t begun = now_seconds();
  Result<void> done = before_commit_ ? before_commit_() : Result<void>();
  if (done) done = commit_rows();
  if (!done) {
    // What the system could not write may be lost though it still shows it: nothing of it is acknowledged, and the next
    // writer looks at the files again.
    give_up();
    distrust();
    return done;
  }
  files_changed_ = false;
  if (lock_ && !distrusted_) lock_->in_order_until(begun);
  return {};
}

Result<void> Ledger::commit_rows() {
  if (!std::exchange(writing_, false)) return {};
  if (db_.in_transaction()) return db_.execute("COMMIT");
  // SQLite gives a transaction up by itself after some errors (a full disk): say so once, then go on anew.
  return fail(Code::io, db_.path() + ": what was to be saved since the last commit is lost; see the error before");
}

}  // namespace winnow::store
