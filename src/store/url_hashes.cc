// UrlTable's set of hashes: how it is filled, and its copy in the table url_hashes.
#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "base/hash.h"
#include "store/failure.h"
#include "store/url_table.h"

namespace winnow::store {
namespace {

constexpr std::int64_t kChunk = 500;  // hashes in a row of url_hashes: together they just fit a page
constexpr std::size_t kBytes = 8;     // of a hash, the lowest first

std::uint64_t hash_at(std::string_view bytes, std::size_t index) {
  static_assert(std::endian::native == std::endian::little);
  std::uint64_t hash = 0;
  std::memcpy(&hash, bytes.data() + index * kBytes, kBytes);
  return hash;
}

// Puts the hash at its index; what lies between is of no row.
void put_at(std::string& bytes, std::size_t index, std::uint64_t hash) {
  if (bytes.size() < (index + 1) * kBytes) bytes.resize((index + 1) * kBytes, '\0');
  std::memcpy(bytes.data() + index * kBytes, &hash, kBytes);
}

}  // namespace

Result<void> UrlTable::load() {
  if (rows_) return {};
  rows_ = std::make_unique<RowSet>();
  Result<void> done = load_all();
  if (!done) rows_.reset();
  return done;
}

Result<void> UrlTable::load_all() {
  const Result<std::int64_t> last = db().number("SELECT max(number) FROM urls");
  if (!last) return pass(last);
  if (*last < 0 || *last > static_cast<std::int64_t>(RowSet::kMostNumber / 2)) {
    db().tell_damage();
    return fail(Code::corrupt, db().path() + ": the database is damaged: a row's number is " + std::to_string(*last));
  }
  const Result<std::int64_t> chunks = db().number("SELECT count(*) FROM url_hashes");
  if (!chunks) return pass(chunks);
  rows_->reserve(static_cast<std::size_t>(std::min(*chunks * kChunk, *last)));
  const Result<bool> seeded = load_seed();
  const Result<std::int64_t> loaded = !seeded ? pass(seeded) : *seeded ? load_chunks() : Result<std::int64_t>(0);
  if (!loaded) return pass(loaded);
  return *loaded < *last ? load_rows_after(*loaded) : Result<void>();
}

// Whether there was one; without it the hashes that stand there are of no use, and begin anew.
Result<bool> UrlTable::load_seed() {
  {
    Statement q = db().prepare("SELECT hashes FROM url_hashes WHERE chunk = -1");
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    const std::string_view seed = *row ? q.blob(0) : std::string_view();
    if (seed.size() == kBytes) seed_ = hash_at(seed, 0);
    if (seed.size() == kBytes || db().read_only()) return seed.size() == kBytes;
  }
  if (Result<void> begun = ledger_->begin(); !begun) return pass(begun);
  const Result<void> made = db().execute("DELETE FROM url_hashes; INSERT INTO url_hashes VALUES (-1, randomblob(8))");
  if (!made) return pass(made);
  const Result<bool> again = load_seed();
  return again ? Result<bool>(false) : again;
}

// The number of the last row whose hash stands there without a gap before it.
Result<std::int64_t> UrlTable::load_chunks() {
  Statement q = db().prepare("SELECT chunk, hashes FROM url_hashes WHERE chunk >= 0 ORDER BY chunk");
  std::int64_t number = 0;
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    const bool next = *row && number % kChunk == 0 && q.integer(0) == number / kChunk;
    if (!next) return number;
    const std::string_view hashes = q.blob(1);
    const std::size_t count = std::min<std::size_t>(hashes.size() / kBytes, kChunk);
    for (std::size_t i = 0; i < count; ++i) rows_->add(hash_at(hashes, i), static_cast<std::uint64_t>(++number));
  }
}

// From the rows themselves: after a change of the schema, or where url_hashes was damaged.
Result<void> UrlTable::load_rows_after(std::int64_t number) {
  Statement q = db().prepare("SELECT number, key FROM urls WHERE number > ?1 ORDER BY number");
  q.bind(number);
  std::vector<std::uint64_t> hashes;
  std::int64_t first = number + 1, last = number;
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    const bool full = hashes.size() >= static_cast<std::size_t>(kChunk) || (*row && q.integer(0) != last + 1);
    if ((full || !*row) && !db().read_only()) {
      if (Result<void> begun = ledger_->begin(); !begun) return begun;
      if (Result<void> stored = store_hashes(first, hashes); !stored) return stored;
    }
    if (!*row) return {};
    last = q.integer(0);
    if (full || hashes.empty()) {
      hashes.clear();
      first = last;
    }
    hashes.push_back(hash64(q.blob(1), seed_));
    rows_->add(hashes.back(), static_cast<std::uint64_t>(last));
  }
}

// Of rows that follow one another, `first` and on.
Result<void> UrlTable::store_hashes(std::int64_t first, std::span<const std::uint64_t> hashes) {
  while (!hashes.empty()) {
    const std::int64_t chunk = (first - 1) / kChunk;
    const auto index = static_cast<std::size_t>((first - 1) % kChunk);
    std::string bytes;
    {
      Statement old = db().prepare("SELECT hashes FROM url_hashes WHERE chunk = ?1");
      const Result<bool> row = old.bind(chunk).step();
      if (!row) return pass(row);
      if (*row) bytes = old.blob(0);
    }
    const std::size_t count = std::min(hashes.size(), static_cast<std::size_t>(kChunk) - index);
    for (std::size_t i = 0; i < count; ++i) put_at(bytes, index + i, hashes[i]);
    Statement q = db().prepare("INSERT OR REPLACE INTO url_hashes (chunk, hashes) VALUES (?1, ?2)");
    if (Result<void> done = q.bind(chunk, Blob{bytes}).run(); !done) return done;
    hashes = hashes.subspan(count);
    first += static_cast<std::int64_t>(count);
  }
  return {};
}

}  // namespace winnow::store
