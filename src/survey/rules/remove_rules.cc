#include "survey/rules/remove_rules.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"
#include "parse/selector.h"
#include "survey/rules/alien_blocks.h"
#include "survey/rules/naming.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostRules = 12;
constexpr int kLevels = 12;                // from a block up to the largest element that is to go
constexpr std::size_t kMostOnAPage = 60;   // blocks for which selectors are sought
constexpr std::size_t kMostTried = 240;    // selectors
constexpr double kAlmostAll = 0.8;         // of the blocks in the elements that a selector selects
constexpr double kMostOfText = 0.6;        // of the text of all pages that may go by one rule
constexpr double kMostAlien = 0.6;         // of the text; with more of it the pages are no articles
constexpr std::size_t kLongestText = 160;  // bytes of a text that a rule gives in full

std::size_t kind_index(Alien alien) { return static_cast<std::size_t>(alien); }

// What a selector would take out of the pages.
struct Taken {
  std::string css;
  int cost = 0;
  std::vector<std::pair<std::size_t, std::size_t>> blocks;  // alien ones, as (page, block)
  std::size_t own = 0;                                      // of the article
  std::size_t bytes = 0, pages = 0;
  std::size_t kinds[kAliens] = {};
};

class Remover {
 public:
  explicit Remover(std::span<const PageView> pages) : pages_(pages), aliens_(alien_blocks(pages)) {
    for (const PageView& page : pages) {
      for (const extract::DraftBlock& block : page.blocks) all_bytes_ += block.block.text.size();
    }
  }

  std::vector<Removal> run() && {
    if (is_all_alien()) return {};
    std::vector<Taken> candidates = tried();
    std::erase_if(candidates, [&](const Taken& t) { return !is_good(t); });
    while (out_.size() < kMostRules) {
      const Taken* best = nullptr;
      std::size_t most = 0;
      for (const Taken& t : candidates) {
        const std::size_t fresh = open_of(t);
        if (fresh > most || (best != nullptr && fresh == most && fresh > 0 && t.cost < best->cost)) {
          best = &t;
          most = fresh;
        }
      }
      if (best == nullptr) break;
      take(*best);
    }
    add_texts();
    return std::move(out_);
  }

