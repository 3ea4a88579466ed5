#include "schedule/visit_plan.h"

#include <algorithm>
#include <limits>

namespace winnow::schedule {

// With a wait weighed by the rate r, visits every T cost r * r * T / 2 + price / T: least at T = kArticlesAVisit / r
// for this price, whatever r is.
std::size_t steps_to_visit(const std::vector<double>& expected, std::size_t least, std::size_t most) {
  constexpr double kPrice = kArticlesAVisit * kArticlesAVisit / 2;
  const std::size_t steps = expected.size();
  // Weights before each step's end, and weights times places: what any wait costs is a difference of both.
  std::vector<double> weight(steps + 1, 0.0), moment(steps + 1, 0.0);
  for (std::size_t i = 0; i < steps; ++i) {
    const double w = expected[i] * expected[i];
    weight[i + 1] = weight[i] + w;
    moment[i + 1] = moment[i] + w * (static_cast<double>(i) + 0.5);
  }
  std::vector<double> cost(steps + 1, 0.0);  // from a visit there to the end, which costs nothing more
  std::size_t first = most;
  for (std::size_t i = steps; i-- > 0;) {
    double best = std::numeric_limits<double>::infinity();
    for (std::size_t j = std::min(i + least, steps); j <= std::min(i + most, steps); ++j) {
      const double wait = static_cast<double>(j) * (weight[j] - weight[i]) - (moment[j] - moment[i]);
      const double all = wait + kPrice + cost[j];
      if (all >= best) continue;
      best = all;
      first = j - i;
    }
    cost[i] = best;
  }
  return std::clamp(first, least, most);
}

}  // namespace winnow::schedule
