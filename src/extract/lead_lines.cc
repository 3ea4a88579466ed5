#include "extract/lead_lines.h"

#include <string>
#include <unordered_set>

#include "extract/element_words.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kClimb = 6;  // levels above the container, where the page names no title
constexpr double kNamedSize = 20;  // an element called a lead may be as short as this
constexpr double kPlainSize = 60;  // any other must be a sentence of this length
constexpr double kSubtitleSize = 80;
constexpr double kLongest = 1500;  // all lines of it together

bool holds(const Document& document, NodeId element, NodeId id) { return id >= element && id < document[element].end; }

// The smallest element that holds the title and the container.
NodeId common(const PageMap& map, NodeId container) {
  const Document& document = map.document();
  NodeId at = container;
  for (std::size_t level = 0; document[at].parent != kNone; ++level) {
    at = document[at].parent;
    if (map.title() != kNone ? holds(document, at, map.title()) : level >= kClimb) break;
    if (document[at].tag == Tag::body) break;
  }
  return at;
}

bool is_called_lead(const PageMap& map, NodeId id, NodeId top) {
  for (; id != kNone && id != top; id = map.document()[id].parent) {
    if ((map.words(id) & kLeadWord) != 0) return true;
  }
  return false;
}

bool may_be_lead(const PageMap& map, const Line& line, NodeId top, const std::string& summary) {
  if (line.role == Role::caption || line.role == Role::image || line.role == Role::embed) return false;
  if (line.role == Role::item || line.role == Role::cell || line.link_density() > 0.3) return false;
  if (line.block == map.title() || line.level == 1) return false;
  if (!summary.empty() && line.first > map.title() && bare_text(line.text) == summary) return true;
  if (is_called_lead(map, line.block, top)) return line.whole() >= kNamedSize;
  if (map.title() == kNone) return false;
  // Subtitles have no full stop.
  if (line.first > map.title() && line.whole() >= kSubtitleSize && line.link_size == 0) return true;
  return line.value >= kPlainSize && line.ends_sentence;
}

}  // namespace

std::vector<const Line*> find_lead(const PageMap& map, NodeId container, std::string_view summary,
                                   const std::function<bool(NodeId)>& pruned) {
  std::vector<const Line*> lead;
  if (container == kNone || holds(map.document(), container, map.title())) return lead;
  const NodeId top = common(map, container);
  std::unordered_set<std::string> seen;
  for (const Line& line : map.lines_in(container)) seen.insert(bare_text(line.text));
  const std::string stated = bare_text(summary);
  double size = 0;
  for (const Line& line : map.lines_in(top)) {
    if (line.first >= container) break;
    if (map.title() != kNone && line.first < map.title()) continue;
    if (pruned(line.first) || !may_be_lead(map, line, top, stated)) continue;
    if (!seen.insert(bare_text(line.text)).second) continue;
    size += line.whole();
    lead.push_back(&line);
  }
  if (size > kLongest) lead.clear();
  return lead;
}

}  // namespace winnow::extract
