// An article's body and a Markdown text in one plain form, a line a piece, so that they can be compared: what was
// meant, and what cmark-gfm (with tables, strikethrough, bare addresses and task lists) reads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"

namespace winnow {

// "heading 2: Of {piers}(https://…)", "item 1 3: words", "head: a | b", "quote", "quote p: words" ...
[[nodiscard]] std::vector<std::string> meant(const Article& article);

// Of `markdown` without its front matter.
[[nodiscard]] std::vector<std::string> read_back(std::string_view markdown);

}  // namespace winnow
