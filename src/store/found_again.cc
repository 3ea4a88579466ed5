#include "store/found_again.h"

namespace winnow::store {

UrlRow fresh_row(std::string_view site, const Found& found, Instant now) {
  UrlRow row;
  row.key = found.key;
  row.url = found.url;
  row.site = site;
  row.found_at = row.next_try = now;
  row.published = found.published;
  row.modified = found.modified;
  return row;
}

Again find_again(UrlRow& row, const Found& found, Instant now) {
  Again again;
  if (row.published.empty() && !found.published.empty()) {
    row.published = found.published;
    again.changed = true;
  }
  if (found.modified <= row.modified) return again;
  const std::int64_t known = row.modified != 0 ? row.modified : row.fetched_at.time_since_epoch().count();
  row.modified = found.modified;
  again.changed = true;
  if (row.status != UrlStatus::stored || found.modified <= known) return again;
  row.status = UrlStatus::pending;
  row.tries = 0;
  row.next_try = now;
  again.pending = true;
  return again;
}

}  // namespace winnow::store
