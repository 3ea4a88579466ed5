// Where on a page an article's own byline stands. Internal to survey/. Pure.
#pragma once

#include <array>

#include "survey/rules/page_view.h"

namespace winnow::survey {

struct Zone {  // [begin, end) in nodes
  parse::NodeId begin = 0, end = 0;
};

// Around the title and the beginning of the text, and right behind its end. The second has parts of other articles and
// of comments in it, too.
[[nodiscard]] std::array<Zone, 2> zones_of(const PageView& page);

}  // namespace winnow::survey
