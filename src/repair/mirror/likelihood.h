// How likely a character of a mirrored article's original is behind another: the model that chooses where bytes were
// lost. Pure.
#pragma once

namespace winnow::repair::mirror {

// The natural logarithm, not normalised, of Traditional characters as the mirror has them; 0 is the start and the end
// of a line.
[[nodiscard]] float likelihood(char32_t last, char32_t c);

}  // namespace winnow::repair::mirror
