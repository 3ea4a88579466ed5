#include "extract/container.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "extract/element_words.h"
#include "extract/posts.h"
#include "extract/teasers.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr double kDescend = 0.62;  // an only child with so much of the net value is gone down into
constexpr double kDescendNamed = 0.85;
constexpr double kEnough = 150;      // so much prose may be an article
constexpr double kNamedShare = 0.4;  // an element called a body must hold so much of the page's prose
constexpr double kOwnShare = 0.3;
constexpr double kShortPart = 200;  // characters
constexpr double kProse = 0.8;      // of a part without a name
constexpr std::size_t kClimb = 4;   // levels above the container at which split parts are looked for

class Chooser {
 public:
  explicit Chooser(const PageMap& map) : map_(map), document_(map.document()) {}

  std::vector<NodeId> run() {
    NodeId top = document_.first(Tag::body);
    if (top == kNone) top = Document::root();
    top = own_part(top);
    const NodeId named = best_named(top);
    const NodeId container = named == kNone ? descend(top, kDescend) : descend(named, kDescendNamed);
    std::vector<NodeId> found{container};
    join_split(container, top, found);
    std::sort(found.begin(), found.end());
    return found;
  }

 private:
  // The tightest element that is called an article's body (else <article>, else <main>) and holds enough.
  NodeId best_named(NodeId top) const {
    const double all = map_.good(top);
    if (all <= 0) return kNone;
    NodeId best = kNone;
    for (NodeId id = top + 1; id < document_[top].end; ++id) {
      if ((map_.words(id) & kBodyWord) == 0 || !may_contain(document_[id].tag)) continue;
      const double good = map_.good(id);
      if (good < kNamedShare * all || good < kEnough) continue;
      if (best == kNone || id >= document_[best].end ? good > map_good(best) : good >= 0.9 * map_good(best)) best = id;
    }
    return best != kNone ? best : best_semantic(top, all);
  }

  NodeId best_semantic(NodeId top, double all) const {
    NodeId best = kNone;
    for (NodeId id = top + 1; id < document_[top].end; ++id) {
      const Tag tag = document_[id].tag;
      if (tag != Tag::article && tag != Tag::main) continue;
      const double good = map_.good(id);
      if (good < 0.5 * all) continue;
      if (best == kNone || good >= 0.75 * map_good(best)) best = id;
    }
    return best;
  }

  double map_good(NodeId id) const { return id == kNone ? 0 : map_.good(id); }

  static bool may_contain(Tag tag) {
    return parse::is_block(tag) ? tag != Tag::p && !parse::is_heading(tag) : tag == Tag::other || tag == Tag::span;
  }

  // Where several articles stand one below the other: the one that the title is in; else the first.
  NodeId own_part(NodeId top) const {
    if (map_.title_is_sure()) return own_article(top);
    const NodeId post = first_post(map_, top);
    return post == kNone ? top : post;
  }

  NodeId own_article(NodeId top) const {
    if (!map_.title_is_sure()) return top;
    for (NodeId at = map_.title(); at != kNone && at != top; at = document_[at].parent) {
      if (document_[at].tag == Tag::article && map_.good(at) >= kEnough) return is_one_of_many(at, top) ? at : top;
    }
    return top;
  }

  // It holds a good part of the prose, or most of the rest stands in articles of its own make. A mere head of the
  // article has neither.
  bool is_one_of_many(NodeId article, NodeId top) const {
    const double all = map_.good(top), own = map_.good(article);
    if (own >= kOwnShare * all) return true;
    const std::string like = shape_of(document_, article);
    double others = 0;
    for (NodeId id = top + 1; id < document_[top].end; ++id) {
      if (document_[id].tag != Tag::article || id == article || shape_of(document_, id) != like) continue;
      others += map_.good(id);
      id = document_[id].end - 1;
    }
    return others > 0.5 * (all - own);
  }

  NodeId descend(NodeId id, double share) const {
    for (;;) {
      NodeId best = kNone;
      double most = 0;
      for (NodeId child = document_[id].first_child; child != kNone; child = document_[child].next_sibling) {
        if (document_[child].tag == Tag::text) continue;
        if (const double weight = map_.weight(child); weight > most) {
          most = weight;
          best = child;
        }
      }
      if (best == kNone || most < share * map_.weight(id) || is_leaf(best)) return id;
      id = best;
    }
  }

