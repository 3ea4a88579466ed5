// Names that no label and no class of authors mark, in an element of their own in the line of the date. Internal to the
// stage.
#pragma once

#include <string>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

struct DatedNames {
  std::vector<std::string> names;
  bool called_name = false;  // the element is called a name
};

// Nothing where several lines have such names: those are rows of a table or list.
[[nodiscard]] DatedNames names_by_date(const Page& page, parse::NodeId heading);

}  // namespace winnow::extract
