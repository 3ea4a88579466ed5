// When an article was published and last changed. Internal to the stage.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/time.h"
#include "extract/near_lines.h"
#include "extract/page.h"
#include "winnow/trace.h"

namespace winnow::extract {

struct FoundTimes {
  std::optional<Stamp> published, modified;
  Trace trace;
};

// `lines` are those of near_lines().
[[nodiscard]] FoundTimes find_times(const Page& page, parse::NodeId heading, std::span<const NearLine> lines);

}  // namespace winnow::extract
