#include "survey/propose.h"

#include <optional>
#include <utility>

#include "survey/field_rules.h"
#include "survey/page_view.h"
#include "survey/remove_rules.h"

namespace winnow::survey {
namespace {

void take(Field field, std::optional<FieldProposal> proposal, RuleSet& set, std::vector<Evidence>& evidence) {
  if (!proposal) return;
  set.fields.emplace(field, std::move(proposal->rule));
  evidence.push_back(std::move(proposal->evidence));
}

}  // namespace

Proposal propose_rules(std::span<const Sample> samples, const Options& options) {
  const std::vector<PageView> pages = look_at(samples, options);
  if (pages.size() < 2) return {};
  RuleSet set{.name = "v1", .when_exists = {}, .fields = {}, .remove = {}};
  Proposal proposal;
  take(Field::title, title_rule(pages), set, proposal.evidence);
  take(Field::published, time_rule(pages), set, proposal.evidence);
  for (Removal& removal : remove_rules(pages)) {
    set.remove.push_back(std::move(removal.rule));
    proposal.evidence.push_back(std::move(removal.evidence));
  }
  if (!set.fields.empty() || !set.remove.empty()) proposal.rules.push_back(std::move(set));
  return proposal;
}

}  // namespace winnow::survey
