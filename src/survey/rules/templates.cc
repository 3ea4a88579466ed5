#include "survey/rules/templates.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace winnow::survey {
namespace {

constexpr double kAlike = 0.4;  // of the marks of two pages are those of both

double likeness(const Marks& a, const Marks& b) {
  Marks both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  const std::size_t all = a.size() + b.size() - both.size();
  return all == 0 ? 1 : static_cast<double>(both.size()) / static_cast<double>(all);
}

}  // namespace

std::size_t settle_templates(std::span<PageView> pages) {
  std::vector<const Marks*> first;  // of each template, its first page's
  for (PageView& page : pages) {
    const auto own =
        std::find_if(first.begin(), first.end(), [&](const Marks* m) { return likeness(*m, page.layout) >= kAlike; });
    page.made_by = static_cast<std::size_t>(own - first.begin());
    if (own == first.end()) first.push_back(&page.layout);
  }
  return first.size();
}

}  // namespace winnow::survey
