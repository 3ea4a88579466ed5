// Whether a browser would not show an element, as far as the element's own attributes tell. Pure.
#pragma once

#include "parse/document.h"

namespace winnow::extract {

[[nodiscard]] bool is_hidden(const parse::Document& document, parse::NodeId element);

// Hidden from those only to whom the page is read aloud.
[[nodiscard]] bool is_only_unvoiced(const parse::Document& document, parse::NodeId element);

// Hidden by nothing but a class or from those to whom the page is read aloud: it may be on the screen all the same.
[[nodiscard]] bool may_be_seen(const parse::Document& document, parse::NodeId element);

}  // namespace winnow::extract
