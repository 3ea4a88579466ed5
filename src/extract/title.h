// The title of an article. Internal to the stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/page.h"

namespace winnow::extract {

struct FoundTitle {
  std::string text;
  parse::NodeId heading = parse::kNone;  // the element that shows it, where one does
  std::vector<Witness> witnesses;
  Witness won;
};

// `sites` are those of site_names().
[[nodiscard]] FoundTitle find_title(const Page& page, const std::vector<std::string>& sites);

}  // namespace winnow::extract
