#include "store/url_table.h"

#include <algorithm>
#include <limits>

#include "base/hash.h"
#include "store/failure.h"
#include "store/found_again.h"
#include "store/site_numbers.h"

namespace winnow::store {
namespace {

#define URL_COLUMNS                                                                                            \
  "number, status, found_at, next_try, key, url, tries, fetched_at, published, modified, etag, last_modified," \
  " article_id, note"

UrlStatus status_of(std::int64_t value) {
  const bool known = value >= 0 && value <= static_cast<int>(UrlStatus::gone);
  return known ? static_cast<UrlStatus>(value) : UrlStatus::failed;
}

UrlRow url_row(const Statement& row, std::string_view site) {
  UrlRow url;
  url.site = site;
  url.status = status_of(row.integer(1));
  url.found_at = row.instant(2);
  url.next_try = row.instant(3);
  url.key = row.text(4);
  url.url = row.is_null(5) ? url.key : row.text(5);
  url.tries = static_cast<int>(row.integer(6));
  url.fetched_at = row.instant(7);
  url.published = row.text(8);
  url.modified = row.integer(9);
  url.validators = {row.text(10), row.text(11)};
  url.article_id = row.text(12);
  url.note = row.text(13);
  return url;
}

// What is absent is NULL.
std::optional<std::string_view> some(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

std::optional<std::int64_t> some(std::int64_t number) {
  return number == 0 ? std::nullopt : std::optional<std::int64_t>(number);
}

std::optional<std::int64_t> some(Instant instant) { return some(std::int64_t{instant.time_since_epoch().count()}); }

// Binds what insert() and update() have in common: ?1 is the site or the row's number.
void bind_row(Statement& q, std::int64_t first, const UrlRow& row) {
  q.bind(first, static_cast<int>(row.status), row.found_at, row.next_try, row.key,
         row.url == row.key ? std::nullopt : std::optional<std::string_view>(row.url), some(std::int64_t{row.tries}),
         some(row.fetched_at), some(row.published), some(row.modified), some(row.validators.etag),
         some(row.validators.last_modified), some(row.article_id), some(row.note));
}

}  // namespace

Result<std::optional<UrlTable::Known>> UrlTable::known(std::int64_t site, std::string_view name, std::string_view key) {
  Result<std::optional<Known>> found = std::optional<Known>();
  rows_->find(hash64(key, seed_), [&](std::uint64_t number) {
    Statement q = db().prepare("SELECT " URL_COLUMNS " FROM urls WHERE number = ?1 AND site = ?2 AND key = ?3");
    const Result<bool> row = q.bind(static_cast<std::int64_t>(number), site, key).step();
    if (!row)
      found = pass(row);
    else if (*row)
      found = Known{static_cast<std::int64_t>(number), url_row(q, name)};
    return !row || *row;
  });
  return found;
}

Result<std::int64_t> UrlTable::insert(std::int64_t site, const UrlRow& row) {
  Statement q = db().prepare(
      "INSERT INTO urls (site, status, found_at, next_try, key, url, tries, fetched_at, published, modified, etag,"
      " last_modified, article_id, note) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)");
  bind_row(q, site, row);
  if (Result<void> done = q.run(); !done) return pass(done);
  const std::int64_t number = db().last_number();
  if (static_cast<std::uint64_t>(number) > RowSet::kMostNumber) {
    return fail(Code::too_large, db().path() + ": knows more URLs than it can; begin another store");
  }
  rows_->add(hash64(row.key, seed_), static_cast<std::uint64_t>(number));
  return number;
}

Result<void> UrlTable::update(std::int64_t number, const UrlRow& row) {
  Statement q = db().prepare(
      "UPDATE urls SET status = ?2, found_at = ?3, next_try = ?4, key = ?5, url = ?6, tries = ?7, fetched_at = ?8,"
      " published = ?9, modified = ?10, etag = ?11, last_modified = ?12, article_id = ?13, note = ?14"
      " WHERE number = ?1");
  bind_row(q, number, row);
  return q.run();
}

Result<std::size_t> UrlTable::add(std::string_view site, std::span<const Found> found, Instant now) {
  if (found.empty()) return std::size_t{0};
  Result<std::size_t> pending = add_all(site, found, now);
  if (!pending) ledger_->give_up();  // rows without their hashes would be found a second time
  return pending;
}

Result<std::size_t> UrlTable::add_all(std::string_view site, std::span<const Found> found, Instant now) {
  if (Result<void> ready = load(); !ready) return pass(ready);
  if (Result<void> begun = ledger_->begin(); !begun) return pass(begun);
  const Result<std::int64_t> of_site = new_site_number(db(), site);
  if (!of_site) return pass(of_site);
  std::size_t pending = 0;
  std::int64_t first = 0;
  std::vector<std::uint64_t> hashes;  // of new rows
  for (const Found& one : found) {
    Result<std::optional<Known>> old = known(*of_site, site, one.key);
    if (!old) return pass(old);
    if (!*old) {
      const Result<std::int64_t> number = insert(*of_site, fresh_row(site, one, now));
      if (!number) return pass(number);
      if (hashes.empty()) first = *number;
      hashes.push_back(hash64(one.key, seed_));
      ++pending;
      continue;
    }
    const Again again = find_again((*old)->row, one, now);
    if (again.pending) ++pending;
    if (!again.changed) continue;
    if (Result<void> saved = update((*old)->number, (*old)->row); !saved) return pass(saved);
  }
  if (Result<void> stored = store_hashes(first, hashes); !stored) return pass(stored);
  return pending;
}

Result<std::vector<UrlRow>> UrlTable::due(std::string_view site, Instant now, std::size_t limit) {
  std::vector<UrlRow> rows;
  const Result<std::optional<std::int64_t>> of_site = site_number(db(), site);
  if (!of_site) return pass(of_site);
  if (!*of_site) return rows;
  Statement q = db().prepare("SELECT " URL_COLUMNS
                             " FROM urls WHERE site = ?1 AND status = 0 AND next_try <= ?2"
                             " ORDER BY next_try, number LIMIT ?3");
  const std::size_t most = std::numeric_limits<std::int64_t>::max();
  q.bind(**of_site, now, std::min(limit, most));
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    if (!*row) return rows;
    rows.push_back(url_row(q, site));
  }
}

Result<std::optional<UrlRow>> UrlTable::find(std::string_view site, std::string_view key) {
  if (db().read_only()) rows_.reset();  // another process may have written meanwhile
  if (Result<void> ready = load(); !ready) return pass(ready);
  const Result<std::optional<std::int64_t>> of_site = site_number(db(), site);
  if (!of_site) return pass(of_site);
  if (!*of_site) return std::optional<UrlRow>();
  Result<std::optional<Known>> row = known(**of_site, site, key);
  if (!row) return pass(row);
  return *row ? std::optional(std::move((*row)->row)) : std::nullopt;
}

Result<void> UrlTable::save(const UrlRow& row) {
  if (Result<void> ready = load(); !ready) return ready;
  if (Result<void> begun = ledger_->begin(); !begun) return begun;
  const Result<std::int64_t> of_site = new_site_number(db(), row.site);
  if (!of_site) return pass(of_site);
  const Result<std::optional<Known>> old = known(*of_site, row.site, row.key);
  if (!old) return pass(old);
  // An update keeps the row's number, which tells the order in which URLs were found.
  if (*old) return update((*old)->number, row);
  const Result<std::int64_t> number = insert(*of_site, row);
  if (!number) return pass(number);
  const std::uint64_t hash = hash64(row.key, seed_);
  Result<void> stored = store_hashes(*number, {&hash, 1});
  if (!stored) ledger_->give_up();
  return stored;
}

Result<void> UrlTable::remember(const UrlRow& row) {
  const Result<std::optional<UrlRow>> old = find(row.site, row.key);
  if (!old) return pass(old);
  return *old ? Result<void>() : save(row);
}

Result<std::size_t> UrlTable::pending(std::string_view site) {
  const Result<std::optional<std::int64_t>> of_site = site_number(db(), site);
  if (!of_site) return pass(of_site);
  Statement q = db().prepare("SELECT count(*) FROM urls WHERE site = ?1 AND status = 0");
  const Result<bool> row = q.bind(*of_site).step();
  if (!row) return pass(row);
  return static_cast<std::size_t>(q.integer(0));
}

}  // namespace winnow::store
