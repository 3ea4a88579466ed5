#include "extract/posts.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "extract/teasers.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLongestStamp = 160;  // bytes
constexpr std::size_t kLeastPosts = 2;
constexpr double kLeastProse = 60;  // of a post
constexpr double kMost = 0.6;       // of the prose, that the posts must hold

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool may_be_post(const Document& document, NodeId id) {
  const Tag tag = document[id].tag;
  const bool box = tag == Tag::div || tag == Tag::article || tag == Tag::section || tag == Tag::table || tag == Tag::td;
  return box && document.has_attribute(id, "class");
}

struct Row {
  NodeId first = kNone;
  std::size_t posts = 0;
  double good = 0;
};

class PostFinder {
 public:
  PostFinder(const PageMap& map, NodeId within) : map_(map), document_(map.document()), within_(within) {
    sums_.push_back(0);
    for (const Line& line : map_.lines()) sums_.push_back(sums_.back() + (is_stamp(line.text) ? 1 : 0));
  }

  NodeId run() {
    if (sums_.back() < kLeastPosts) return kNone;
    collect();
    const Row* best = nullptr;
    for (const auto& [make, row] : rows_) {
      if (row.posts < kLeastPosts || row.good < kMost * map_.good(within_)) continue;
      // A box around a post has as many posts as its parts, and holds more.
      if (best == nullptr || row.posts > best->posts || (row.posts == best->posts && row.good > best->good))
        best = &row;
    }
    return best == nullptr ? kNone : best->first;
  }

 private:
  void collect() {
    std::vector<NodeId> ends;  // of the open elements
    for (NodeId id = within_ + 1; id < document_[within_].end; ++id) {
      while (!ends.empty() && ends.back() <= id) ends.pop_back();
      if (may_be_post(document_, id) && stamps(id) > 0 && map_.good(id) >= kLeastProse) {
        add(rows_[{ends.size(), shape_of(document_, id)}], id);
      }
      if (document_[id].tag != Tag::text) ends.push_back(document_[id].end);
    }
  }

  void add(Row& row, NodeId id) {
    if (row.first == kNone) row.first = id;
    ++row.posts;
    row.good += map_.good(id);
  }

  std::size_t stamps(NodeId id) const {
    const auto inside = map_.lines_in(id);
    const auto begin = static_cast<std::size_t>(inside.data() - map_.lines().data());
    return sums_[begin + inside.size()] - sums_[begin];
  }

  const PageMap& map_;
  const Document& document_;
  NodeId within_;
  std::vector<std::size_t> sums_;                            // running sums of stamps, one more than lines
  std::map<std::pair<std::size_t, std::string>, Row> rows_;  // by depth and make
};

}  // namespace

bool is_stamp(std::string_view line) {
  if (line.size() > kLongestStamp) return false;
  bool year = false, time = false;
  for (std::size_t at = 0; at < line.size();) {
    if (!is_digit(line[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < line.size() && is_digit(line[at])) ++at;
    const std::string_view number = line.substr(begin, at - begin);
    year = year || (number.size() == 4 && (number.starts_with("19") || number.starts_with("20")));
    time = time || (number.size() <= 2 && at + 2 < line.size() && line[at] == ':' && is_digit(line[at + 1]) &&
                    is_digit(line[at + 2]));
  }
  return year && time;
}

NodeId first_post(const PageMap& map, NodeId within) { return PostFinder(map, within).run(); }

}  // namespace winnow::extract