 private:
  // Pages that all say the same, as those that ask for consent do.
  bool is_all_alien() const {
    std::size_t bytes = 0;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (std::size_t b = 0; b < pages_[p].blocks.size(); ++b)
        bytes += is_alien(p, b) ? pages_[p].blocks[b].block.text.size() : 0;
    }
    return static_cast<double>(bytes) > kMostAlien * static_cast<double>(all_bytes_);
  }

  bool is_alien(std::size_t page, std::size_t block) const { return aliens_[page][block] != Alien::no; }

  // The largest element around a block with nothing of the article in it, and no picture.
  NodeId target(std::size_t page, std::size_t block) const {
    const PageView& view = pages_[page];
    NodeId at = view.blocks[block].node;
    NodeId up = view.document[at].parent;
    for (int level = 0; level < kLevels && up != kNone; ++level, up = view.document[up].parent) {
      const Tag tag = view.document[up].tag;
      if (tag == Tag::body || tag == Tag::html || tag == Tag::document || !is_all_alien(page, up)) break;
      at = up;
    }
    return at;
  }

  bool is_all_alien(std::size_t page, NodeId element) const {
    const PageView& view = pages_[page];
    for (std::size_t i = 0; i < view.blocks.size(); ++i) {
      const NodeId node = view.blocks[i].first;
      if (node < element || node >= view.document[element].end) continue;
      if (!is_alien(page, i)) return false;
    }
    return true;
  }

  std::vector<Taken> tried() const {
    std::map<std::string, int> selectors;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      std::size_t sought = 0;
      for (std::size_t b = 0; b < pages_[p].blocks.size() && sought < kMostOnAPage; ++b) {
        if (!is_alien(p, b)) continue;
        ++sought;
        for (const NodeId element : {target(p, b), pages_[p].blocks[b].node}) {
          for (const Naming& name : names(pages_[p].document, element)) selectors.emplace(name.css, name.cost);
        }
      }
    }
    std::vector<std::pair<int, std::string>> by_cost;
    for (const auto& [css, cost] : selectors) by_cost.emplace_back(cost, css);
    std::sort(by_cost.begin(), by_cost.end());
    if (by_cost.size() > kMostTried) by_cost.resize(kMostTried);
    std::vector<Taken> out;
    for (const auto& [cost, css] : by_cost) {
      if (auto taken = taken_by(css, cost)) out.push_back(std::move(*taken));
    }
    return out;
  }

  std::optional<Taken> taken_by(const std::string& css, int cost) const {
    const auto selector = parse::Selector::compile(css);
    if (!selector) return std::nullopt;
    Taken taken;
    taken.css = css;
    taken.cost = cost;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const std::vector<NodeId> elements = selector->select(pages_[p].document);
      if (!elements.empty()) count(p, elements, taken);
    }
    return taken;
  }

  void count(std::size_t p, const std::vector<NodeId>& elements, Taken& taken) const {
    const PageView& page = pages_[p];
    std::vector<NodeId> outermost;
    for (const NodeId id : elements) {
      if (outermost.empty() || id >= page.document[outermost.back()].end) outermost.push_back(id);
    }
    bool any = false;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const NodeId node = page.blocks[b].first;
      const auto after = std::upper_bound(outermost.begin(), outermost.end(), node);
      if (after == outermost.begin() || node >= page.document[*std::prev(after)].end) continue;
      const std::size_t bytes = page.blocks[b].block.text.size();
      const Alien alien = aliens_[p][b];
      taken.bytes += bytes;
      if (alien == Alien::no) {
        ++taken.own;
        continue;
      }
      taken.blocks.emplace_back(p, b);
      ++taken.kinds[kind_index(alien)];
      any = true;
    }
    taken.pages += any ? 1U : 0U;
  }

  bool is_good(const Taken& t) const {
    const auto alien = static_cast<double>(t.blocks.size()), own = static_cast<double>(t.own);
    if (t.pages < 2 || alien < kAlmostAll * (alien + own)) return false;
    return static_cast<double>(t.bytes) <= kMostOfText * static_cast<double>(all_bytes_);
  }

  std::size_t open_of(const Taken& t) const {
    return static_cast<std::size_t>(std::count_if(t.blocks.begin(), t.blocks.end(), [&](const auto& block) {
      return std::find(done_.begin(), done_.end(), block) == done_.end();
    }));
  }

  void take(const Taken& t) {
    const std::size_t kind =
        static_cast<std::size_t>(std::max_element(std::begin(t.kinds), std::end(t.kinds)) - std::begin(t.kinds));
    out_.push_back(
        {RemoveRule{.css = t.css},
         {"rules.remove",
          t.css + " " + std::string(name_of(static_cast<Alien>(kind))) + ": \"" + sample_of(t.blocks.front()) + "\"",
          t.pages, pages_.size()}});
    done_.insert(done_.end(), t.blocks.begin(), t.blocks.end());
  }

  std::string sample_of(std::pair<std::size_t, std::size_t> block) const {
    return utf8::shorten(text_of(pages_[block.first].blocks[block.second].block), 60);
  }

  // What no selector can tell from the article's own paragraphs goes by its words.
  void add_texts() {
    struct Seen {
      std::size_t count = 0;
      bool heading = false;
    };
    std::map<std::string, Seen> texts;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      for (std::size_t b = 0; b < pages_[p].blocks.size(); ++b) {
        if (aliens_[p][b] != Alien::repeated || std::find(done_.begin(), done_.end(), std::pair(p, b)) != done_.end())
          continue;
        const Block& block = pages_[p].blocks[b].block;
        if (block.text.empty()) continue;
        ++texts[block.text].count;
        texts[block.text].heading |= block.type == BlockType::heading;
      }
    }
    for (const auto& [text, seen] : texts) {
      if (out_.size() >= kMostRules) return;
      const std::size_t count = seen.count;
      // Articles on one subject may share a heading.
      if (!is_often(count, pages_.size()) || (seen.heading && 2 * count < pages_.size())) continue;
      out_.push_back({RemoveRule{.text = expression(text)},
                      {"rules.remove", "the same words on several pages: \"" + utf8::shorten(text, 60) + "\"", count,
                       pages_.size()}});
    }
  }

  // The whole text, or the beginning of a long one.
  static std::string expression(const std::string& text) {
    std::size_t size = text.size();
    if (size > kLongestText) {
      size = text.rfind(' ', kLongestText);
      if (size == std::string::npos || size == 0) size = kLongestText;
      while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
    }
    std::string out = "^";
    for (const char c : text.substr(0, size)) {
      if (std::string_view("\\^$.|?*+()[]{}").find(c) != std::string_view::npos) out += '\\';
      out += c;
    }
    return size == text.size() ? out + "$" : out;
  }

  std::span<const PageView> pages_;
  std::vector<std::vector<Alien>> aliens_;
  std::size_t all_bytes_ = 0;
  std::vector<std::pair<std::size_t, std::size_t>> done_;
  std::vector<Removal> out_;
};

}  // namespace

std::vector<Removal> remove_rules(std::span<const PageView> pages) { return Remover(pages).run(); }

}  // namespace winnow::survey
