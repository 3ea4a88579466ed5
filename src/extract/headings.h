// What on a page may be its article's heading, and how far a heading is what the page states elsewhere. Internal to
// the stage.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

constexpr std::size_t kMaxTitle = 1200;  // bytes

struct Heading {
  parse::NodeId node = parse::kNone;
  std::string text;
  int weight = 0;         // h1 over a class that says title over h2
  std::string headline;   // without the kicker, where an element of the heading is one; "" where none is
  bool in_trail = false;  // the last step of a breadcrumb: written for search engines, the headline stands elsewhere
};

// In the order of the page, at most 64, asides and what leads to the front page left out.
[[nodiscard]] std::vector<Heading> headings_of(const Page& page);

// How far a heading is what is stated: 0; 40 (reworded, where that counts); 50 (one in the other, a third of it) to 100
// (equal).
[[nodiscard]] int agreement(std::string_view heading, std::string_view stated, bool reworded);

}  // namespace winnow::extract
