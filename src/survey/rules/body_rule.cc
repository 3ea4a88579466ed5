#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "extract/body.h"
#include "extract/page_map.h"
#include "parse/selector.h"
#include "survey/rules/alien_blocks.h"
#include "survey/rules/comments.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/naming.h"
#include "survey/rules/other_articles.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr double kSentence = 50;         // of Line::whole()
constexpr double kMostLinks = 0.3;       // of a line of the text
constexpr double kLeastMissed = 0.04;    // of the text; less is not worth a rule
constexpr int kLevels = 6;               // from a line up to what may be the body
constexpr std::size_t kMostTried = 40;   // selectors
constexpr std::size_t kMostWeighed = 8;  // pages that they are tried on
constexpr double kLeastGain = 0.01;
constexpr double kLeastWorth = 0.85;  // agreement with what should be read; with less the pages are not understood

// The lines that a page's text should have, as bare() gives them, with their sizes.
using Lines = std::map<std::string, std::size_t>;

struct Wanted {
  Lines lines;
  std::size_t bytes = 0, missed = 0;  // missed: bytes that are not read without a rule
  std::vector<NodeId> at;             // elements of lines, those missed first
};

class BodyRule {
 public:
  explicit BodyRule(std::span<const PageView> pages) : pages_(pages), aliens_(alien_blocks(pages)) {
    for (const PageView& page : pages) {
      maps_.emplace_back(page.document, std::span<const NodeId>(), page.title);
      std::set<std::uint64_t> here;
      for (const extract::Line& line : maps_.back().lines()) here.insert(hash64(bare(line.text)));
      for (const std::uint64_t hash : here) ++pages_with_[hash];
    }
    for (std::size_t p = 0; p < pages.size(); ++p) wanted_.push_back(wanted_on(p));
  }

  std::optional<FieldProposal> run() {
    std::size_t missing = 0;
    for (const Wanted& wanted : wanted_)
      missing += static_cast<double>(wanted.missed) > kLeastMissed * static_cast<double>(wanted.bytes) ? 1U : 0U;
    if (missing < 2 || 5 * missing < pages_.size()) return std::nullopt;
    const double before = worth_of_automatic();
    double best = std::max(before + kLeastGain, kLeastWorth);
    FieldRule rule;
    for (const auto& [cost, css] : candidates()) {
      for (const bool prune : {true, false}) {
        const double worth = worth_of(css, prune);
        if (worth <= best) continue;
        best = worth;
        rule = FieldRule{.places = {Place{.css = css}}, .prune = prune};
      }
    }
    if (rule.places.empty()) return std::nullopt;
    const std::string css = rule.places.front().css;
    return FieldProposal{
        std::move(rule),
        {"rules.body",
         css + " holds the paragraphs that differ between the pages; without a rule some are missing on " +
             std::to_string(missing),
         found_on(css), pages_.size()}};
  }

 private:
  static std::string make_of(const Document& document, NodeId id) {
    const auto names = own_names(document, id);
    return names.empty() ? std::string() : names.front().css;
  }

