// How an element is named in a selector that holds for a while: by an id or classes that people have chosen, not by
// what a build step made of them. Pure.
#pragma once

#include <string>
#include <string_view>

#include "parse/document.h"

namespace winnow::survey {

// "a.next", "div#pager", "ul"; at most two classes.
[[nodiscard]] std::string stable_name(const parse::Document& document, parse::NodeId element);
// A class or id that may stand in a selector: no token of a build step ("css-1x2y3z", "sc-bdVaJa", "title__Ab3xY").
[[nodiscard]] bool is_stable(std::string_view name);

}  // namespace winnow::survey
