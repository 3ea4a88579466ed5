#include "survey/propose.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "parse/selector.h"
#include "survey/field_rules.h"
#include "survey/page_view.h"
#include "survey/remove_rules.h"
#include "survey/trial.h"

namespace winnow::survey {
namespace {

// A proposed part of a set, with its reason.
struct Reasoned {
  std::optional<Field> field;  // else a removal
  RemoveRule remove;
  Evidence evidence;
};

class Proposer {
 public:
  Proposer(std::vector<PageView> pages, const Options& options) : pages_(std::move(pages)), options_(options) {}

  Proposal run() && {
    take(Field::title, title_rule(pages_));
    take(Field::published, time_rule(pages_));
    take(Field::authors, author_rule(pages_));
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

  std::vector<PageView> pages_;
  const Options& options_;
  RuleSet set_{.name = "v1", .when_exists = {}, .fields = {}, .remove = {}};
  std::vector<Reasoned> reasons_;
};

}  // namespace

Proposal propose_rules(std::span<const Sample> samples, const Options& options) {
  std::vector<PageView> pages = look_at(samples, options);
  if (pages.size() < 2) return {};
  return Proposer(std::move(pages), options).run();
}

}  // namespace winnow::survey
