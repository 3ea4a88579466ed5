// The page with its kept and dropped blocks marked, for people who look at it in a browser. Internal to winnow/.
#pragma once

#include <span>
#include <string>

#include "winnow/internal/assemble.h"

namespace winnow::internal {

[[nodiscard]] std::string marked_html(const JudgedPart& part);

}  // namespace winnow::internal
