// Rows of teasers: several elements of one make, one beside the other, each a linked headline with little text. Pure.
#pragma once

#include <vector>

#include "extract/page_map.h"

namespace winnow::extract {

// The elements, in document order, none inside another.
[[nodiscard]] std::vector<parse::NodeId> find_teasers(const PageMap& map);

// A linked headline with little text, whatever stands beside it.
[[nodiscard]] bool is_teaser(const PageMap& map, parse::NodeId element);

// "Same template": tag and class, digits aside.
[[nodiscard]] std::string shape_of(const parse::Document& document, parse::NodeId element);

}  // namespace winnow::extract
