#include "extract/teasers.h"

#include <algorithm>
#include <map>
#include <string>

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kRow = 3;  // so many make a row
constexpr std::size_t kMostLines = 8;
constexpr std::size_t kMostLinesAndImages = 32;
constexpr double kMostText = 500;  // of a teaser, links left out
constexpr double kHeadline = 15;
constexpr std::size_t kLeastHeadlines = 2;  // of a list
constexpr std::size_t kMostOfList = 40;     // lines
constexpr double kLongestLabel = 60;
constexpr NodeId kLeastNodes = 9, kMostNodes = 600;  // a label, two links and a line, each with its text

bool may_be_teaser(Tag tag) {
  return tag == Tag::div || tag == Tag::article || tag == Tag::li || tag == Tag::section || tag == Tag::td ||
         tag == Tag::dl || tag == Tag::figure;
}

void add_rows(const PageMap& map, NodeId parent, std::vector<NodeId>& found) {
  const Document& document = map.document();
  std::map<std::string, std::vector<NodeId>> shapes;
  for (NodeId child = document[parent].first_child; child != kNone; child = document[child].next_sibling) {
    if (may_be_teaser(document[child].tag) && !map.lines_in(child).empty()) {
      shapes[shape_of(document, child)].push_back(child);
    }
  }
  for (const auto& [shape, members] : shapes) {
    if (members.size() < kRow) continue;
    const auto teasers = std::count_if(members.begin(), members.end(), [&](NodeId id) { return is_teaser(map, id); });
    if (teasers * 10 < static_cast<std::ptrdiff_t>(members.size()) * 7) continue;
    std::copy_if(members.begin(), members.end(), std::back_inserter(found),
                 [&](NodeId id) { return is_teaser(map, id); });
  }
}

bool is_headline(const Line& line) { return line.link_density() > 0.9 && line.whole() >= kHeadline; }

// "You may also like": headlines that lead elsewhere, each with a line about it or none, under a label.
bool is_teaser_list(const PageMap& map, NodeId id) {
  const auto lines = map.lines_in(id);
  if (lines.size() < 2 + kLeastHeadlines || lines.size() > kMostOfList) return false;
  const Line& label = lines.front();
  const bool labelled = label.link_size == 0 && label.whole() <= kLongestLabel && !label.ends_sentence &&
                        (label.role == Role::heading || label.role == Role::paragraph);
  if (!labelled) return false;
  std::size_t headlines = 0, texts = 0;
  bool behind_headline = false;
  for (const Line& line : lines.subspan(1)) {
    if (line.role == Role::image) continue;
    const bool headline = is_headline(line);
    if (!headline && (!behind_headline || line.size > kMostText)) return false;
    behind_headline = headline;
    ++(headline ? headlines : texts);
  }
  return headlines >= kLeastHeadlines && texts > 0;
}

}  // namespace

bool is_teaser(const PageMap& map, NodeId id) {
  const auto lines = map.lines_in(id);
  if (lines.size() > kMostLinesAndImages) return false;
  std::size_t count = 0;
  bool headline = false;
  double text = 0;
  for (const Line& line : lines) {
    if (line.role == Role::image) continue;
    if (++count > kMostLines) return false;
    headline = headline || (count <= 4 && line.link_density() > 0.8 && line.whole() >= kHeadline);
    text += line.size;
  }
  return headline && text <= kMostText;
}

std::string shape_of(const Document& document, NodeId id) {
  const std::string_view name = document.attribute(id, "class").substr(0, 200);
  std::string out(document[id].text);
  // Of "b1" and "b3" nothing would be left to tell them apart.
  const bool numbered = name.size() >= 2 && name.find(' ') == name.npos &&
                        name.find_first_not_of("0123456789", 1) == std::string_view::npos;
  for (const char c : name) {
    if (numbered || c < '0' || c > '9') out += c;
  }
  return out;
}

std::vector<NodeId> find_teasers(const PageMap& map) {
  const Document& document = map.document();
  std::vector<NodeId> found;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (document[id].tag == Tag::text || document[id].first_child == kNone) continue;
    const bool fits = document[id].end - id >= kLeastNodes && document[id].end - id <= kMostNodes;
    if (fits && (may_be_teaser(document[id].tag) || document[id].tag == Tag::other) && is_teaser_list(map, id)) {
      found.push_back(id);
    }
    if (document[document[id].first_child].next_sibling != kNone) add_rows(map, id, found);
  }
  std::sort(found.begin(), found.end());
  std::vector<NodeId> outermost;
  for (const NodeId id : found) {
    if (outermost.empty() || id >= document[outermost.back()].end) outermost.push_back(id);
  }
  return outermost;
}

}  // namespace winnow::extract
