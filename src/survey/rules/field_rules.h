// Rules for single values, each where the automatic extractor fails on pages of the site. Internal to survey/.
#pragma once

#include <optional>
#include <span>

#include "survey/rules/page_view.h"
#include "winnow/rules.h"

namespace winnow::survey {

struct FieldProposal {
  FieldRule rule;
  Evidence evidence;
};

[[nodiscard]] std::optional<FieldProposal> title_rule(std::span<const PageView> pages);
[[nodiscard]] std::optional<FieldProposal> time_rule(std::span<const PageView> pages);
[[nodiscard]] std::optional<FieldProposal> author_rule(std::span<const PageView> pages);
[[nodiscard]] std::optional<FieldProposal> body_rule(std::span<const PageView> pages);
[[nodiscard]] std::optional<FieldProposal> next_page_rule(std::span<const PageView> pages);

}  // namespace winnow::survey
