#include "extract/near_lines.h"

#include <algorithm>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kBefore = 700;   // bytes of visible text before the title
constexpr std::size_t kBehind = 3000;  // and behind it
constexpr std::size_t kMaxLines = 160;
constexpr std::size_t kMaxLine = 1200;

class LineWalk {
 public:
  LineWalk(const Page& page, NodeId heading) : page_(page), document_(page.document()), heading_(heading) {}

  std::vector<NearLine> walk() {
    const NodeId body = document_.first(Tag::body);
    const NodeId start = body == parse::kNone ? 0 : body;
    const std::size_t title_at = heading_ == parse::kNone ? page_.offset(start) : page_.offset(heading_);
    for (NodeId id = start; id < document_.size() && lines_.size() < kMaxLines; ++id) {
      if (id == heading_) {
        id = document_[id].end - 1;
        flush();
        continue;
      }
      const std::size_t at = page_.offset(id);
      if (at > title_at + kBehind) break;
      if (at + kBefore < title_at || page_.aside(id)) continue;
      const bool before = heading_ != parse::kNone && id < heading_;
      visit(id, before, before ? title_at - at : at - title_at);
    }
    flush();
    return std::move(lines_);
  }

 private:
  void visit(NodeId id, bool before, std::size_t distance) {
    const parse::Node& node = document_[id];
    if (node.tag == Tag::br) return flush();
    if (node.tag != Tag::text) return;
    const Tag parent = document_[node.parent].tag;
    if (parent == Tag::script || parent == Tag::style || unicode::trim(node.text).empty()) return;
    const NodeId block = block_of(id);
    if (block != block_) flush();
    block_ = block;
    if (line_.text.empty()) line_ = {{}, id, before, distance, true};
    line_.linked = line_.linked && in_link(id);
    if (!line_.text.empty()) line_.text += ' ';  // inline pieces of a byline are often set apart by style alone
    if (line_.text.size() < kMaxLine) line_.text += unicode::collapse(node.text);
  }

  [[nodiscard]] NodeId block_of(NodeId id) const {
    while (id != parse::kNone && !parse::is_block(document_[id].tag) && !is_component(id)) id = document_[id].parent;
    return id;
  }

  // A custom element, whose name has a hyphen in it: a part of the page, more often than of a line.
  [[nodiscard]] bool is_component(NodeId id) const {
    return document_[id].tag == Tag::other && document_[id].text.find('-') != std::string_view::npos;
  }

  [[nodiscard]] bool in_link(NodeId id) const {
    for (; id != parse::kNone && !parse::is_block(document_[id].tag); id = document_[id].parent) {
      if (document_[id].tag == Tag::a) return true;
    }
    return false;
  }

  void flush() {
    if (!line_.text.empty()) lines_.push_back(std::move(line_));
    line_ = {};
  }

  const Page& page_;
  const parse::Document& document_;
  NodeId heading_;
  NodeId block_ = parse::kNone;
  NearLine line_;
  std::vector<NearLine> lines_;
};

}  // namespace

std::vector<NearLine> near_lines(const Page& page, NodeId heading) {
  std::vector<NearLine> lines = LineWalk(page, heading).walk();
  std::stable_partition(lines.begin(), lines.end(), [](const NearLine& line) { return !line.before; });
  return lines;
}

bool is_near(const Page& page, NodeId heading, NodeId id) {
  if (heading == parse::kNone) return page.offset(id) < 2500;
  const std::size_t title = page.offset(heading), here = page.offset(id);
  return here + 400 > title && here < title + 2500;
}

}  // namespace winnow::extract
