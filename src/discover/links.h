// Links out of a page: those of a list page, its next page, and the feeds that a page names. Pure, total.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "winnow/observation.h"

namespace winnow::discover {

struct ListPage {
  std::vector<std::string> links;  // absolute, http or https, each once, in order
  std::string next;                // absolute; empty: no further page
  std::vector<std::uint32_t> places;  // of each link: the element in `elements` that it stands in
  std::vector<ElementSeen> elements;  // each once
};

// `links` and `next` are CSS selectors; an element that is no <a> counts by the first <a> in it, and for `next` before that
// by an address in a data-… attribute, from where a script would load more. Empty `links`: all
// links of the page's body; empty `next`: <link rel=next> and <a rel=next> only.
[[nodiscard]] ListPage read_list(std::string_view html, std::string_view url, std::string_view links,
                                 std::string_view next);

struct Alternates {
  std::vector<std::string> feeds;  // <link rel=alternate> of a feed's type, absolute
};
[[nodiscard]] Alternates read_alternates(std::string_view html, std::string_view url);

}  // namespace winnow::discover
