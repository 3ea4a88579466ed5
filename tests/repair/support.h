// What the tests of this folder share: a text through one repair, its log dropped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repair/repair.h"

namespace winnow::repair {

// The whole plan over one document of lines.
inline std::vector<std::string> repaired(const std::vector<std::string_view>& lines,
                                         const RepairOptions& options = {}) {
  const Plan plan(lines, options);
  std::vector<std::string> out;
  Log log(true);
  for (const std::string_view line : lines) out.push_back(plan.apply(line, log));
  return out;
}

inline std::string repaired(std::string_view text, const RepairOptions& options = {}) {
  return repaired(std::vector<std::string_view>{text}, options).front();
}

}  // namespace winnow::repair
