// How a test of a saved page failed, for people. Pure.
#pragma once

#include <string>

#include "site/expectations.h"

namespace winnow::app {

// Lines with the field, what was expected and what was found, each behind `indent` spaces. Of long texts the part that
// differs, with some of what is around it; "…" stands for what is left out. `colour`: that part in red and green.
[[nodiscard]] std::string difference_report(const site::Difference& difference, std::size_t indent, bool colour);

}  // namespace winnow::app