  // What is read and not alien, and sentences in elements of the same make, in one container with it.
  Wanted wanted_on(std::size_t p) const {
    const PageView& page = pages_[p];
    Wanted out;
    std::set<std::string> makes, read;
    for (std::size_t b = 0; b < page.blocks.size(); ++b) {
      const extract::DraftBlock& block = page.blocks[b];
      const std::string words = bare(text_of(block.block));
      read.insert(words);
      if (aliens_[p][b] != Alien::no || block.block.type == BlockType::image || words.empty()) continue;
      if (out.lines.emplace(words, words.size()).second) out.bytes += words.size();
      if (block.block.type == BlockType::paragraph) makes.insert(make_of(page.document, block.node));
      if (out.at.size() < 2) out.at.push_back(block.node);
    }
    std::vector<extract::DraftBlock> all = missed_on(p, makes, read);
    all.insert(all.end(), page.blocks.begin(), page.blocks.end());
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::vector<bool> others = of_other_articles(page, all), comments = of_comments(page, all);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string words = bare(text_of(all[i].block));
      if (others[i] || comments[i] || read.contains(words) || !out.lines.emplace(words, words.size()).second) continue;
      out.bytes += words.size();
      out.missed += words.size();
      out.at.insert(out.at.begin(), all[i].node);
    }
    return out;
  }

  std::vector<extract::DraftBlock> missed_on(std::size_t p, const std::set<std::string>& makes,
                                             const std::set<std::string>& read) const {
    const PageView& page = pages_[p];
    std::vector<extract::DraftBlock> out;
    const NodeId around = container_of(page);
    if (around == kNone) return out;
    for (const extract::Line& line : maps_[p].lines_in(around)) {
      if (line.role != extract::Role::paragraph || !line.ends_sentence || line.whole() < kSentence ||
          line.link_density() > kMostLinks || line.block == kNone || maps_[p].hidden(line.block))
        continue;
      const std::string words = bare(line.text);
      if (read.contains(words) || pages_with_.at(hash64(words)) > 1 ||
          !makes.contains(make_of(page.document, line.block)))
        continue;
      extract::DraftBlock block;
      block.block.text = line.text;
      block.node = line.block;
      block.first = line.first;
      out.push_back(std::move(block));
    }
    return out;
  }

  // Two levels above the smallest element that holds all that is read.
  static NodeId container_of(const PageView& page) {
    if (page.blocks.empty()) return kNone;
    const auto [low, high] = std::minmax_element(page.blocks.begin(), page.blocks.end(),
                                                 [](const auto& a, const auto& b) { return a.first < b.first; });
    NodeId at = low->node;
    while (at != kNone && page.document[at].end <= high->first) at = page.document[at].parent;
    for (int level = 0; level < 2 && at != kNone; ++level) {
      const NodeId up = page.document[at].parent;
      if (up == kNone || page.document[up].tag == Tag::body) break;
      at = up;
    }
    return at;
  }

  std::vector<std::pair<int, std::string>> candidates() const {
    std::set<std::pair<int, std::string>> out;
    for (std::size_t p = 0; p < pages_.size(); ++p) {
      const Document& document = pages_[p].document;
      for (std::size_t i = 0; i < std::min<std::size_t>(wanted_[p].at.size(), 4); ++i) {
        NodeId at = wanted_[p].at[i];
        for (int level = 0; level < kLevels && at != kNone && document[at].tag != Tag::body; ++level) {
          for (const Naming& name : own_names(document, at)) {
            if (name.css != document[at].text) out.emplace(name.cost, name.css);
          }
          at = document[at].parent;
        }
      }
    }
    std::vector<std::pair<int, std::string>> list(out.begin(), out.end());
    if (list.size() > kMostTried) list.resize(kMostTried);
    return list;
  }

  static double agreement(const Lines& wanted, std::size_t wanted_bytes,
                          const std::vector<extract::DraftBlock>& blocks) {
    std::size_t both = 0, got = 0;
    for (const extract::DraftBlock& block : blocks) {
      const std::string words = bare(text_of(block.block));
      got += words.size();
      if (const auto found = wanted.find(words); found != wanted.end()) both += found->second;
    }
    const std::size_t all = got + wanted_bytes;
    return all == 0 ? 1 : 2.0 * static_cast<double>(both) / static_cast<double>(all);
  }

  std::size_t weighed() const { return std::min(pages_.size(), kMostWeighed); }

  double worth_of_automatic() const {
    double sum = 0;
    for (std::size_t p = 0; p < weighed(); ++p) sum += agreement(wanted_[p].lines, wanted_[p].bytes, pages_[p].blocks);
    return sum / static_cast<double>(weighed());
  }

  double worth_of(const std::string& css, bool prune) const {
    const auto selector = parse::Selector::compile(css);
    if (!selector) return 0;
    double sum = 0;
    for (std::size_t p = 0; p < weighed(); ++p) {
      const std::vector<extract::DraftBlock> blocks = body_by(pages_[p], *selector, prune);
      sum += agreement(wanted_[p].lines, wanted_[p].bytes, blocks.empty() ? pages_[p].blocks : blocks);
    }
    return sum / static_cast<double>(weighed());
  }

  std::size_t found_on(const std::string& css) const {
    const auto selector = parse::Selector::compile(css);
    if (!selector) return 0;
    return static_cast<std::size_t>(std::count_if(
        pages_.begin(), pages_.end(), [&](const PageView& page) { return selector->first(page.document) != kNone; }));
  }

  std::span<const PageView> pages_;
  std::vector<std::vector<Alien>> aliens_;
  std::vector<extract::PageMap> maps_;
  std::map<std::uint64_t, std::size_t> pages_with_;
  std::vector<Wanted> wanted_;
};

}  // namespace

std::optional<FieldProposal> body_rule(std::span<const PageView> pages) { return BodyRule(pages).run(); }

}  // namespace winnow::survey
