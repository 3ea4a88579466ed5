#include "extract/list.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/unicode.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr int kMostNumber = 999'999'999;  // CommonMark 5.2 has no longer ones

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }

std::optional<int> number_in(std::string_view text) {
  text = unicode::trim(text);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end == text.data() || number < 0 || number > kMostNumber) return std::nullopt;
  return number;
}

// Numbers the items of <ol> as HTML 4.4.5 and 4.4.8 do (start, value, reversed), each list in one pass however its
// items are asked for, as long as they are asked for in order.
class Numbers {
 public:
  explicit Numbers(const Document& document) : document_(document) {}

  int of(NodeId item) {
    const NodeId list = item == kNone ? kNone : document_[item].parent;
    if (list == kNone || document_[list].tag != Tag::ol) return kBullet;
    State& state = begin(list);
    while (state.next != kNone && state.next <= item) {
      if (document_[state.next].tag == Tag::li) count(state, state.next);
      state.next = document_[state.next].next_sibling;
    }
    return std::clamp(state.number, 0, kMostNumber);
  }

 private:
  struct State {
    NodeId next = kNone;
    int number = 0, step = 1;
  };

  State& begin(NodeId list) {
    const auto [at, is_new] = lists_.try_emplace(list);
    if (!is_new) return at->second;
    State& state = at->second;
    state.next = document_[list].first_child;
    state.step = document_.has_attribute(list, "reversed") ? -1 : 1;
    const auto start = number_in(document_.attribute(list, "start"));
    state.number = start.value_or(state.step > 0 ? 1 : items_in(list)) - state.step;
    return state;
  }

  int items_in(NodeId list) const {
    int count = 0;
    for (NodeId id = document_[list].first_child; id != kNone; id = document_[id].next_sibling)
      count += document_[id].tag == Tag::li && count < kMostNumber ? 1 : 0;
    return count;
  }

  void count(State& state, NodeId item) const {
    const auto stated = number_in(document_.attribute(item, "value"));
    state.number = stated.value_or(std::clamp(state.number + state.step, -kMostNumber, kMostNumber));
  }

  const Document& document_;
  std::unordered_map<NodeId, State> lists_;
};

// How many lists are open around an item, without those that have no items of their own before it.
class Depths {
 public:
  Depths(const Document& document, NodeId list) : document_(document), list_(list) {}

  int of(NodeId item) {
    const int raw = raw_depth(item);
    while (!open_.empty() && open_.back() >= raw) open_.pop_back();
    open_.push_back(raw);
    return static_cast<int>(open_.size()) - 1;
  }

 private:
  // A <dd> stands under its <dt>.
  int raw_depth(NodeId item) {
    if (item == kNone) return 0;
    if (document_[item].parent != parent_) {
      parent_ = document_[item].parent;
      depth_ = 0;
      for (NodeId at = parent_; at != kNone && at != list_; at = document_[at].parent)
        depth_ += is_list(document_[at].tag) ? 2 : 0;
    }
    return depth_ + (document_[item].tag == Tag::dd ? 1 : 0);
  }

  const Document& document_;
  NodeId list_, parent_ = kNone;
  int depth_ = 0;
  std::vector<int> open_;
};

// Leaves out what the other fields say already.
void simplify(Block& block) {
  block.ordered = !block.numbers.empty() && block.numbers.front() != kBullet;
  int wanted = 0;
  const bool plain = std::all_of(block.numbers.begin(), block.numbers.end(),
                                 [&](int number) { return number == (block.ordered ? ++wanted : kBullet); });
  if (std::all_of(block.depths.begin(), block.depths.end(), [](int depth) { return depth == 0; })) {
    block.depths.clear();
    if (plain) block.numbers.clear();
  } else if (!block.ordered && plain) {
    block.numbers.clear();
  }
}

}  // namespace

bool is_laid_out(std::span<const Line* const> lines) {
  std::size_t items = 0, extra = 0;
  double size = 0;
  NodeId cell = kNone;
  for (const Line* line : lines) {
    if (line->role != Role::item) continue;
    if (line->cell != cell || items == 0) {
      ++items;
    } else if (line->whole() > 60) {
      ++extra;
    }
    cell = line->cell;
    size += line->whole();
  }
  return items > 0 && (extra > items || (items == 1 && size > 400));
}

Block list_block(const Document& document, NodeId list, std::span<const Line* const> lines, const LinkReader& links) {
  Block block;
  block.type = BlockType::list;
  Numbers numbers(document);
  Depths depths(document, list);
  NodeId cell = kNone;
  for (const Line* line : lines) {
    if (line->role != Role::item) continue;
    if (line->cell != cell || block.items.empty()) {
      block.items.emplace_back();
      block.numbers.push_back(numbers.of(line->cell));
      block.depths.push_back(depths.of(line->cell));
    }
    links.append(*line, " ", block.items.back(), block.links, block.items.size() - 1);
    cell = line->cell;
  }
  simplify(block);
  return block;
}

}  // namespace winnow::extract
