// What a source's word does to a URL that is known already; the same in every State. Pure.
#pragma once

#include "store/state.h"

namespace winnow::store {

// A row for a URL not known before.
[[nodiscard]] UrlRow fresh_row(std::string_view site, const Found& found, Instant now);

// Whether the row changed, and whether it became pending again.
struct Again {
  bool changed = false, pending = false;
};
// A stored article is fetched again when the source states a modification later than the one known; where none
// was known, later than the fetch. Other rows only learn what is new.
Again find_again(UrlRow& row, const Found& found, Instant now);

}  // namespace winnow::store
