// Other forms of a page on addresses of their own: for printing, for telephones, its comments. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::survey {

// Where the page itself may stand of which `url` is another form: the address without one of its names, or without a
// parameter ("/print/story.html", "/story/amp/", "/story.html?view=print").
[[nodiscard]] std::vector<std::string> plain_forms_of(std::string_view url);

// Of the extractor's near_hash of both: whether they are one text, but for a few words.
[[nodiscard]] bool is_near(std::string_view one, std::string_view other);

}  // namespace winnow::survey
