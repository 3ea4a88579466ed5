// The parts of an article's JSON that other outputs share. Internal to winnow/ and the program.
#pragma once

#include <vector>

#include "base/json.h"
#include "winnow/article.h"

namespace winnow::internal {

// An entry a kind; a guess is an entry of its own with "place": [start, end).
[[nodiscard]] Json repairs_json(const std::vector<Repair>& repairs);
[[nodiscard]] Json article_json(const Article& article);

}  // namespace winnow::internal
