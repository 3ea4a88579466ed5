// A compiled selector: steps, each a compound with its relation to an earlier step, in an order in which every step
// needs only those before it. A step is one bit of a 64-bit mask, so that an element's state is one word and
// matching is one pass over the elements a step. Private to parse/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/selector.h"

namespace winnow::parse::css {

inline constexpr std::size_t kMaxText = 4096;
inline constexpr std::size_t kMaxSteps = 64;
inline constexpr int kMaxNesting = 8;
inline constexpr int kMaxTextTests = 32;  // each keeps the places of its text in the document

// How an element that matches a step stands to one that matches the other step. The first four are the combinators,
// looking up and back; the next four are the same seen from the left side, as :has needs it. The nearest are ours.
enum class Relation : std::uint8_t {
  none,
  inside,
  child,
  next,
  later,
  holds,
  holds_child,
  before_next,
  before,
  nearest_after,
  nearest_around,
  nearest_before  // nothing of Step::among stands between
};

enum class Compare : std::uint8_t { present, equals, word, dash, prefix, suffix, substring };

// Selectors 4, 14.3: the elements at step*n + offset, n = 0, 1, ...; 1-based.
struct Nth {
  int step = 0, offset = 0;
  bool of_type = false, from_end = false;
  bool of_all = false;  // counted in the whole document, not among siblings
};

struct Test {
  enum class Kind : std::uint8_t {
    tag,
    id,
    klass,
    attribute,
    nth,
    empty,
    root,
    contains,
    text,
    own_text,
    first_text,
    one_of,
    none_of
  };
  Kind kind;
  std::string name{};   // tag, attribute: lower case; id, klass: as written
  std::string value{};  // attribute, contains and the texts
  Compare compare = Compare::present;
  bool fold = false;   // attribute, texts: ASCII case does not count
  bool words = false;  // attribute, texts: white space is collapsed, and a space stands on both ends
  Nth nth{};
  std::uint64_t steps = 0;  // one_of, none_of: steps that the same element matches; nth: what is counted (0: all)
};

struct Step {
  std::vector<Test> tests;
  Relation relation = Relation::none;
  std::size_t other = 0;
  std::size_t among = 0;  // the nearest relations
};

struct Program {
  std::vector<Step> steps;
  std::uint64_t accept = 0;  // an element with one of these bits matches the selector
  // Not the element does, but text nodes by it: right inside (::text), beside it (::text-after, ::text-before).
  std::uint64_t accept_text = 0, accept_text_after = 0, accept_text_before = 0;
  [[nodiscard]] std::uint64_t accept_texts() const { return accept_text | accept_text_after | accept_text_before; }
  bool siblings = false;  // some step looks at siblings
  bool ahead = false;     // some step looks down, ahead or at the whole document
};

[[nodiscard]] tl::expected<Program, SelectorFault> compile(std::string_view selector);
// The argument of :nth-child ("odd", "2n + 1", "-n+3"); false when it is none.
[[nodiscard]] bool parse_nth(std::string_view text, Nth& nth);

}  // namespace winnow::parse::css
