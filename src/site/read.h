// Parts of a site file, each from its YAML. What is absent keeps its value, so that defaults are read first.
#pragma once

#include "site/site.h"
#include "site/values.h"

namespace winnow::site {

void read_site(Values& values, const Yaml& root, Site& site);
void read_rules(Values& values, const Yaml& node, std::vector<RuleSet>& rules);
void read_replace(Values& values, const Yaml& node, std::vector<Replacement>& replace);
void read_tests(Values& values, const Yaml& node, std::vector<PageTest>& tests);

// The field of that name in rules and expectations ("published"); nothing for another word.
[[nodiscard]] std::optional<Field> field_named(std::string_view name);
[[nodiscard]] std::span<const std::string_view> field_names();

}  // namespace winnow::site
