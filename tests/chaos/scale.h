// How much of the battery runs. ctest runs the short form, which shows that each row works; WINNOW_CHAOS=whole runs what
// docs/reliability.md claims (./dev chaos).
#pragma once

#include <cstdlib>
#include <string_view>

namespace winnow::chaos {

[[nodiscard]] inline bool whole() {
  const char* value = std::getenv("WINNOW_CHAOS");
  return value != nullptr && std::string_view(value) == "whole";
}

// How many rounds, pages, hosts or seconds, as it may be.
[[nodiscard]] inline int scaled(int short_form, int whole_form) { return whole() ? whole_form : short_form; }

}  // namespace winnow::chaos
