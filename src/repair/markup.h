// What spam mirrors put between the tags of a page: empty elements with nothing but a random id. They have no text of
// their own, but tear words and paragraphs apart, so they go before the page is parsed. Pure, linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace winnow::repair {

struct Injected {
  std::size_t count = 0;
  std::string html;  // without them; empty where there are none
};

// Few such elements may be a page's own places for its scripts: then none is one.
[[nodiscard]] Injected drop_injected(std::string_view html);

// The same in a text, where the mirror had escaped them. Whether anything was taken out.
bool drop_injected_text(std::u32string& text);

}  // namespace winnow::repair
