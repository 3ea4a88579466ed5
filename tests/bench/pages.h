// The saved pages that are measured: those of WINNOW_SHARED/bench, which are read and never kept here.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace winnow::bench {

struct SavedPage {
  std::string name;  // SET/PAGE
  std::string bytes;
};

// Unpacked, in the order of their names; every `stride`th. Empty where WINNOW_SHARED names no such folder.
[[nodiscard]] std::vector<SavedPage> saved_pages(std::size_t stride = 1);

}  // namespace winnow::bench
