// The fewest sources that name all articles of a site. Pure.
#pragma once

#include <vector>

#include "site/site.h"
#include "survey/notes.h"

namespace winnow::survey {

struct Sources {
  site::Discover discover;
  std::vector<Evidence> evidence;
};

// What `auto` finds by itself is not named. `articles`: by Notes::seen, whether it is an article.
[[nodiscard]] Sources choose_sources(const Notes& notes, const std::vector<bool>& articles);

}  // namespace winnow::survey
