// The names of a site's sections, which stand as headings over all their articles. Internal to the stage.
#pragma once

#include <string>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

// As name_key() has them, sorted: what short links to other pages say, as those of a menu, and the directories of the
// page's address.
[[nodiscard]] std::vector<std::string> section_names(const Page& page);

}  // namespace winnow::extract
