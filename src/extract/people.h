// Who wrote an article, who edited it, and the publication that it is credited to: three things, kept apart.
// Internal to the stage.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "extract/near_lines.h"
#include "extract/page.h"
#include "winnow/trace.h"

namespace winnow::extract {

struct FoundPeople {
  std::vector<std::string> authors, editors;
  std::string source;
  Trace trace;
};

// `lines` are those of near_lines(); `sites` those of site_names().
[[nodiscard]] FoundPeople find_people(const Page& page, parse::NodeId heading, std::span<const NearLine> lines,
                                      const std::vector<std::string>& sites);

}  // namespace winnow::extract
