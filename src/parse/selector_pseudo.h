// The pseudo-classes by name. Private to parse/.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "parse/selector_program.h"

namespace winnow::parse::css {

inline constexpr std::string_view kKnownPseudo =
    ":is, :where, :not, :has, :root, :empty, :first-child, :last-child, :only-child, :nth-child, :nth-last-child, "
    ":first-of-type, :last-of-type, :only-of-type, :nth-of-type, :nth-last-of-type, :nth-match, :nth-last-match, "
    ":contains, :text, :own-text, :first-text, :nearest-around, :nearest-after, :nearest-before, ::text, ::text-after "
    "and ::text-before";

// Those without an argument; empty for any other.
[[nodiscard]] std::vector<Test> plain_pseudo(std::string_view name);
// :nth-child and its kin.
[[nodiscard]] std::optional<Nth> nth_pseudo(std::string_view name);
// :text and its kin.
[[nodiscard]] std::optional<Test::Kind> text_pseudo(std::string_view name);
[[nodiscard]] std::optional<Relation> nearest_pseudo(std::string_view name);

}  // namespace winnow::parse::css
