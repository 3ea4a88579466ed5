// What a seed makes of a kind: every choice made. Pages are written from a layout and a content; a change of the
// site's template (changes.h) is a change of the layout, with the content as it was.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sites/box.h"
#include "sites/dice.h"
#include "sites/kind.h"

namespace winnow::sites {

using Words = std::set<std::string, std::less<>>;

struct Insert {
  std::string slot;
  std::size_t after;  // so many lines of the body stand before it; 99: all
};

struct Layout {
  std::string language;
  std::map<std::string, Box, std::less<>> boxes;  // by slot
  std::vector<std::string> frame, order, discovery, others;
  std::vector<Insert> inserts;
  Words head, traits;
  std::string meta_line, date;
  Markup markup;
  std::string by;               // "By {}": how an author is named
  std::string generator_token;  // in the names of assets
  std::size_t kilobytes = 0;

  // How pages are at this time: what changes.h switches on.
  enum class Serving { whole, teaser, empty, consent } serving = Serving::whole;
  std::size_t lines_per_part = 0;  // 0: articles stand on one page

  [[nodiscard]] const Box& box(std::string_view slot) const;  // throws std::out_of_range: a fault in a table
  [[nodiscard]] bool has(std::string_view trait) const { return traits.contains(trait); }
  [[nodiscard]] bool tells(std::string_view meta) const { return head.contains(meta); }
  [[nodiscard]] bool shows(std::string_view slot) const;  // in the article's order
};

[[nodiscard]] Layout layout_of(const Kind& kind, std::uint64_t seed);

// The choices in a text: "(a|b)" and "word?".
[[nodiscard]] std::string chosen(std::string_view text, const Dice& dice);

[[nodiscard]] bool finds_lists(const Layout& layout);    // its articles can be found by lists
[[nodiscard]] bool shows_time(const Layout& layout);     // on the page of an article
[[nodiscard]] bool names_authors(const Layout& layout);  // on the page or in its head
// How much of the time of an article the pages tell (dates.h), by any means but the address.
[[nodiscard]] int told(const Layout& layout);

}  // namespace winnow::sites
