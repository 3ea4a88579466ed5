// Where a number of visits does most: the next one, planned with those that follow. Internal to cadence.cc; pure.
#pragma once

#include <chrono>
#include <cstddef>
#include <vector>

namespace winnow::schedule {

// `expected` are the articles to be expected in each step from the last visit on. The number of steps after which to
// visit, between `least` and `most` (1 <= least <= most).
//
// Articles wait for the next visit, and a visit has its price: that of the plan is least. A wait weighs as much as the
// hour is busy, so that where nothing changes a visit comes for every kArticlesAVisit articles, and where it does the
// visits go where the articles are, to the end of a burst rather than into it.
inline constexpr double kArticlesAVisit = 1.5;
[[nodiscard]] std::size_t steps_to_visit(const std::vector<double>& expected, std::size_t least, std::size_t most);

}  // namespace winnow::schedule
