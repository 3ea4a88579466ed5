// How an element of a page may be called in a site file so that it is found on the site's other pages, and next
// month: by what it means, its id, its classes, what is around it; never by its number among others, nor by a name
// that is made anew with each build. Pure; bounded.
#pragma once

#include <string>
#include <vector>

#include "parse/document.h"

namespace winnow::survey {

struct Naming {
  std::string css;
  int cost = 0;  // how likely a redesign breaks it, or how hard it is to read: the lower the better
};

inline constexpr int kBareName = 9;  // the cost of an element's name alone, such as "div": it says nothing

// Of the element by itself: the best first, at most 16. The last is its bare name ("div").
[[nodiscard]] std::vector<Naming> own_names(const parse::Document& document, parse::NodeId element);

// Also by what is around it: the best first, at most 80.
[[nodiscard]] std::vector<Naming> names(const parse::Document& document, parse::NodeId element);

}  // namespace winnow::survey
