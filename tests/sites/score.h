// How well an article that was read from a generated page agrees with the page's truth.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sites/site.h"

namespace winnow::sites {

// F1 over the words of both texts as bags (characters where the script has no spaces), after case folding and
// without punctuation; lines of `neutral` count for nothing. Two empty texts agree.
[[nodiscard]] double text_f1(const std::vector<std::string>& truth, const std::string& text,
                             const std::vector<std::string>& neutral = {});
[[nodiscard]] bool same_title(const Truth& truth, const std::string& title);  // but for case, space and punctuation
// The time as far as the page tells it: a day, a clock, an instant. Any answer is right where it tells nothing.
[[nodiscard]] bool same_time(const Truth& truth, const std::string& published);
[[nodiscard]] bool same_authors(const Truth& truth, const std::vector<std::string>& authors);
// How many of the lines that must not be in the text are lines of it.
[[nodiscard]] std::size_t lines_left(const Truth& truth, const std::string& text);

}  // namespace winnow::sites
