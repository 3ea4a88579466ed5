// What position() and last() ask for, and how :nth-child says it.
#include <cmath>

#include "import/convert.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

constexpr int kFar = 1'000'000;  // more elements than a page has

bool is_call(const Expr& expr, std::string_view name) {
  return expr.kind == Kind::call && expr.text == name && expr.parts.empty();
}

// A number that is whole; another is no place at all, and -1 stands for it.
int whole(double number) {
  return std::floor(number) == number && std::fabs(number) < kFar ? static_cast<int>(number) : -1;
}

// A place from the start (4) or from the end (last() is 1, last()-1 is 2).
struct Mark {
  int at = 0;
  bool from_end = false;
};

std::optional<Mark> mark_of(const Expr& expr) {
  if (expr.kind == Kind::number) return Mark{whole(expr.number), false};
  if (is_call(expr, "last")) return Mark{1, true};
  if (expr.kind != Kind::subtract || !is_call(expr.parts[0], "last") || expr.parts[1].kind != Kind::number)
    return std::nullopt;
  const int back = whole(expr.parts[1].number);
  return Mark{back < 0 ? -1 : back + 1, true};
}

Kind turned(Kind kind) {
  switch (kind) {
    case Kind::less:
      return Kind::more;
    case Kind::more:
      return Kind::less;
    case Kind::at_most:
      return Kind::at_least;
    case Kind::at_least:
      return Kind::at_most;
    default:
      return kind;
  }
}

bool is_comparison(Kind kind) {
  return kind == Kind::equal || kind == Kind::unequal || kind == Kind::less || kind == Kind::at_most ||
         kind == Kind::more || kind == Kind::at_least;
}

Position compared_to(Kind kind, const Mark& mark) {
  // Farther from the start is nearer to the end.
  if (mark.from_end) kind = turned(kind);
  switch (kind) {
    case Kind::less:
      return {-1, mark.at - 1, mark.from_end};
    case Kind::at_most:
      return {-1, mark.at, mark.from_end};
    case Kind::more:
      return {1, mark.at + 1, mark.from_end};
    case Kind::at_least:
      return {1, mark.at, mark.from_end};
    default:
      return {0, mark.at, mark.from_end, kind == Kind::unequal};
  }
}

// position() mod 3 = 1
std::optional<Position> every(const Expr& expr) {
  const Expr& left = expr.parts[0];
  const Expr& right = expr.parts[1];
  const bool asks = (expr.kind == Kind::equal || expr.kind == Kind::unequal) && left.kind == Kind::modulo &&
                    is_call(left.parts[0], "position") && left.parts[1].kind == Kind::number &&
                    right.kind == Kind::number;
  if (!asks || whole(left.parts[1].number) < 1 || whole(right.number) < 0) return std::nullopt;
  return Position{whole(left.parts[1].number), whole(right.number), false, expr.kind == Kind::unequal};
}

std::string counted_text(const Position& place) {
  if (place.step == 0) return std::to_string(place.offset);
  const std::string step = place.step == 1 ? "n" : place.step == -1 ? "-n" : std::to_string(place.step) + "n";
  return step + (place.offset < 0 ? "" : "+") + std::to_string(place.offset);
}

}  // namespace

std::optional<Position> position_of(const Expr& predicate, Why& why) {
  if (const auto mark = mark_of(predicate)) return Position{0, mark->at, mark->from_end};
  if (!is_comparison(predicate.kind)) return std::nullopt;
  if (auto place = every(predicate)) return place;
  const Expr& left = predicate.parts[0];
  const Expr& right = predicate.parts[1];
  const bool first = is_call(left, "position"), second = is_call(right, "position");
  if (!first && !second) return std::nullopt;
  const auto mark = mark_of(first ? right : left);
  if (!mark) {
    why.say("position() is compared with what is no number");
    return std::nullopt;
  }
  return compared_to(first ? predicate.kind : turned(predicate.kind), *mark);
}

Condition at_position(const Position& place, const Counted& counted, Why& why) {
  if (counted.by == Counted::By::nothing) {
    why.say("a position among these can't be said");
    return Condition::never();
  }
  Condition out;
  if (place.step != 0 || place.offset > 0) {
    const bool document = counted.by == Counted::By::document;
    const bool of_type = !document && counted.what.tests.empty() && !counted.what.tag.empty();
    std::string text = std::string(":nth-") + (place.from_end ? "last-" : "");
    text += (document ? "match(" : of_type ? "of-type(" : "child(") + counted_text(place);
    if (document || !counted.what.tests.empty()) text += " of " + counted.what.text();
    out = Condition::of(text + ")");
  }
  return place.negated ? negated(out) : out;
}

}  // namespace winnow::importing
