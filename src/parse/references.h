// Character references (HTML 13.2.5.72 ff.) as far as they can be told without the standard's table. Private to parse/.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "parse/arena.h"

namespace winnow::parse {

// How many bytes from a text's first one, an '&', the parser must see to read the reference that it may open: no byte
// behind them changes what it reads.
[[nodiscard]] std::size_t reference_size(std::string_view text);

// An attribute's value with its references resolved, in the arena where it changed; nothing where that takes the table.
[[nodiscard]] std::optional<std::string_view> resolve_attribute(std::string_view value, Arena& arena);

// What a numeric reference (&#983040;) stands for, if it is a private-use character beyond the Basic Multilingual
// Plane; 0 otherwise.
[[nodiscard]] char32_t private_use_reference(std::string_view reference);

}  // namespace winnow::parse
