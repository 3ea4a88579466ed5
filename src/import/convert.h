// The parts of the conversion of XPath. Private to import/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/condition.h"
#include "import/xpath.h"

namespace winnow::importing {

// Why something can't be said; the first reason stands. What is made after that is of no use.
class Why {
 public:
  void say(std::string_view reason) {
    if (reason_.empty()) reason_ = reason;
  }
  // Grown texts are refused, since some axes multiply what stands before them.
  bool too_long(std::size_t size) {
    if (size > 16'384) say("it is too long for a selector");
    return !reason_.empty();
  }
  [[nodiscard]] bool said() const { return !reason_.empty(); }
  [[nodiscard]] const std::string& reason() const { return reason_; }

 private:
  std::string reason_;
};

// Among what a step's position() counts (XPath 1.0, 2.4).
struct Counted {
  enum class By { siblings, document, nothing } by = By::nothing;
  Compound what;  // so far
};

// A place counted: a*n + b from the start or the end, as :nth-child has it; `a` and `b` of 0: nowhere.
struct Position {
  int step = 0, offset = 0;
  bool from_end = false, negated = false;
};
// Of a predicate that asks for a position; nothing for any other. What it asks may not be sayable: then `why` says so.
[[nodiscard]] std::optional<Position> position_of(const Expr& predicate, Why& why);
[[nodiscard]] Condition at_position(const Position& place, const Counted& counted, Why& why);

// "concat('a', 'b')" and texts in quotes: what stands in the expression itself.
[[nodiscard]] std::optional<std::string> constant(const Expr& expr);

// A predicate of an element as a condition (xpath_conditions.cc).
[[nodiscard]] Condition condition_of(const Expr& predicate, const Counted& counted, Why& why);
// Whether the path leads somewhere from an element; `at_end` is what its last step must be besides.
[[nodiscard]] Condition exists(const std::vector<Step>& steps, const Condition& at_end, Why& why);
[[nodiscard]] Compound compound_of(const Step& step, Why& why);  // the name only

// A text that is compared (xpath_texts.cc).
enum class Comparison { equals, has, begins, ends };
[[nodiscard]] Condition compared(Comparison how, const Expr& subject, const std::string& text, Why& why);
// Whether it is not empty.
[[nodiscard]] Condition not_empty(const Expr& subject, Why& why);

// Steps with "descendant-or-self::node()/child::x" as "descendant::x" with `sibling_places` (its positions count
// siblings), and without self::node().
struct PlainStep {
  const Step* step;
  Axis axis;
  bool sibling_places;
};
[[nodiscard]] std::vector<PlainStep> plain_steps(const std::vector<Step>& steps);

// Whether text nodes lie on the step, too.
[[nodiscard]] bool may_be_text(const PlainStep& plain);
// Of a step that does not end its path: whether it matters that they do, since the next leads from them somewhere.
[[nodiscard]] bool begins_at_texts(const std::vector<PlainStep>& steps, std::size_t at);

// What a path or union selects (xpath_paths.cc): selectors of elements and texts, or of elements an attribute.
struct Selected {
  std::vector<std::string> css;
  std::string attribute;
};
[[nodiscard]] Selected selected_by(const Expr& expr, Why& why);

}  // namespace winnow::importing
