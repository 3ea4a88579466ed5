#include "store/near_index.h"

#include <algorithm>
#include <array>
#include <bit>

#include "store/failure.h"
#include "store/site_numbers.h"

namespace winnow::store {
namespace {

struct Part {
  int begin, bits;
};
constexpr std::array<Part, 5> kParts = {{{0, 13}, {13, 13}, {26, 13}, {39, 13}, {52, 12}}};

// A site whose pages all have one hash must not make each look dear.
constexpr std::int64_t kMostOfABand = 2000;

// near_hashes.band: which part it is, and its value.
std::int64_t band_of(std::size_t part, std::uint64_t hash) {
  const std::uint64_t value = hash >> kParts[part].begin & ((std::uint64_t{1} << kParts[part].bits) - 1);
  return static_cast<std::int64_t>(part << 13 | value);
}

std::int64_t as_integer(std::uint64_t hash) { return std::bit_cast<std::int64_t>(hash); }

}  // namespace

Result<void> NearIndex::put(std::string_view site, std::uint64_t hash, std::int64_t article) {
  if (hash == 0) return {};
  const Result<std::int64_t> number = new_site_number(db_, site);
  if (!number) return pass(number);
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    Statement q = db_.prepare("INSERT OR IGNORE INTO near_hashes (site, band, near, article) VALUES (?1, ?2, ?3, ?4)");
    if (Result<void> done = q.bind(*number, band_of(part, hash), as_integer(hash), article).run(); !done) return done;
  }
  return {};
}

Result<void> NearIndex::remove(std::string_view site, std::uint64_t hash, std::int64_t article) {
  const Result<std::optional<std::int64_t>> number = site_number(db_, site);
  if (!number) return pass(number);
  for (std::size_t part = 0; *number && part < kParts.size(); ++part) {
    Statement q = db_.prepare("DELETE FROM near_hashes WHERE site = ?1 AND band = ?2 AND near = ?3 AND article = ?4");
    if (Result<void> done = q.bind(**number, band_of(part, hash), as_integer(hash), article).run(); !done) return done;
  }
  return {};
}

Result<void> NearIndex::clear() { return db_.execute("DELETE FROM near_hashes"); }

Result<void> NearIndex::look(std::int64_t site, std::int64_t band, std::uint64_t hash, std::vector<Near>& found) {
  Statement q = db_.prepare("SELECT near, article FROM near_hashes WHERE site = ?1 AND band = ?2 LIMIT ?3");
  q.bind(site, band, kMostOfABand);
  while (true) {
    const Result<bool> row = q.step();
    if (!row) return pass(row);
    if (!*row) return {};
    const int distance = std::popcount(hash ^ std::bit_cast<std::uint64_t>(q.integer(0)));
    if (distance <= kMostBits) found.push_back({distance, q.integer(1)});
  }
}

Result<std::vector<NearIndex::Near>> NearIndex::find(std::string_view site, std::uint64_t hash) {
  std::vector<Near> found;
  const Result<std::optional<std::int64_t>> number = site_number(db_, site);
  if (!number) return pass(number);
  if (!*number || hash == 0) return found;
  for (std::size_t part = 0; part < kParts.size(); ++part) {
    for (int turned = -1; turned < kParts[part].bits; ++turned) {
      const std::uint64_t bit = turned < 0 ? 0 : std::uint64_t{1} << (kParts[part].begin + turned);
      if (Result<void> done = look(**number, band_of(part, hash ^ bit), hash, found); !done) return pass(done);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace winnow::store
