// How a field is decided: from witnesses with ranks, with a line of trace that says which won and which it
// outdid. Internal to the stage.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "winnow/trace.h"

namespace winnow::extract {

// The witness of the highest rank, the earliest of equals; null when there is none with a value.
[[nodiscard]] const Witness* best_of(const std::vector<Witness>& witnesses);
// "meta:og:title (70), over jsonld (60) "...", title (40)"
void explain(Trace& trace, std::string_view field, const Witness& won, const std::vector<Witness>& all);

}  // namespace winnow::extract
