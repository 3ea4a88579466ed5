// Which articles of a site may be near copies: their SimHashes, found in sub-linear time (near_hashes of state.db).
//
// Of two hashes that differ in at most 9 bits, one of five parts (13, 13, 13, 13, 12 bits) differs in at most one. So a
// look asks for each part as it is and with each one bit turned: 69 look-ups, each of which meets one row in some
// thousands. Of hashes 10 and 11 bits apart it finds nine in ten. Not thread-safe.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/sqlite.h"

namespace winnow::store {

class NearIndex {
 public:
  static constexpr int kMostBits = 11;  // hashes further apart are of other texts

  explicit NearIndex(Database& db) : db_(db) {}

  // `article` is articles.number. A hash of 0 is of no text and is never near.
  Result<void> put(std::string_view site, std::uint64_t hash, std::int64_t article);
  Result<void> remove(std::string_view site, std::uint64_t hash, std::int64_t article);
  Result<void> clear();

  struct Near {
    int distance = 0;  // in bits
    std::int64_t article = 0;
    bool operator==(const Near&) const = default;
    bool operator<(const Near& other) const {
      return distance != other.distance ? distance < other.distance : article < other.article;
    }
  };
  // The nearest first, then by number.
  Result<std::vector<Near>> find(std::string_view site, std::uint64_t hash);

 private:
  Result<void> look(std::int64_t site, std::int64_t band, std::uint64_t hash, std::vector<Near>& found);

  Database& db_;
};

}  // namespace winnow::store
