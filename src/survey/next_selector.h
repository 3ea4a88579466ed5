// The selector of the link from a list's page to its next. Pure.
#pragma once

#include <string>
#include <vector>

#include "survey/notes.h"

namespace winnow::survey {

// One that picks `second` on the list's first page, and on each of `others`, further pages of it, the page behind it or
// nothing; "" where none does.
[[nodiscard]] std::string next_selector(const Looked& first, const std::string& second,
                                        const std::vector<const Looked*>& others);

}  // namespace winnow::survey
