// The elements that a selector's run looks at, with what it needs of their neighbours. Seats stand so that parents
// and earlier siblings come first. Private to parse/.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "parse/document.h"

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

// Each seat's 1-based place among those of its siblings for which `counts`; of the others what comes is of no use.
[[nodiscard]] std::vector<std::uint32_t> places_among_siblings(const Seats& seats, bool from_end,
                                                               const std::function<bool(std::size_t)>& counts);
// The same in the whole document.
[[nodiscard]] std::vector<std::uint32_t> places_in_all(const Seats& seats, bool from_end,
                                                       const std::function<bool(std::size_t)>& counts);
// Among the siblings of the same element type.
[[nodiscard]] std::vector<std::uint32_t> places_of_type(const Document& document, const Seats& seats, bool from_end);

}  // namespace winnow::parse::css
