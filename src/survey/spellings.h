// Addresses that lead to one page: hosts that serve the same pages, parameters that make no other page. Pure.
#pragma once

#include <string>
#include <vector>

#include "survey/notes.h"

namespace winnow::survey {

struct Spellings {
  std::vector<std::string> host_aliases, drop_query;
  std::vector<Evidence> evidence;
};

[[nodiscard]] Spellings find_spellings(const Notes& notes);

}  // namespace winnow::survey
