// By which address an article is known. Internal to winnow/.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/url.h"

namespace winnow::internal {

// The page's own canonical link where it may be believed (the same host or its "www." form, and not the site's
// front page); else the canonical form of the URL that was fetched; "" where neither is known.
[[nodiscard]] std::string identity(const std::optional<Url>& fetched, std::string_view canonical_link);

// Article::id: the hash of that address; "" where none is known.
[[nodiscard]] std::string article_id(const std::optional<Url>& fetched, std::string_view canonical_link);
// The same as a number; 0 for "".
[[nodiscard]] std::uint64_t number_of(std::string_view article_id);

}  // namespace winnow::internal
