#include "survey/rules/comments.h"

#include <algorithm>
#include <string>

#include "extract/dates.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr NodeId kSmall = 12;          // nodes of a line with a date
constexpr std::size_t kLongest = 120;  // bytes of it
constexpr std::size_t kMostStamps = 200;
constexpr std::size_t kMostSiblings = 400;
constexpr int kLevels = 8;  // from such a line up to the reader's whole word
constexpr std::size_t kLeastEntries = 2;
constexpr double kLeastBefore = 0.25;  // of the text stands before them

class Comments {
 public:
  Comments(const PageView& page, std::span<const extract::DraftBlock> blocks)
      : document_(page.document), blocks_(blocks) {
    find_stamps();
  }

  std::vector<bool> run() const {
    std::vector<bool> out(blocks_.size());
    for (const NodeId stamp : stamps_) {
      const NodeId entry = entry_of(stamp);
      if (entry == kNone) continue;
      for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i] || holds(entry, blocks_[i].first);
    }
    if (!is_below_text(out)) out.assign(out.size(), false);
    return out;
  }

 private:
  bool holds(NodeId element, NodeId id) const { return id >= element && id < document_[element].end; }

  void find_stamps() {
    for (NodeId id = 1; id < document_.size() && stamps_.size() < kMostStamps; ++id) {
      if (document_[id].tag == Tag::text || document_[id].end - id > kSmall || document_[id].tag == Tag::script)
        continue;
      const std::string text = document_.visible_text(id);
      if (text.empty() || text.size() > kLongest || extract::find_dates(text, {}, 1).empty()) continue;
      if (!stamps_.empty() && id < document_[stamps_.back()].end) stamps_.pop_back();  // the innermost is the line
      stamps_.push_back(id);
    }
  }

  bool has_stamp(NodeId element) const {
    const auto at = std::lower_bound(stamps_.begin(), stamps_.end(), element);
    return at != stamps_.end() && *at < document_[element].end;
  }

  // The element around a date that has others like it beside it, with more text than the date.
  NodeId entry_of(NodeId stamp) const {
    NodeId at = stamp;
    for (int level = 0; level < kLevels; ++level, at = document_[at].parent) {
      const NodeId parent = document_[at].parent;
      if (parent == kNone || document_[at].tag == Tag::body) return kNone;
      if (document_[at].end - at <= document_[stamp].end - stamp + 1) continue;
      std::size_t like = 0, seen = 0;
      for (NodeId id = document_[parent].first_child; id != kNone && ++seen < kMostSiblings;
           id = document_[id].next_sibling) {
        like += is_like(at, id) && has_stamp(id) ? 1U : 0U;
      }
      if (like >= kLeastEntries) return at;
    }
    return kNone;
  }

  bool is_like(NodeId a, NodeId b) const {
    return document_[a].text == document_[b].text && document_[b].tag != Tag::text &&
           document_.attribute(a, "class") == document_.attribute(b, "class");
  }

  bool is_below_text(const std::vector<bool>& marked) const {
    std::size_t before = 0, all = 0;
    bool begun = false;
    for (std::size_t i = 0; i < marked.size(); ++i) {
      const std::size_t bytes = text_of(blocks_[i].block).size();
      begun = begun || marked[i];
      before += begun ? 0 : bytes;
      all += bytes;
    }
    return static_cast<double>(before) >= kLeastBefore * static_cast<double>(all);
  }

  const Document& document_;
  std::span<const extract::DraftBlock> blocks_;
  std::vector<NodeId> stamps_;  // ascending, none in another one
};

}  // namespace

std::vector<bool> of_comments(const PageView& page, std::span<const extract::DraftBlock> blocks) {
  return Comments(page, blocks).run();
}

}  // namespace winnow::survey
