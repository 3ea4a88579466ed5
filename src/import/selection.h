// XPath to our selectors: what an expression picks, where they can say it. Pure, total, bounded.
#pragma once

#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "import/xpath.h"
#include "winnow/rules.h"

namespace winnow::importing {

// `css`, `attr`, `match` and `value` of a place say what the expression picks: the elements of css, in document order
// (its attribute `attr`; the texts right inside them where css ends in ::text), of the first of them the part `match`;
// or a text that stands in the expression itself. Differences that are known, and meant:
//  - white space of a class list, where XPath looks for " word " without normalizing it
//  - white space at the ends of a text does not count where a part is cut off at white space
//  - HTML's names in upper case, which XPath would not find
// The error is a reason for people: "position() of what follows an element can't be said".
[[nodiscard]] tl::expected<Place, std::string> to_place(const Expr& expr);
// The expression's text, parsed; a fault of it is the reason, with its place.
[[nodiscard]] tl::expected<Place, std::string> to_place(std::string_view xpath);

}  // namespace winnow::importing
