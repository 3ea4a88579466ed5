// An article as HTML, for people who look at it in a browser. All texts are escaped; images are named, not loaded.
// Pure.
#pragma once

#include <string>
#include <string_view>

#include "winnow/article.h"

namespace winnow::app {

// The body's blocks; headings begin at h4.
[[nodiscard]] std::string body_html(const Article& article);
// Its fields, as a <dl>; those that a reader misses where they are unknown say so.
[[nodiscard]] std::string fields_html(const Article& article);
// What was taken out, as a <ul>; "" for nothing.
[[nodiscard]] std::string removed_html(const Article& article);

// A link that takes nothing of this page with it; text alone where the address is not of the web.
[[nodiscard]] std::string link_html(std::string_view url, std::string_view text);

}  // namespace winnow::app