  // One line's own element, or a list or quote: its neighbours belong with it.
  bool is_leaf(NodeId id) const {
    const Tag tag = document_[id].tag;
    if (tag == Tag::p || tag == Tag::ul || tag == Tag::ol || tag == Tag::dl || tag == Tag::blockquote) return true;
    std::size_t own = 0, count = 0;
    for (const Line& line : map_.lines_in(id)) {
      if (line.value == 0 && line.role != Role::heading) continue;
      ++count;
      own += line.block == id ? 1 : 0;
    }
    return count < 2 && own == count;
  }

  // Parts of one article that the template put into several boxes. A sibling of what holds the title is another
  // article of the same template.
  void join_split(NodeId container, NodeId top, std::vector<NodeId>& found) const {
    const double own = map_.weight(container);
    std::vector<NodeId> path;  // from the container up
    NodeId at = container;
    for (std::size_t level = 0; level < kClimb; ++level) {
      path.push_back(at);
      const NodeId parent = document_[at].parent;
      if (parent == kNone || at == top || document_[at].tag == Tag::body || document_[at].tag == Tag::article) return;
      if (map_.title() != kNone && map_.title() >= at && map_.title() < document_[at].end) return;
      const std::size_t before = found.size();
      for (NodeId child = document_[parent].first_child; child != kNone; child = document_[child].next_sibling) {
        if (child == at || document_[child].tag == Tag::text) continue;
        if (belongs(child, path, own)) found.push_back(child);
      }
      if (found.size() > before) join_between(path, found);
      at = parent;
    }
  }

  // A short part between two that were joined, all of the same make: a single sentence, and a heading maybe.
  void join_between(const std::vector<NodeId>& path, std::vector<NodeId>& found) const {
    const auto is_joined = [&](NodeId id) { return std::find(found.begin(), found.end(), id) != found.end(); };
    NodeId before = kNone, between = kNone;
    NodeId child = document_[document_[path.back()].parent].first_child;
    for (; child != kNone; child = document_[child].next_sibling) {
      if (document_[child].tag == Tag::text || !is_made_like(child, path)) continue;
      if (!is_joined(child)) {
        between = between == kNone && before != kNone && is_short_part(child) ? child : kNone;
        if (between == kNone) before = kNone;
        continue;
      }
      if (between != kNone) found.push_back(between);
      before = child;
      between = kNone;
    }
  }

  bool is_short_part(NodeId id) const { return map_.net(id) >= 0 && map_.good(id) > 0 && map_.size(id) <= kShortPart; }

  // As what stands at the end of the path; where that has no name or other attribute, as what is in it, too.
  bool is_made_like(NodeId id, const std::vector<NodeId>& path) const {
    for (std::size_t level = path.size(); level-- > 0;) {
      if (id == kNone || shape_of(document_, id) != shape_of(document_, path[level])) return false;
      if (document_[id].attribute_count > 0) return true;
      id = document_[id].first_child;
      while (id != kNone && document_[id].tag == Tag::text) id = document_[id].next_sibling;
    }
    return false;
  }

  // Boxes without a name, all in one that has one, are parts of its text where they hold paragraphs and little else.
  bool is_bare_part(NodeId id, NodeId container) const {
    const parse::Node& node = document_[id];
    if (node.tag != document_[container].tag || node.attribute_count > 0 || document_[container].attribute_count > 0)
      return false;
    if (document_[node.parent].attribute_count == 0 || map_.good(id) < kProse * map_.size(id)) return false;
    return document_.first(Tag::p, id) != kNone;
  }

  bool belongs(NodeId id, const std::vector<NodeId>& path, double own) const {
    const std::size_t level = path.size() - 1;
    const double net = map_.net(id);
    if (net < 60) return false;
    const Tag tag = document_[id].tag;
    if (level == 0 && (tag == Tag::p || tag == Tag::blockquote)) return true;
    if (level == 0 && (tag == Tag::ul || tag == Tag::ol)) return net > 150;
    if (net <= 0.05 * own) return false;
    return is_made_like(id, path) || (path.size() == 1 && is_bare_part(id, path.front()));
  }

  const PageMap& map_;
  const Document& document_;
};

}  // namespace

std::vector<NodeId> choose_containers(const PageMap& map) { return Chooser(map).run(); }

}  // namespace winnow::extract
