// Chinese scripts: tables that the build makes from OpenCC's dictionaries, compiled in (the core opens no
// file). Pure, safe from any thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace winnow::han {

// Phrase-wise conversion (longest match first), as OpenCC's t2s and s2t do.
[[nodiscard]] std::string simplify(std::string_view text);
// In place, character for character; whether anything changed. `keeps` is asked of the few Traditional characters whose
// other form is doubtful (于 is written in Traditional text beside 於, 蒙 beside 濛, 𬀩 for 暐 in few texts at all),
// whether to leave one as it is. `made` tells whether converters to Traditional make it of that form: 於 of 于, but not
// 濛 of 蒙.
using Keeps = std::function<bool(char32_t traditional, char32_t simplified, bool made)>;
bool simplify_in_place(std::u32string& text, const Keeps& keeps);
[[nodiscard]] std::string traditionalize(std::string_view text);

// Character-wise; the character itself where there is no other form. For comparing, not for display.
[[nodiscard]] char32_t simplified(char32_t c);
// Whether the character is used in one script only.
[[nodiscard]] bool is_traditional_only(char32_t c);
[[nodiscard]] bool is_simplified_only(char32_t c);

// "zh-Hans", "zh-Hant", or "" when the text has no character that tells.
[[nodiscard]] std::string_view script_of(std::string_view text);

}  // namespace winnow::han
