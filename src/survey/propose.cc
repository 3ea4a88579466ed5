#include "survey/propose.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "parse/selector.h"
#include "survey/rules/field_rules.h"
#include "survey/rules/page_view.h"
#include "survey/rules/remove_rules.h"
#include "survey/rules/telling.h"
#include "survey/rules/templates.h"
#include "survey/rules/trial.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kFewestPages = 2;

// A proposed part of a set, with its reason.
struct Reasoned {
  std::optional<Field> field;  // else a removal
  RemoveRule remove;
  Evidence evidence;
};

class Proposer {
 public:
  // Changes the pages' blocks to those that the proposed body has.
  Proposer(std::span<PageView> pages, const Options& options) : pages_(pages), options_(options) {}

  Proposal run() && {
    take(Field::title, title_rule(pages_));
    take(Field::published, time_rule(pages_));
    take(Field::authors, author_rule(pages_));
    take(Field::next_page, next_page_rule(pages_));
    take(Field::body, body_rule(pages_));
    use_body();
    for (Removal& removal : remove_rules(pages_)) {
      set_.remove.push_back(removal.rule);
      reasons_.push_back({std::nullopt, std::move(removal.rule), std::move(removal.evidence)});
    }
    if (is_empty()) return {};
    keep_what_helps(pages_, options_, set_);
    Proposal proposal;
    for (Reasoned& reason : reasons_) {
      if (is_kept(reason)) proposal.evidence.push_back(std::move(reason.evidence));
    }
    if (!is_empty()) proposal.rules.push_back(std::move(set_));
    return proposal;
  }

 private:
  void take(Field field, std::optional<FieldProposal> proposal) {
    if (!proposal) return;
    set_.fields.emplace(field, std::move(proposal->rule));
    reasons_.push_back({field, {}, std::move(proposal->evidence)});
  }

  // What to remove is sought in what the new body holds.
  void use_body() {
    const auto body = set_.fields.find(Field::body);
    if (body == set_.fields.end()) return;
    const auto selector = parse::Selector::compile(body->second.places.front().css);
    if (!selector) return;
    for (PageView& page : pages_) {
      std::vector<extract::DraftBlock> blocks = body_by(page, *selector, body->second.prune);
      if (!blocks.empty()) page.blocks = std::move(blocks);
    }
  }

  [[nodiscard]] bool is_empty() const { return set_.fields.empty() && set_.remove.empty(); }

  [[nodiscard]] bool is_kept(const Reasoned& reason) const {
    if (reason.field) return set_.fields.contains(*reason.field);
    return std::find(set_.remove.begin(), set_.remove.end(), reason.remove) != set_.remove.end();
  }

  std::span<PageView> pages_;
  const Options& options_;
  RuleSet set_{.name = "v1", .when_exists = {}, .fields = {}, .remove = {}};
  std::vector<Reasoned> reasons_;
};

// Whether all that the set says is said by the other one.
bool is_part(const RuleSet& set, const RuleSet& whole) {
  const bool fields = std::all_of(set.fields.begin(), set.fields.end(), [&](const auto& entry) {
    const auto same = whole.fields.find(entry.first);
    return same != whole.fields.end() && same->second == entry.second;
  });
  return fields && std::all_of(set.remove.begin(), set.remove.end(), [&](const RemoveRule& rule) {
           return std::find(whole.remove.begin(), whole.remove.end(), rule) != whole.remove.end();
         });
}

// A set for each template that wants one; nothing where they can't be told apart.
std::optional<Proposal> by_template(std::vector<PageView>& pages, std::size_t templates, const Options& options) {
  Proposal all;
  for (std::size_t t = 0; t < templates; ++t) {
    const auto end =
        std::stable_partition(pages.begin(), pages.end(), [t](const PageView& p) { return p.made_by == t; });
    const std::span<PageView> own(pages.begin(), end), others(end, pages.end());
    if (own.size() < kFewestPages) continue;
    Proposal one = Proposer(own, options).run();
    if (one.rules.empty()) continue;
    RuleSet& set = one.rules.front();
    set.when_exists = telling_selector(others, own);
    if (set.when_exists.empty()) return std::nullopt;
    set.name = "v" + std::to_string(all.rules.size() + 1);
    all.evidence.push_back({"rules.when",
                            set.when_exists + " is there where pages are made by this template, and nowhere else",
                            own.size(), pages.size()});
    all.rules.push_back(std::move(set));
    std::move(one.evidence.begin(), one.evidence.end(), std::back_inserter(all.evidence));
  }
  std::reverse(all.rules.begin(), all.rules.end());  // the names of newest sets come last
  return all;
}

}  // namespace

Proposal propose_rules(std::span<const Sample> samples, const Options& options) {
  std::vector<PageView> pages = look_at(samples, options);
  if (pages.size() < kFewestPages) return {};
  const std::size_t templates = settle_templates(pages);
  if (templates == 1) return Proposer(pages, options).run();
  std::optional<Proposal> several = by_template(pages, templates, options);
  std::vector<PageView> again = look_at(samples, options);  // with the blocks that are read without rules
  Proposal whole = Proposer(again, options).run();
  if (!several) return whole;
  const bool one_will_do =
      !whole.rules.empty() && std::all_of(several->rules.begin(), several->rules.end(),
                                          [&](const RuleSet& set) { return is_part(set, whole.rules.front()); });
  return one_will_do ? std::move(whole) : std::move(*several);
}

}  // namespace winnow::survey
