// What a site's `replace` changes in a page's source before it is parsed. Internal to winnow/.
#pragma once

#include <span>
#include <string>

#include "winnow/rules.h"
#include "winnow/trace.h"

namespace winnow::internal {

// Each in its turn, every place of its text. The page grows to four times its size and 1 MiB at most; what would make
// it larger is left out, and the trace says so. Linear in the page for each replacement.
void replace(std::span<const Replacement> replacements, std::string& html, Trace& trace);

}  // namespace winnow::internal
