// The elements that a selector's run looks at, with what it needs of their neighbours. Seats stand so that parents
// and earlier siblings come first. Private to parse/.
#pragma once

#include <cstdint>
#include <vector>

#include "parse/document.h"
#include "parse/selector_program.h"

namespace winnow::parse::css {

inline constexpr std::uint32_t kNoSeat = ~std::uint32_t{0};

struct Seat {
  NodeId node = kNone;
  std::uint32_t parent = kNoSeat, previous = kNoSeat;  // seats; the element before it among its siblings
};
using Seats = std::vector<Seat>;

[[nodiscard]] bool is_element(const Document& document, NodeId id);

[[nodiscard]] Seats whole(const Document& document);
// The element and its ancestors, each with its siblings if asked for.
[[nodiscard]] Seats path(const Document& document, NodeId element, bool siblings);
// The same and all elements inside, in document order among themselves.
[[nodiscard]] Seats path_and_inside(const Document& document, NodeId element, bool siblings);

// An element's 1-based places among its siblings.
struct Position {
  std::uint32_t child = 0, child_from_end = 0, type = 0, type_from_end = 0;
  [[nodiscard]] std::uint32_t of(const Nth& nth) const {
    if (nth.of_type) return nth.from_end ? type_from_end : type;
    return nth.from_end ? child_from_end : child;
  }
};
[[nodiscard]] std::vector<Position> count_positions(const Document& document, const Seats& seats);

}  // namespace winnow::parse::css
