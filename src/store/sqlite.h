// SQLite with owners and Result: the one home of its C interface. Nothing here knows what is stored.
// Not thread-safe; one thread owns a Database and its Statements.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

struct sqlite3;
struct sqlite3_stmt;

namespace winnow::store {

struct Blob {  // to bind bytes that are no text
  std::string_view bytes;
};

// One run of a prepared statement. An error (in the SQL, in binding) waits until step() or run() reports it.
//
//   Statement q = db.prepare("SELECT title FROM articles WHERE id = ?1");
//   auto row = q.bind(id).step();
class Statement {
 public:
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;
  ~Statement();  // the statement goes back to its Database

  template <class... Values>
  Statement& bind(const Values&... values) {
    int place = 0;
    (put(++place, values), ...);
    return *this;
  }

  Result<bool> step();  // true: there is a row to read
  Result<void> run();   // to the end

  // Columns of the present row, from 0.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] std::string_view blob(int column) const;  // the bytes, until the next step()
  [[nodiscard]] std::int64_t integer(int column) const;
  [[nodiscard]] Instant instant(int column) const { return Instant(std::chrono::seconds(integer(column))); }
  [[nodiscard]] bool is_null(int column) const;

 private:
  friend class Database;
  Statement(class Database& database, sqlite3_stmt* statement, bool* in_use)
      : database_(&database), statement_(statement), in_use_(in_use) {}

  void put(int place, std::string_view value);
  void put(int place, const std::string& value) { put(place, std::string_view(value)); }
  void put(int place, const char* value) { put(place, std::string_view(value)); }
  void put(int place, Blob value);
  void put(int place, std::int64_t value);
  void put(int place, int value) { put(place, std::int64_t{value}); }
  void put(int place, std::size_t value) { put(place, static_cast<std::int64_t>(value)); }
  void put(int place, Instant value) { put(place, std::int64_t{value.time_since_epoch().count()}); }
  template <class T>
  void put(int place, const std::optional<T>& value) {
    if (value) put(place, *value);  // unbound is NULL
  }

  Database* database_;
  sqlite3_stmt* statement_;  // null: the SQL is wrong, which step() reports
  bool* in_use_;             // not null: it belongs to the Database, which will use it again
};

class Database {
 public:
  enum class Mode { read_only, immutable, read_write };

  // Opens or, for writing, makes it. Damage may show only when it is read. Immutable: nobody may be writing it.
  static Result<Database> open(const std::string& path, Mode mode);
  static Result<Database> in_memory();

  Database(Database&&) noexcept = default;
  Database& operator=(Database&&) noexcept = default;
  ~Database() = default;

  // `sql` must be a literal: its address finds the statement that was prepared for it.
  [[nodiscard]] Statement prepare(const char* sql);
  Result<void> execute(const std::string& sql);    // any number of statements, no parameters
  Result<std::int64_t> number(const char* sql);    // the first column of the first row; 0 where none
  [[nodiscard]] std::int64_t changes() const;      // rows that the last statement changed
  [[nodiscard]] std::int64_t last_number() const;  // rowid of the last INSERT
  [[nodiscard]] bool in_transaction() const;
  [[nodiscard]] bool read_only() const;
  [[nodiscard]] const std::string& path() const { return path_; }
  // SQLite takes a page that the disk does not give for damage. Whether the last call met such a one.
  static bool could_not_read();
  static Error unreadable(const std::string& path, const std::string& what);
  // Whether a statement has met damage since it was opened.
  [[nodiscard]] bool met_damage() const { return met_damage_; }
  void tell_damage() { met_damage_ = true; }  // that only the reader of a row can see

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* db) const;
  };
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  struct Kept {
    std::unique_ptr<sqlite3_stmt, Finalize> statement;
    bool in_use = false;
  };

  Database(std::string path, sqlite3* db) : path_(std::move(path)), db_(db) {}
  Error last_error();

  std::string path_;
  bool met_damage_ = false;
  std::unique_ptr<sqlite3, Close> db_;
  std::map<const char*, Kept> kept_;
};

}  // namespace winnow::store
