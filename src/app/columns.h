// Text in the columns of a terminal.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

// A terminal gives East Asian characters two columns.
[[nodiscard]] std::size_t columns(std::string_view text);
// With spaces behind it, one at least.
[[nodiscard]] std::string padded(std::string text, std::size_t width);
// At most so many columns, "…" at the end where something was cut off.
[[nodiscard]] std::string cut(std::string_view text, std::size_t width);
// Lines of at most `width` columns, broken at spaces where there are any.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);
// Of the terminal that standard error is; `otherwise` where it is none.
[[nodiscard]] std::size_t terminal_columns(std::size_t otherwise);

}  // namespace winnow::app
