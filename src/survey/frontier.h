// What to look at next. Pure.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "survey/notes.h"

namespace winnow::survey {

// Addresses of one group are taken to be of one kind until pages of them say otherwise: of one shape, with the same
// names in front of their last piece ("/sport/<").
[[nodiscard]] std::string group_of(const Address& address, std::string_view shape);

// The address whose page tells most, or nothing where no page would tell much. Kinds are judged. `articles` of them are
// enough.
[[nodiscard]] std::optional<Wanted> most_telling(const Notes& notes, std::size_t articles);

}  // namespace winnow::survey
