// Chooses the elements that hold the article, from the values of the lines and what elements are called. Pure.
#pragma once

#include <vector>

#include "extract/page_map.h"

namespace winnow::extract {

// In document order, none inside another; one at least. Lines that were pruned must have the value 0.
[[nodiscard]] std::vector<parse::NodeId> choose_containers(const PageMap& map);

}  // namespace winnow::extract
