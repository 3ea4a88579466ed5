// The table urls of state.db: made for millions of rows. Rows are appended; which one has an address is known by a set
// of hashes in memory, which is filled from url_hashes when an address is first asked for. A row is 90 to 110 bytes on
// disk and 10 to 15 in memory. Not thread-safe.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "store/ledger.h"
#include "store/row_set.h"
#include "store/state.h"

namespace winnow::store {

class UrlTable {
 public:
  explicit UrlTable(std::shared_ptr<Ledger> ledger) : ledger_(std::move(ledger)) {}

  // As State has them.
  Result<std::size_t> add(std::string_view site, std::span<const Found> found, Instant now);
  Result<std::vector<UrlRow>> due(std::string_view site, Instant now, std::size_t limit);
  Result<std::optional<UrlRow>> find(std::string_view site, std::string_view key);
  Result<void> save(const UrlRow& row);
  Result<std::size_t> pending(std::string_view site);

  Result<void> remember(const UrlRow& row);  // a row that is known stays as it is

 private:
  struct Known {
    std::int64_t number = 0;
    UrlRow row;
  };

  Database& db() { return ledger_->db(); }
  Result<std::optional<Known>> known(std::int64_t site, std::string_view name, std::string_view key);
  Result<std::size_t> add_all(std::string_view site, std::span<const Found> found, Instant now);
  Result<std::int64_t> insert(std::int64_t site, const UrlRow& row);
  Result<void> update(std::int64_t number, const UrlRow& row);

  // The set of hashes and its copy in url_hashes.
  Result<void> load();
  Result<void> load_all();
  Result<bool> load_seed();
  Result<std::int64_t> load_chunks();
  Result<void> load_rows_after(std::int64_t number);
  Result<void> store_hashes(std::int64_t first, std::span<const std::uint64_t> hashes);

  std::shared_ptr<Ledger> ledger_;  // shared with the state and the article store
  std::unique_ptr<RowSet> rows_;    // null until an address is asked for
  std::uint64_t seed_ = 0;          // of the hashes
};

}  // namespace winnow::store
