// What to look at next. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "survey/notes.h"

namespace winnow::survey {

// The address whose page tells most, or nothing where no page would tell much. Kinds are judged. `articles` of them are
// enough.
[[nodiscard]] std::optional<Wanted> most_telling(const Notes& notes, std::size_t articles);

}  // namespace winnow::survey
