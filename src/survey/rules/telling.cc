#include "survey/rules/telling.h"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "base/scan.h"
#include "parse/selector.h"
#include "survey/rules/naming.h"
#include "survey/rules/places.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr int kBareName = 9;              // Naming's cost of a name that says nothing but the tag
constexpr int kElsewhere = 20;            // what is not around the article may be there for a season only
constexpr int kAttribute = 12;            // that an element has an attribute, whatever it says
constexpr int kMissing = 60;              // that something is missing may have other reasons
constexpr double kNearlyAll = 0.75;       // of the pages: some may still be made as before
constexpr std::size_t kMostTried = 200;   // selectors that are held against the pages
constexpr NodeId kMostElements = 20'000;  // of a page that are looked at

// By name, the least of its costs.
using Costs = std::map<std::string, int>;

void add(Costs& costs, const std::string& css, int cost) {
  const auto [known, fresh] = costs.emplace(css, cost);
  if (!fresh) known->second = std::min(known->second, cost);
}

// The elements around the article's texts and the one that shows its title.
std::set<NodeId> around_article(const PageView& page) {
  const Document& document = page.document;
  std::set<NodeId> out;
  const auto climb = [&](NodeId from) {
    for (NodeId at = from; at != kNone && out.insert(at).second;) at = document[at].parent;
  };
  for (const extract::DraftBlock& block : page.blocks) climb(block.node);
  for (const NodeId title : elements_saying(document, bare(page.automatic.title))) climb(title);
  return out;
}

// Names as a site file may have them, and which attributes elements have: a date that was written for machines, say.
Costs names_in(const PageView& page) {
  const Document& document = page.document;
  const std::set<NodeId> around = around_article(page);
  Costs costs;
  for (NodeId id = 0; id < std::min(document.size(), kMostElements); ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::text || tag == Tag::document || tag == Tag::html) continue;
    const int far = around.contains(id) ? 0 : kElsewhere;
    for (const Naming& name : own_names(document, id)) {
      if (name.cost < kBareName) add(costs, name.css, name.cost + far);
    }
    if (tag != Tag::time && tag != Tag::meta) continue;
    for (const parse::Attribute& attribute : document.attributes(id)) {
      if (attribute.name == "datetime") add(costs, std::string(document[id].text) + "[datetime]", kAttribute + far);
    }
  }
  return costs;
}

std::size_t pages_with(const parse::Selector& selector, std::span<const PageView> pages) {
  return static_cast<std::size_t>(std::count_if(
      pages.begin(), pages.end(), [&](const PageView& page) { return selector.first(page.document) != kNone; }));
}

// Those of `costs` that no page of the other side has by that name, the best first.
std::vector<std::pair<int, std::string>> only_here(const Costs& costs, const std::vector<Costs>& others) {
  std::vector<std::pair<int, std::string>> out;
  for (const auto& [css, cost] : costs) {
    const auto has = [&css = css](const Costs& other) { return other.contains(css); };
    if (std::none_of(others.begin(), others.end(), has)) out.emplace_back(cost, css);
  }
  std::sort(out.begin(), out.end());
  if (out.size() > kMostTried) out.resize(kMostTried);
  return out;
}

std::vector<Costs> all_names(std::span<const PageView> pages) {
  std::vector<Costs> out;
  for (const PageView& page : pages) out.push_back(names_in(page));
  return out;
}

struct Best {
  std::string css;
  std::size_t pages = 0;
  int cost = 0;

  void offer(const std::string& other, std::size_t count, int its_cost) {
    if (count < pages || (count == pages && !css.empty() && its_cost >= cost)) return;
    css = other, pages = count, cost = its_cost;
  }
};

bool enough(std::size_t count, std::size_t of) {
  return static_cast<double>(count) >= kNearlyAll * static_cast<double>(of);
}

}  // namespace

bool selects(const std::string& css, const PageView& page) {
  const auto selector = parse::Selector::compile(css);
  return selector && selector->first(page.document) != kNone;
}

std::string telling_selector(std::span<const PageView> before, std::span<const PageView> now) {
  if (now.empty()) return {};
  const std::vector<Costs> old_names = all_names(before), new_names = all_names(now);
  Best best;
  for (const Costs& names : new_names) {
    for (const auto& [cost, css] : only_here(names, old_names)) {
      const auto selector = parse::Selector::compile(css);
      if (!selector || pages_with(*selector, before) > 0) continue;
      if (const std::size_t count = pages_with(*selector, now); enough(count, now.size())) best.offer(css, count, cost);
    }
    if (!best.css.empty()) return best.css;
  }
  // Nothing is new; then something may be gone that every old page had.
  for (std::size_t i = 0; i < std::min<std::size_t>(old_names.size(), 1); ++i) {
    for (const auto& [cost, css] : only_here(old_names[i], new_names)) {
      const auto selector = parse::Selector::compile(css);
      if (!selector || pages_with(*selector, before) < before.size()) continue;
      const std::size_t count = now.size() - pages_with(*selector, now);
      if (enough(count, now.size())) best.offer("html:not(:has(" + css + "))", count, cost + kMissing);
    }
  }
  return best.css;
}

}  // namespace winnow::survey
