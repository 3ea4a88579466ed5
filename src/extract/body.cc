#include "extract/body.h"

#include <algorithm>
#include <unordered_set>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/blocks.h"
#include "extract/container.h"
#include "extract/element_words.h"
#include "extract/lead_lines.h"
#include "extract/page_map.h"
#include "extract/prune.h"
#include "extract/trim.h"
#include "extract/witness.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

bool holds(const Document& document, NodeId element, NodeId id) { return id >= element && id < document[element].end; }

class BodyFinder {
 public:
  BodyFinder(const Document& document, const BodyHints& hints)
      : document_(document), hints_(hints), map_(document, hints.drop, hints.title), stated_(hints.article_body) {}

  Body run() && {
    if (hints_.only.empty()) stated_.weigh(map_.lines());
    map_.sum();
    prune_page();
    choose();
    std::vector<const Line*> kept = kept_lines();
    trim(map_, kept, body_.removed);
    stated_.trim(kept, body_.removed);
    if (hints_.only.empty()) {
      const auto lead = find_lead(map_, body_.container, hints_.summary, [this](NodeId id) { return is_pruned(id); });
      kept.insert(kept.begin(), lead.begin(), lead.end());
    }
    body_.blocks = make_blocks(map_, kept, hints_.base);
    if (auto stated = stated_.instead_of(kept); hints_.only.empty() && !stated.empty())
      body_.blocks = std::move(stated);
    report_pruned();
    collect_images();
    return std::move(body_);
  }

 private:
  void prune_page() {
    if (hints_.only.empty()) {
      pruned_ = prune(map_, Document::root());
    } else {
      for (const NodeId id : hints_.only) {
        if (id >= document_.size()) continue;
        auto inside = prune(map_, id);
        if (!hints_.prune) std::erase_if(inside, [](const Pruned& p) { return !p.hidden; });
        std::move(inside.begin(), inside.end(), std::back_inserter(pruned_));
      }
    }
    for (Line& line : map_.lines()) {
      if (is_pruned(line.first)) line.value = 0;
    }
    map_.sum();
  }

  bool is_pruned(NodeId id) const {
    const auto after =
        std::upper_bound(pruned_.begin(), pruned_.end(), id, [](NodeId x, const Pruned& p) { return x < p.node; });
    return after != pruned_.begin() && holds(document_, std::prev(after)->node, id);
  }

  void choose() {
    if (hints_.only.empty()) {
      containers_ = choose_containers(map_);
    } else {
      for (const NodeId id : hints_.only) {
        if (id < document_.size()) containers_.push_back(id);
      }
    }
    body_.container = containers_.empty() ? kNone : containers_.front();
  }

  std::vector<const Line*> kept_lines() const {
    std::vector<const Line*> kept;
    for (const NodeId container : containers_) {
      for (const Line& line : map_.lines_in(container)) {
        if (!is_pruned(line.first)) kept.push_back(&line);
      }
    }
    return kept;
  }

  // Where the article stands: what was left out elsewhere on the page is of no interest.
  NodeId surroundings() const {
    if (body_.container == kNone) return Document::root();
    NodeId around = body_.container;
    for (int level = 0; level < 2 && document_[around].parent != kNone; ++level) around = document_[around].parent;
    return around;
  }

  // What pages keep in hidden elements for their scripts is no text.
  static bool is_data(std::string_view text) {
    return (text.starts_with('{') || text.starts_with('[')) && text.find("\":") != std::string_view::npos;
  }

  // A line each, as readers saw them; of what is hidden all in one.
  std::string text_of(NodeId id) const {
    std::string text;
    for (const Line& line : map_.lines_in(id)) {
      if (line.text.empty()) continue;
      if (!text.empty()) text += '\n';
      text += line.text;
    }
    return text.empty() ? document_.visible_text(id) : text;
  }

  void report_pruned() {
    const NodeId around = surroundings();
    for (const Pruned& p : pruned_) {
      if (!holds(document_, around, p.node)) continue;
      std::string text = utf8::shorten(text_of(p.node), kRemovedCharacters);
      if (!text.empty() && !is_data(text))
        body_.removed.push_back({{p.kind, std::move(text)}, p.node, std::string(p.why), kNone, p.hidden});
    }
    std::stable_sort(body_.removed.begin(), body_.removed.end(),
                     [](const DraftRemoved& x, const DraftRemoved& y) { return x.node < y.node; });
  }

  void collect_images() {
    std::unordered_set<std::string> seen;
    for (const DraftBlock& b : body_.blocks) {
      if (b.block.type == BlockType::image && seen.insert(b.block.src).second) body_.images.push_back(b.block.src);
    }
  }

  const Document& document_;
  const BodyHints& hints_;
  PageMap map_;
  StatedText stated_;
  std::vector<Pruned> pruned_;
  std::vector<NodeId> containers_;
  Body body_;
};

}  // namespace

Body find_body(const Document& document, const BodyHints& hints) { return BodyFinder(document, hints).run(); }

}  // namespace winnow::extract
