#include "parse/selector_match.h"

#include <algorithm>
#include <map>
#include <utility>

#include "parse/selector_compare.h"
#include "parse/selector_seats.h"
#include "parse/selector_text.h"

namespace winnow::parse::css {
namespace {

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
        reached_(seats_.size()),
        texts_(document) {
    for (std::size_t step = 0; step < program_.steps.size(); ++step) take(step);
  }

  [[nodiscard]] bool accepted(std::size_t seat) const { return accepted(seat, program_.accept); }
  [[nodiscard]] bool accepted(std::size_t seat, std::uint64_t steps) const { return (state_[seat] & steps) != 0; }
  [[nodiscard]] const Program& program() const { return program_; }
  [[nodiscard]] const Seats& seats() const { return seats_; }

 private:
  // What a step's tests need beforehand: earlier steps are known for all elements.
  void prepare(const Step& step) {
    places_.assign(step.tests.size(), {});
    for (std::size_t i = 0; i < step.tests.size(); ++i) {
      const Test& test = step.tests[i];
      if (test.kind == Test::Kind::contains || test.kind == Test::Kind::text) texts_.prepare(test);
      if (test.kind == Test::Kind::nth) places_[i] = places(test);
    }
  }

  [[nodiscard]] std::vector<std::uint32_t> places(const Test& test) const {
    const auto counts = [&](std::size_t seat) { return test.steps == 0 || (state_[seat] & test.steps) != 0; };
    return test.nth.of_type  ? places_of_type(document_, seats_, test.nth.from_end)
           : test.nth.of_all ? places_in_all(seats_, test.nth.from_end, counts)
                             : places_among_siblings(seats_, test.nth.from_end, counts);
  }

  void take(std::size_t index) {
    const Step& step = program_.steps[index];
    prepare(step);
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
    } else if (step.relation < Relation::nearest_after) {
      look_ahead(step);
    } else if (step.relation == Relation::nearest_after) {
      look_back_for_nearest(step);
    } else {
      look_ahead_for_nearest(step);
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

  // While looking, reached_ says that the other is in sight with none of `among` between.
  void look_back_for_nearest(const Step& step) {
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) {
      const std::uint32_t from = seats_[seat].previous;
      reached_[seat] = from != kNoSeat && (is(from, step.other) || (reached_[from] && !is(from, step.among)));
    }
    keep_only(step.among);
  }

  void look_ahead_for_nearest(const Step& step) {
    const bool up = step.relation == Relation::nearest_around;
    std::fill(reached_.begin(), reached_.end(), 0);
    for (std::size_t seat = seats_.size(); seat-- > 0;) {
      const std::uint32_t to = up ? seats_[seat].parent : seats_[seat].previous;
      if (to != kNoSeat && (is(seat, step.other) || (reached_[seat] && !is(seat, step.among)))) reached_[to] = 1;
    }
    keep_only(step.among);
  }

  void keep_only(std::size_t among) {
    for (std::size_t seat = 0; seat < seats_.size(); ++seat) reached_[seat] = reached_[seat] && is(seat, among);
  }

  [[nodiscard]] bool passes(const Step& step, std::size_t seat) const {
    for (std::size_t i = 0; i < step.tests.size(); ++i) {
      if (!passes(step.tests[i], places_[i], seat)) return false;
    }
    return true;
  }

  [[nodiscard]] bool passes(const Test& test, const std::vector<std::uint32_t>& places, std::size_t seat) const {
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
        return (test.steps == 0 || (state_[seat] & test.steps) != 0) && at_nth(test.nth, places[seat]);
      case Test::Kind::empty:
        return is_empty(document_, id);
      case Test::Kind::root:
        return document_[id].parent == Document::root();
      case Test::Kind::contains:
      case Test::Kind::text:
        return texts_.passes(test, id);
      case Test::Kind::own_text:
      case Test::Kind::first_text:
        return own_text_passes(document_, test, id);
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
  std::vector<std::vector<std::uint32_t>> places_;  // of the step's :nth- tests
  TextTests texts_;
};

// Text nodes right inside an element, those that are wanted.
template <class Wanted>
void add_texts(const Document& document, NodeId parent, Wanted wanted, std::vector<NodeId>& found) {
  for (NodeId c = document[parent].first_child; c != kNone; c = document[c].next_sibling) {
    if (document[c].tag == Tag::text && wanted(c)) found.push_back(c);
  }
}

// Of the siblings of one parent the first that has texts behind it, and the last that has texts before it: so each
// text is found once, and the work stays linear.
class TextsBeside {
 public:
  TextsBeside(const Document& document, bool after) : document_(document), after_(after) {}

  void take(NodeId element) {
    const NodeId parent = document_[element].parent;
    const auto [known, fresh] = mark_.emplace(parent, element);
    if (!fresh) known->second = after_ ? std::min(known->second, element) : std::max(known->second, element);
  }

  void add(std::vector<NodeId>& found) const {
    for (const auto& [parent, element] : mark_) {
      const NodeId mark = element;
      add_texts(
          document_, parent, [&](NodeId text) { return after_ ? text > mark : text < mark; }, found);
    }
  }

 private:
  const Document& document_;
  bool after_;
  std::map<NodeId, NodeId> mark_;  // by parent
};

// What ::text and its kin select, inside `within`.
void add_all_texts(const Run& run, const Document& document, NodeId within, std::vector<NodeId>& found) {
  TextsBeside after(document, true), before(document, false);
  std::vector<NodeId> texts;
  for (std::size_t seat = 0; seat < run.seats().size(); ++seat) {
    const NodeId id = run.seats()[seat].node;
    if (run.accepted(seat, run.program().accept_text))
      add_texts(
          document, id, [](NodeId) { return true; }, texts);
    if (run.accepted(seat, run.program().accept_text_after)) after.take(id);
    if (run.accepted(seat, run.program().accept_text_before)) before.take(id);
  }
  after.add(texts);
  before.add(texts);
  for (const NodeId id : texts) {
    if (id > within && id < document[within].end) found.push_back(id);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
}

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
  if (program.accept_texts() != 0) add_all_texts(run, document, within, found);
  return found;
}

}  // namespace winnow::parse::css
