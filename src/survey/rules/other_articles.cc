#include "survey/rules/other_articles.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "survey/rules/naming.h"
#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kShortest = 12;   // bytes of a headline
constexpr double kMostOfItem = 0.6;     // of its line's text is the link
constexpr std::size_t kLeastLinks = 2;  // in a box of them
constexpr std::size_t kMostBlocks = 4;  // of text to a headline
constexpr double kMostOfPage = 0.5;     // of the page's text stands in such a box
constexpr int kLevels = 7;
constexpr std::size_t kMostMakes = 500;
constexpr NodeId kMostNodes = 60;  // of a headline with its line

bool leads_elsewhere(std::string_view href) {
  return !href.empty() && href.front() != '#' && !href.starts_with("javascript:") && !href.starts_with("mailto:");
}

class Boxes {
 public:
  Boxes(const PageView& page, std::span<const extract::DraftBlock> blocks)
      : page_(page), document_(page.document), blocks_(blocks) {
    for (const NodeId a : document_.all(Tag::a)) {
      if (is_headline(a)) headlines_.push_back(a);
    }
    for (const extract::DraftBlock& block : blocks) all_ += text_of(block.block).size();
  }

  std::vector<bool> run() const {
    std::vector<bool> out;
    for (const extract::DraftBlock& block : blocks_) out.push_back(is_in_box(block));
    mark_following_articles(out);
    return out;
  }

 private:
  bool holds(NodeId element, NodeId id) const { return id >= element && id < document_[element].end; }

  bool is_headline(NodeId a) const {
    if (!leads_elsewhere(document_.attribute(a, "href"))) return false;
    const std::string text = document_.visible_text(a);
    if (text.size() < kShortest) return false;
    NodeId line = document_[a].parent;
    while (line != kNone && !parse::is_block(document_[line].tag)) line = document_[line].parent;
    if (line == kNone || document_[line].end - line > kMostNodes) return false;
    return static_cast<double>(text.size()) >= kMostOfItem * static_cast<double>(document_.visible_text(line).size());
  }

  std::size_t headlines_in(NodeId from, NodeId to) const {
    return static_cast<std::size_t>(std::lower_bound(headlines_.begin(), headlines_.end(), to) -
                                    std::lower_bound(headlines_.begin(), headlines_.end(), from));
  }

  bool is_in_box(const extract::DraftBlock& block) const {
    NodeId at = block.node;
    for (int level = 0; level < kLevels && at != kNone && document_[at].tag != Tag::body;
         ++level, at = document_[at].parent) {
      const std::size_t links = headlines_in(at, document_[at].end);
      if (links < kLeastLinks) continue;
      std::size_t bytes = 0, blocks = 0;
      for (const extract::DraftBlock& other : blocks_) {
        if (!holds(at, other.first)) continue;
        bytes += text_of(other.block).size();
        ++blocks;
      }
      // A headline comes before the words about it.
      return static_cast<double>(bytes) <= kMostOfPage * static_cast<double>(all_) && blocks <= kMostBlocks * links &&
             headlines_in(at, block.first + 1) > 0;
    }
    return false;
  }

  // The words that an element's own names are made of; "" where it has none.
  std::string make_of(NodeId id) const {
    const auto names = own_names(document_, id);
    return names.size() < 2 ? std::string() : names.front().css;
  }

  // An element of the title's make in a box that is made like the one with the title in it.
  void mark_following_articles(std::vector<bool>& out) const {
    if (page_.title.empty()) return;
    const std::vector<NodeId> titles = elements_saying(document_, bare(page_.title));
    if (titles.empty()) return;
    const NodeId title = titles.front();
    const std::string make = make_of(title);
    if (make.empty()) return;
    for (NodeId own = document_[title].parent; own != kNone && document_[own].tag != Tag::body;
         own = document_[own].parent) {
      const std::string box = make_of(own);
      if (box.empty()) continue;
      for (NodeId next = document_[own].next_sibling; next != kNone; next = document_[next].next_sibling) {
        if (document_[next].tag != document_[own].tag || make_of(next) != box || !has_make(next, title, make)) continue;
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = out[i] || holds(next, blocks_[i].first);
      }
    }
  }

  // One of the title's own element name has its make.
  bool has_make(NodeId box, NodeId title, const std::string& make) const {
    std::size_t count = 0;
    for (NodeId id = box + 1; id < document_[box].end && count < kMostMakes; ++id) {
      if (document_[id].tag == Tag::text || document_[id].text != document_[title].text) continue;
      ++count;
      if (make_of(id) == make) return true;
    }
    return false;
  }

  const PageView& page_;
  const Document& document_;
  std::span<const extract::DraftBlock> blocks_;
  std::vector<NodeId> headlines_;  // ascending
  std::size_t all_ = 0;            // bytes of all blocks
};

}  // namespace

std::vector<bool> of_other_articles(const PageView& page, std::span<const extract::DraftBlock> blocks) {
  return Boxes(page, blocks).run();
}

}  // namespace winnow::survey
