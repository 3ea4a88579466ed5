// The lead that templates put outside the article's container, between the title and the text. Pure.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "extract/page_map.h"

namespace winnow::extract {

// The lines of a lead before `container`, in order; `pruned` tells of a node whether it was left out. A line that is
// the page's `summary` is a lead, however short.
[[nodiscard]] std::vector<const Line*> find_lead(const PageMap& map, parse::NodeId container, std::string_view summary,
                                                 const std::function<bool(parse::NodeId)>& pruned);

}  // namespace winnow::extract
