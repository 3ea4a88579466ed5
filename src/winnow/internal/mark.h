// The page with its kept and dropped blocks marked, for people who look at it in a browser. Internal to winnow/.
#pragma once

#include <string>
#include <string_view>

#include "winnow/internal/assemble.h"

namespace winnow::internal {

// The page with its own style; its scripts, frames, links to other files and redirects are left out, and a policy in it
// forbids the browser to run or load anything. UTF-8.
[[nodiscard]] std::string marked_html(const JudgedPart& part, std::string_view title);

}  // namespace winnow::internal
