// What the fields of an article are called in a site file.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "winnow/rules.h"

namespace winnow {

// In the order of the enumeration.
inline constexpr auto kFieldNames = std::to_array<std::string_view>(
    {"title", "subtitle", "summary", "body", "authors", "editors", "source", "published", "modified", "section", "tags",
     "next_page", "single_page"});
static_assert(kFieldNames.size() == static_cast<std::size_t>(Field::single_page) + 1);

[[nodiscard]] constexpr std::string_view name_of(Field field) { return kFieldNames[static_cast<std::size_t>(field)]; }

}  // namespace winnow
