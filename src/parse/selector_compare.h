// How a value is compared with what a selector asks for (Selectors 4, 6). Linear in both. Private to parse/.
#pragma once

#include <string_view>

#include "parse/selector_program.h"

namespace winnow::parse::css {

[[nodiscard]] bool is_space(char c);  // CSS Syntax 3, 4.2: space, tab, newline, return, form feed

// Equal, ASCII case not counting where `fold`.
[[nodiscard]] bool same(std::string_view a, std::string_view b, bool fold);
// An attribute's value or a text against the test's value, by its comparison and flags.
[[nodiscard]] bool compare(const Test& test, std::string_view value);

}  // namespace winnow::parse::css
