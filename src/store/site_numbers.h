// Sites as numbers, for tables of many rows: site_numbers of state.db. Not thread-safe.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "base/result.h"
#include "store/sqlite.h"

namespace winnow::store {

[[nodiscard]] Result<std::optional<std::int64_t>> site_number(Database& db, std::string_view site);
// The same; a site that has none gets one.
[[nodiscard]] Result<std::int64_t> new_site_number(Database& db, std::string_view site);

}  // namespace winnow::store
