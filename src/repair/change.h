// What every repair of a segment has in common. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "repair/repair.h"

namespace winnow::repair {

using Change = Plan::Change;

// What a change shows of its text: cut, so that a log stays small.
inline constexpr std::size_t kShown = 60;

// Notes that `before` became `after` at code point `start` of the result.
void note(std::vector<Change>& log, std::string_view kind, std::size_t start, std::string_view before,
          std::string_view after, std::string_view why, double confidence = 1.0);

}  // namespace winnow::repair
