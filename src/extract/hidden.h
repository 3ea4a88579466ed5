// Whether a browser would not show an element, as far as the element's own attributes tell. Pure.
#pragma once

#include "parse/document.h"

namespace winnow::extract {

[[nodiscard]] bool is_hidden(const parse::Document& document, parse::NodeId element);

// Hidden only from those to whom the page is read aloud: it is on the screen all the same.
[[nodiscard]] bool is_only_unvoiced(const parse::Document& document, parse::NodeId element);

}  // namespace winnow::extract
