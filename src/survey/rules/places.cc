#include "survey/rules/places.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/rules.h"
#include "survey/rules/naming.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostTried = 160;  // candidates for one field
constexpr std::size_t kMostPlaces = 3;
constexpr NodeId kSmall = 40;      // nodes of an element that is one value
constexpr std::size_t kSlack = 3;  // bytes of marks that bare() leaves out, for each that it keeps
constexpr double kSurely = 0.9;

bool is_better(const Tally& a, const Tally& b) {
  const auto worth = [](const Tally& t) {
    return static_cast<double>(t.right) + 0.5 * static_cast<double>(t.unknown) - 3 * static_cast<double>(t.wrong);
  };
  return worth(a) > worth(b);
}

bool is_sure(const Tally& t, Field field) {
  const std::size_t judged = t.right + t.wrong, found = judged + t.unknown;
  if (t.right + t.unknown < 2 || static_cast<double>(t.right) < kSurely * static_cast<double>(judged)) return false;
  return field == Field::authors ? t.distinct > 1 : 2 * t.distinct > found;
}

std::size_t text_size(const Document& document, NodeId element, std::size_t most) {
  std::size_t size = 0;
  for (NodeId id = element; id < document[element].end && size <= most; ++id) {
    if (document[id].tag == Tag::text) size += document[id].text.size();
  }
  return size;
}

}  // namespace

Tally tally(std::span<const PageView> pages, Field field, const FieldRule& rule, const Judge& judge) {
  const RuleSet set{.name = "1", .when_exists = {}, .fields = {{field, rule}}, .remove = {}};
  std::vector<Problem> problems;
  const extract::CompiledRules rules(std::span(&set, 1), problems);
  Tally out;
  std::set<std::string> seen;
  for (const PageView& page : pages) {
    const extract::RuleFinds finds = rules.apply(page.document, page.url ? &*page.url : nullptr);
    const auto values = finds.values.find(field);
    out.found.push_back(values != finds.values.end() && !values->second.empty());
    if (!out.found.back()) {
      ++out.missing;
      continue;
    }
    seen.insert(values->second.front());
    const Verdict verdict = judge(page, values->second);
    ++(verdict == Verdict::right ? out.right : verdict == Verdict::wrong ? out.wrong : out.unknown);
  }
  out.distinct = seen.size();
  return out;
}

Choice choose(std::span<const PageView> pages, Field field, std::vector<Candidate> candidates, const Judge& judge) {
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const Candidate& x, const Candidate& y) { return x.cost < y.cost; });
  if (candidates.size() > kMostTried) candidates.resize(kMostTried);
  Choice choice;
  while (choice.rule.places.size() < kMostPlaces) {
    Choice best;
    for (const Candidate& candidate : candidates) {
      FieldRule rule = choice.rule;
      rule.places.push_back(candidate.place);
      Tally t = tally(pages, field, rule, judge);
      if (is_sure(t, field) && is_better(t, best.rule.places.empty() ? choice.tally : best.tally))
        best = {std::move(rule), std::move(t)};
    }
    if (best.rule.places.empty()) break;
    choice = std::move(best);
    if (choice.tally.missing == 0) break;
  }
  return choice;
}

std::vector<NodeId> elements_saying(const Document& document, std::string_view words) {
  std::vector<NodeId> out;
  const NodeId body = document.first(Tag::body);
  if (body == kNone || words.empty()) return out;
  for (NodeId id = body + 1; id < document[body].end; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::text || tag == Tag::script || tag == Tag::style || document[id].end - id > kSmall) continue;
    const std::size_t most = kSlack * words.size() + 64;
    const std::size_t size = text_size(document, id, most);
    if (size < words.size() / 2 || size > most || bare(document.visible_text(id)) != words) continue;
    if (!out.empty() && id < document[out.back()].end) out.pop_back();
    out.push_back(id);
  }
  return out;
}

void add_names(const Document& document, NodeId element, const Place& shape, std::vector<Candidate>& candidates) {
  for (Naming& name : names(document, element)) {
    if (name.cost == kBareName && name.css == document[element].text) continue;
    Place place = shape;
    place.css = std::move(name.css);
    const bool known = std::any_of(candidates.begin(), candidates.end(),
                                   [&](const Candidate& candidate) { return candidate.place == place; });
    if (!known) candidates.push_back({std::move(place), name.cost});
  }
}

}  // namespace winnow::survey
