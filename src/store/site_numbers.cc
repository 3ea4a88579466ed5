#include "store/site_numbers.h"

#include "store/failure.h"

namespace winnow::store {

Result<std::optional<std::int64_t>> site_number(Database& db, std::string_view site) {
  Statement q = db.prepare("SELECT number FROM site_numbers WHERE name = ?1");
  const Result<bool> row = q.bind(site).step();
  if (!row) return pass(row);
  return *row ? std::optional(q.integer(0)) : std::nullopt;
}

Result<std::int64_t> new_site_number(Database& db, std::string_view site) {
  const Result<std::optional<std::int64_t>> number = site_number(db, site);
  if (!number) return pass(number);
  if (*number) return **number;
  Statement q = db.prepare("INSERT INTO site_numbers (name) VALUES (?1)");
  if (Result<void> done = q.bind(site).run(); !done) return pass(done);
  return db.last_number();
}

}  // namespace winnow::store
