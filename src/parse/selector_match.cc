#include "parse/selector_match.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/scan.h"
#include "parse/selector_seats.h"
#include "parse/selector_text.h"

namespace winnow::parse::css {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view a, std::string_view b, bool fold) {
  if (a.size() != b.size()) return false;
  return fold ? std::equal(a.begin(), a.end(), b.begin(),
                           [](char x, char y) { return ascii::lower(x) == ascii::lower(y); })
              : a == b;
}

bool has_word(std::string_view list, std::string_view word, bool fold) {
  for (std::size_t i = 0; i < list.size();) {
    while (i < list.size() && is_space(list[i])) ++i;
    const std::size_t start = i;
    while (i < list.size() && !is_space(list[i])) ++i;
    if (i > start && same(list.substr(start, i - start), word, fold)) return true;
  }
  return false;
}

bool has_part(std::string_view text, std::string_view part, bool fold) {
  if (!fold) return text.find(part) != std::string_view::npos;
  return std::search(text.begin(), text.end(), part.begin(), part.end(),
                     [](char x, char y) { return ascii::lower(x) == ascii::lower(y); }) != text.end();
}

// Selectors 4, 6.1 and 6.2: an empty value never matches ~=, ^=, $= or *=.
bool compare(const Test& test, std::string_view value) {
  const std::string_view want = test.value;
  switch (test.compare) {
    case Compare::present:
      return true;
    case Compare::equals:
      return same(value, want, test.fold);
    case Compare::word:
      return has_word(value, want, test.fold);
    case Compare::dash:
      return same(value.substr(0, want.size()), want, test.fold) &&
             (value.size() == want.size() || value[want.size()] == '-');
    case Compare::prefix:
      return !want.empty() && same(value.substr(0, want.size()), want, test.fold);
    case Compare::suffix:
      return !want.empty() && value.size() >= want.size() &&
             same(value.substr(value.size() - want.size()), want, test.fold);
    case Compare::substring:
      return !want.empty() && has_part(value, want, test.fold);
  }
  return false;
}

// Selectors 4, 14.2: white space does not count.
bool is_empty(const Document& document, NodeId element) {
  for (NodeId c = document[element].first_child; c != kNone; c = document[c].next_sibling) {
    if (document[c].tag != Tag::text || !std::all_of(document[c].text.begin(), document[c].text.end(), is_space))
      return false;
  }
  return true;
}

bool at_nth(const Nth& nth, std::int64_t position) {
  const std::int64_t gap = position - nth.offset;
  return nth.step == 0 ? gap == 0 : gap % nth.step == 0 && gap / nth.step >= 0;
}

// One run of a program over some elements; state_[i] has the bits of the steps that seat i matches.
class Run {
 public:
  Run(const Program& program, const Document& document, Seats seats)
      : program_(program),
        document_(document),
        seats_(std::move(seats)),
        state_(seats_.size()),
        reached_(seats_.size()) {
    prepare();
    for (std::size_t step = 0; step < program_.steps.size(); ++step) take(step);
  }

  [[nodiscard]] bool accepted(std::size_t seat) const { return (state_[seat] & program_.accept) != 0; }
  [[nodiscard]] const Seats& seats() const { return seats_; }

 private:
  void prepare() {
    for (const Step& step : program_.steps) {
      for (const Test& test : step.tests) {
        if (test.kind == Test::Kind::contains) texts_.emplace(&test, TextSearch(document_, test.value));
        if (test.kind == Test::Kind::nth && positions_.empty()) positions_ = count_positions(document_, seats_);
      }
    }
  }

  void take(std::size_t index) {
    const Step& step = program_.steps[index];
    reach(step);
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
      if (reached_[seat] && passes(step, seat)) state_[seat] |= std::uint64_t{1} << index;
    }
  }

  [[nodiscard]] bool is(std::size_t seat, std::size_t step) const { return (state_[seat] >> step & 1) != 0; }

  // reached_[seat]: whether an element that matches the other step stands where the relation asks for it.
  void reach(const Step& step) {
    if (step.relation == Relation::none) {
      std::fill(reached_.begin(), reached_.end(), 1);
    } else if (step.relation < Relation::holds) {
      look_back(step);
    } else {
      look_ahead(step);
    }
  }

  // Parents and earlier siblings have lower seats.
  void look_back(const Step& step) {
    const bool up = step.relation == Relation::inside || step.relation == Relation::child;
    const bool far = step.relation == Relation::inside || step.relation == Relation::later;
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
      const std::uint32_t from = up ? seats_[seat].parent : seats_[seat].previous;
      reached_[seat] = from != kNoSeat && (is(from, step.other) || (far && reached_[from]));
    }
  }

  void look_ahead(const Step& step) {
    const bool down = step.relation == Relation::holds || step.relation == Relation::holds_child;
    const bool far = step.relation == Relation::holds || step.relation == Relation::before;
    std::fill(reached_.begin(), reached_.end(), 0);
    for (std::size_t seat = seats_.size(); seat-- > 0;) {
      const std::uint32_t to = down ? seats_[seat].parent : seats_[seat].previous;
      if (to != kNoSeat && (is(seat, step.other) || (far && reached_[seat]))) reached_[to] = 1;
    }
  }

  [[nodiscard]] bool passes(const Step& step, std::size_t seat) const {
    return std::all_of(step.tests.begin(), step.tests.end(), [&](const Test& test) { return passes(test, seat); });
  }

  [[nodiscard]] bool passes(const Test& test, std::size_t seat) const {
    const NodeId id = seats_[seat].node;
    switch (test.kind) {
      case Test::Kind::tag:
        return document_[id].text == test.name;
      case Test::Kind::id:
        return document_.attribute(id, "id") == test.name;
      case Test::Kind::klass:
        return document_.has_class(id, test.name);
      case Test::Kind::attribute:
        return document_.has_attribute(id, test.name) && compare(test, document_.attribute(id, test.name));
      case Test::Kind::nth:
        return at_nth(test.nth, positions_[seat].of(test.nth));
      case Test::Kind::empty:
        return is_empty(document_, id);
      case Test::Kind::root:
        return document_[id].parent == Document::root();
      case Test::Kind::contains:
        return texts_.at(&test).inside(document_, id);
      case Test::Kind::one_of:
        return (state_[seat] & test.steps) != 0;
      case Test::Kind::none_of:
        return (state_[seat] & test.steps) == 0;
    }
    return false;
  }

  const Program& program_;
  const Document& document_;
  Seats seats_;
  std::vector<std::uint64_t> state_;
  std::vector<std::uint8_t> reached_;
  std::vector<Position> positions_;
  std::map<const Test*, TextSearch> texts_;
};

}  // namespace

bool matches(const Program& program, const Document& document, NodeId element) {
  if (!is_element(document, element)) return false;
  const Run run(program, document, program.ahead ? whole(document) : path(document, element, program.siblings));
  for (std::size_t seat = 0; seat < run.seats().size(); ++seat) {
    if (run.seats()[seat].node == element) return run.accepted(seat);
  }
  return false;
}

std::vector<NodeId> select(const Program& program, const Document& document, NodeId within) {
  const bool all = program.ahead || within == Document::root();
  const Run run(program, document, all ? whole(document) : path_and_inside(document, within, program.siblings));
  std::vector<NodeId> found;
  const NodeId end = document[within].end;
  for (std::size_t seat = 0; seat < run.seats().size(); ++seat) {
    const NodeId id = run.seats()[seat].node;
    if (id > within && id < end && run.accepted(seat)) found.push_back(id);
  }
  return found;
}

}  // namespace winnow::parse::css
