#include "store/sqlite.h"

#include <sqlite3.h>

#include <cerrno>

#include "store/failure.h"

namespace winnow::store {
namespace {

constexpr int kBusyMillis = 5000;  // another connection's checkpoint or recovery, not another writer (WriterLock)

Code code_of(int result, int system) {
  switch (result & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Code::busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_ERROR:  // all SQL is our own: where it is wrong, the schema in the file is no more what it was
      return Code::corrupt;
    case SQLITE_FULL:
      return Code::no_space;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_AUTH:
      return Code::permission;
    case SQLITE_TOOBIG:
      return Code::too_large;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
      return system_error("", "", system).code;
    default:
      return Code::io;
  }
}

std::string_view remedy_of(Code code) {
  switch (code) {
    case Code::busy:
      return "another winnow writes here; wait until it has ended";
    case Code::corrupt:
      return "the database is damaged; the next command that writes makes it anew from the articles";
    case Code::no_space:
      return "free some space or choose another store";
    case Code::permission:
      return "give this user the right to use it or choose another store";
    default:
      return "check the disk";
  }
}

// A file: URI, so that a mode can be stated; "?", "#" and "%" in the path would end or change it.
std::string uri_of(const std::string& path, std::string_view parameters) {
  std::string uri = "file:";
  for (const char c : path) {
    if (c == '?')
      uri += "%3f";
    else if (c == '#')
      uri += "%23";
    else if (c == '%')
      uri += "%25";
    else
      uri += c;
  }
  return uri.append(parameters);
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), in_use_(other.in_use_) {}

Statement::~Statement() {
  if (!statement_) return;
  if (in_use_ == nullptr) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *in_use_ = false;
}

void Statement::put(int place, std::string_view value) {
  const char* bytes = value.data() ? value.data() : "";
  if (statement_) sqlite3_bind_text64(statement_, place, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void Statement::put(int place, Blob value) {
  const char* bytes = value.bytes.data() ? value.bytes.data() : "";
  if (statement_) sqlite3_bind_blob64(statement_, place, bytes, value.bytes.size(), SQLITE_TRANSIENT);
}

void Statement::put(int place, std::int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_, place, value);
}

Result<bool> Statement::step() {
  if (!statement_) return tl::unexpected<Error>(database_->last_error());
  errno = 0;
  const int result = sqlite3_step(statement_);
  if (result == SQLITE_ROW) return true;
  if (result == SQLITE_DONE) return false;
  return tl::unexpected<Error>(database_->last_error());
}

Result<void> Statement::run() {
  while (true) {
    const Result<bool> row = step();
    if (!row) return pass(row);
    if (!*row) return {};
  }
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return bytes ? std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))) : std::string();
}

std::string_view Statement::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))
               : std::string_view();
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_, column); }

bool Statement::is_null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

void Database::Close::operator()(sqlite3* db) const { sqlite3_close_v2(db); }

void Database::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }

Result<Database> Database::open(const std::string& path, Mode mode) {
  const int flags = mode == Mode::read_write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY;
  const std::string uri = uri_of(path, mode == Mode::immutable ? "?immutable=1" : "");
  sqlite3* db = nullptr;
  const int result = sqlite3_open_v2(uri.c_str(), &db, flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
  Database database(path, db);
  if (!db) return fail(Code::io, path + ": cannot open: out of memory");
  if (result != SQLITE_OK) return tl::unexpected<Error>(database.last_error());
  sqlite3_extended_result_codes(db, 1);
  sqlite3_busy_timeout(db, kBusyMillis);
  return database;
}

Result<Database> Database::in_memory() { return open(":memory:", Mode::read_write); }

Statement Database::prepare(const char* sql) {
  Kept& kept = kept_[sql];
  const bool keep = !kept.in_use;
  if (keep && kept.statement) {
    kept.in_use = true;
    return {*this, kept.statement.get(), &kept.in_use};
  }
  sqlite3_stmt* statement = nullptr;
  errno = 0;
  sqlite3_prepare_v3(db_.get(), sql, -1, keep ? SQLITE_PREPARE_PERSISTENT : 0, &statement, nullptr);
  if (!statement || !keep) return {*this, statement, nullptr};
  kept.statement.reset(statement);
  kept.in_use = true;
  return {*this, statement, &kept.in_use};
}

Result<void> Database::execute(const std::string& sql) {
  errno = 0;
  if (sqlite3_exec(db_.get(), sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return tl::unexpected<Error>(last_error());
}

Result<std::int64_t> Database::number(const char* sql) {
  Statement q = prepare(sql);
  const Result<bool> row = q.step();
  if (!row) return pass(row);
  return *row ? q.integer(0) : 0;
}

std::int64_t Database::changes() const { return sqlite3_changes64(db_.get()); }

std::int64_t Database::last_number() const { return sqlite3_last_insert_rowid(db_.get()); }

bool Database::in_transaction() const { return sqlite3_get_autocommit(db_.get()) == 0; }

bool Database::read_only() const { return sqlite3_db_readonly(db_.get(), "main") == 1; }

bool Database::could_not_read() { return errno == EIO || errno == ENXIO; }

Error Database::unreadable(const std::string& path, const std::string& what) {
  return {Code::io,
          path + ": cannot be read: " + what + "; check the disk, or move it away: it is made anew from the articles"};
}

Error Database::last_error() {
  const bool not_read = could_not_read();
  const int result = sqlite3_extended_errcode(db_.get());
  const Code code = code_of(result, sqlite3_system_errno(db_.get()));
  if (code == Code::corrupt && not_read) return unreadable(path_, sqlite3_errmsg(db_.get()));
  if (code == Code::corrupt) met_damage_ = true;
  std::string text = path_ + ": " + sqlite3_errmsg(db_.get());
  text.append("; ").append(remedy_of(code));
  return {code, std::move(text)};
}

}  // namespace winnow::store
