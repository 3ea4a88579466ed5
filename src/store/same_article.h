// When a new reading of an article is a new version. Pure.
#pragma once

#include "winnow/article.h"

namespace winnow::store {

// Equal in all that a reader sees. How it was come by (fetched_at, extractor, encoding, repairs, the URL that led to
// it) and what was taken out differ with each visit and make no version.
[[nodiscard]] bool same_to_reader(const Article& a, const Article& b);

}  // namespace winnow::store
