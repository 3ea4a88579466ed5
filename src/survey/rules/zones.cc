#include "survey/rules/zones.h"

#include <algorithm>
#include <vector>

#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::NodeId;

constexpr NodeId kBefore = 80, kBehind = 12;  // nodes before the title and behind the text's beginning
constexpr NodeId kBelow = 40;                 // behind its end

}  // namespace

std::array<Zone, 2> zones_of(const PageView& page) {
  const auto text = std::find_if(page.blocks.begin(), page.blocks.end(),
                                 [](const extract::DraftBlock& block) { return block.block.type != BlockType::image; });
  const NodeId size = page.document.size();
  const NodeId first = text == page.blocks.end() ? size : text->first;
  const std::vector<NodeId> titles = elements_saying(page.document, bare(page.title));
  const NodeId title = titles.empty() ? first : std::min(first, titles.front());
  const Zone head{title > kBefore ? title - kBefore : 1, std::min(size, first + kBehind)};
  if (text == page.blocks.end()) return {head, Zone{}};
  const NodeId last = std::max(page.blocks.back().first, first);
  return {head, Zone{std::max(last, head.end), std::min(size, last + kBelow)}};
}

}  // namespace winnow::survey
