// A regular expression for one piece of many addresses: as exact as what they have in common, and no more. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::survey {

// The text with what RE2 takes for signs escaped.
[[nodiscard]] std::string quoted(std::string_view text);

// `in_path`: a segment, which has no slash; else a value of the query.
[[nodiscard]] std::string piece_pattern(const std::vector<std::string_view>& values, bool in_path);

// A pattern that takes all values and none of `others`, by hyphens or digits that all values have; "" where there is
// none, or where `pattern` says more than "some text".
[[nodiscard]] std::string narrower_piece(const std::vector<std::string_view>& values,
                                         const std::vector<std::string_view>& others, std::string_view pattern);

}  // namespace winnow::survey
