#include "parse/selector_seats.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>

namespace winnow::parse::css {
namespace {

// Seats elements and links each to its parent's seat and to the last one seated under the same parent.
class Seating {
 public:
  explicit Seating(const Document& document) : document_(document) {}

  std::uint32_t add(NodeId id, std::uint32_t parent) {
    const auto seat = static_cast<std::uint32_t>(seats_.size());
    std::uint32_t& last = parent == kNoSeat ? last_root_ : last_child_[parent];
    seats_.push_back({id, parent, last});
    last = seat;
    last_child_.push_back(kNoSeat);
    return seat;
  }

  // Everything in [first, end); the parent of what stands outside that range is `top`.
  void add_range(NodeId first, NodeId end, std::uint32_t top) {
    std::vector<std::uint32_t> seat_of(end - std::min(first, end), kNoSeat);
    for (NodeId id = first; id < end; ++id) {
      if (!is_element(document_, id)) continue;
      const NodeId parent = document_[id].parent;
      seat_of[id - first] = add(id, parent >= first && parent != kNone ? seat_of[parent - first] : top);
    }
  }

  // The ancestors from the root down and the element; its seat is returned.
  std::uint32_t add_path(NodeId element, bool siblings) {
    std::vector<NodeId> up;
    for (NodeId id = element; id != kNone && is_element(document_, id); id = document_[id].parent) up.push_back(id);
    std::uint32_t parent = kNoSeat;
    for (auto id = up.rbegin(); id != up.rend(); ++id) parent = siblings ? add_level(*id, parent) : add(*id, parent);
    return parent;
  }

  Seats take() { return std::move(seats_); }

 private:
  std::uint32_t add_level(NodeId id, std::uint32_t parent) {
    std::uint32_t own = kNoSeat;
    const NodeId above = document_[id].parent;
    for (NodeId c = above == kNone ? id : document_[above].first_child; c != kNone; c = document_[c].next_sibling) {
      if (!is_element(document_, c)) continue;
      const std::uint32_t seat = add(c, parent);
      if (c == id) own = seat;
    }
    return own;
  }

  const Document& document_;
  Seats seats_;
  std::vector<std::uint32_t> last_child_;
  std::uint32_t last_root_ = kNoSeat;
};

}  // namespace

bool is_element(const Document& document, NodeId id) {
  return document[id].tag != Tag::text && document[id].tag != Tag::document;
}

Seats whole(const Document& document) {
  Seating seating(document);
  seating.add_range(0, document.size(), kNoSeat);
  return seating.take();
}

Seats path(const Document& document, NodeId element, bool siblings) {
  Seating seating(document);
  seating.add_path(element, siblings);
  return seating.take();
}

Seats path_and_inside(const Document& document, NodeId element, bool siblings) {
  Seating seating(document);
  const std::uint32_t top = seating.add_path(element, siblings);
  seating.add_range(element + 1, document[element].end, top);
  return seating.take();
}

std::vector<std::uint32_t> places_among_siblings(const Seats& seats, bool from_end,
                                                 const std::function<bool(std::size_t)>& counts) {
  std::vector<std::uint32_t> places(seats.size(), 0);
  if (!from_end) {
    for (std::size_t i = 0; i < seats.size(); ++i) {
      const std::uint32_t before = seats[i].previous;
      places[i] = (before == kNoSeat ? 0 : places[before]) + (counts(i) ? 1 : 0);
    }
  } else {
    for (std::size_t i = seats.size(); i-- > 0;) {
      places[i] += counts(i) ? 1 : 0;  // holds that of the following sibling already
      if (seats[i].previous != kNoSeat) places[seats[i].previous] = places[i];
    }
  }
  return places;
}

std::vector<std::uint32_t> places_in_all(const Seats& seats, bool from_end,
                                         const std::function<bool(std::size_t)>& counts) {
  std::vector<std::uint32_t> places(seats.size(), 0);
  std::uint32_t count = 0;
  for (std::size_t n = 0; n < seats.size(); ++n) {
    const std::size_t i = from_end ? seats.size() - 1 - n : n;
    if (counts(i)) places[i] = ++count;
  }
  return places;
}

std::vector<std::uint32_t> places_of_type(const Document& document, const Seats& seats, bool from_end) {
  std::vector<std::uint32_t> places(seats.size(), 0);
  std::map<std::pair<std::uint32_t, std::string_view>, std::uint32_t> types;
  for (std::size_t n = 0; n < seats.size(); ++n) {
    const std::size_t i = from_end ? seats.size() - 1 - n : n;
    places[i] = ++types[{seats[i].parent, document[seats[i].node].text}];
  }
  return places;
}

}  // namespace winnow::parse::css
