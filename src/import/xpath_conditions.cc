// Predicates as conditions of an element.
#include <cmath>
#include <utility>

#include "import/convert.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

bool is_plain_path(const Expr& expr) { return expr.kind == Kind::path && !expr.absolute && expr.parts.empty(); }

bool is_dot(const Expr& expr) {
  return is_plain_path(expr) && expr.steps.size() == 1 && expr.steps[0].axis == Axis::self &&
         expr.steps[0].test == Step::Test::node && expr.steps[0].predicates.empty();
}

// The expression with `path` for every "." of its own.
Expr about(const Expr& expr, const Expr& path) {
  if (is_dot(expr)) return path;
  Expr out = expr;
  for (Expr& part : out.parts) part = about(part, path);
  if (expr.kind == Kind::call && expr.parts.empty() && (expr.text == "string" || expr.text == "normalize-space"))
    out.parts.push_back(path);
  return out;
}

Expr path_of(const Step& step) {
  Expr path{.kind = Kind::path};
  path.steps.push_back(step);
  path.steps.back().predicates.clear();
  return path;
}

// What attributes and texts of an element must be; a position among them is none that a page has reason for.
Condition of_value(const Step& step, Why& why) {
  const Expr path = path_of(step);
  Condition out = Condition::always();
  for (const Expr& predicate : step.predicates) out = both(out, condition_of(about(predicate, path), {}, why));
  return out;
}

Condition attribute_exists(const Step& step, Why& why) {
  if (step.test != Step::Test::name) why.say("@* , any attribute, can't be said");
  return both(Condition::of("[" + step.name + "]"), of_value(step, why));
}

// text()[contains(., "x")]: some text, where contains(text(), "x") is the first.
Condition some_text(const Expr& predicate, Why& why);

Condition text_exists(const Step& step, Why& why) {
  if (step.predicates.empty()) return Condition::of(":own-text()");
  if (step.predicates.size() != 1) why.say("text() without one condition of its own can't be asked for");
  return why.said() ? Condition::never() : some_text(step.predicates[0], why);
}

Condition some_text(const Expr& predicate, Why& why) {
  if (predicate.kind == Kind::either)
    return either(some_text(predicate.parts[0], why), some_text(predicate.parts[1], why));
  Step text{.axis = Axis::child, .test = Step::Test::text, .name = {}, .predicates = {}};
  Condition first = condition_of(about(predicate, path_of(text)), {}, why);
  constexpr std::string_view kFirst = ":first-text(";
  const std::string compound = first.compound();
  if (compound.starts_with(":own-text(") && compound.find(':', 1) == compound.npos) return first;
  if (!compound.starts_with(kFirst)) {
    why.say("this condition of text() can't be said");
    return Condition::never();
  }
  return Condition::of(":own-text(" + compound.substr(kFirst.size()));
}

struct Element {
  Compound compound;
  bool next = false;  // the nearest of all siblings
};

// An element that a step inside a predicate leads to.
Element element_of(const PlainStep& plain, Why& why) {
  Element out{compound_of(*plain.step, why)};
  const bool siblings = plain.axis == Axis::child || plain.sibling_places;
  const bool single = plain.axis == Axis::parent || plain.axis == Axis::self;
  const bool beside = plain.axis == Axis::following_sibling || plain.axis == Axis::preceding_sibling;
  for (const Expr& predicate : plain.step->predicates) {
    const auto place = position_of(predicate, why);
    const bool first = place && place->step == 0 && place->offset == 1 && !place->negated;
    if (first && (single || out.next)) continue;
    if (first && beside && !place->from_end && out.compound.text() == "*") {
      out.next = true;
      continue;
    }
    const Counted counted{siblings ? Counted::By::siblings : Counted::By::nothing, out.compound};
    const Condition condition = condition_of(predicate, counted, why);
    out.compound.tests += condition.compound();
  }
  return out;
}

// From an element, along the axis, to one that is C.
Condition along(Axis axis, const std::string& c, bool next, Why& why) {
  if (why.too_long(c.size())) return Condition::never();
  switch (axis) {
    case Axis::child:
      return Condition::of(":has(> " + c + ")");
    case Axis::descendant:
      return Condition::of(":has(" + c + ")");
    case Axis::parent:
      return Condition::of(":is(" + c + " > *)");
    case Axis::ancestor:
      return Condition::of(":is(" + c + " *)");
    case Axis::ancestor_or_self:
      return Condition::of(":is(" + c + ", " + c + " *)");
    case Axis::descendant_or_self:
      return Condition::of(":is(" + c + ", :has(" + c + "))");
    case Axis::self:
      return Condition::of(":is(" + c + ")");
    case Axis::following_sibling:
      return Condition::of(std::string(":has(") + (next ? "+ " : "~ ") + c + ")");
    case Axis::preceding_sibling:
      return Condition::of(":is(" + c + (next ? " + *)" : " ~ *)"));
    case Axis::following: {
      const std::string ahead = ":has(~ " + c + ", ~ * " + c + ")";
      return Condition::of(":is(" + ahead + ", " + ahead + " *)");
    }
    case Axis::preceding: {
      const std::string with = ":is(" + c + ", :has(" + c + "))";
      return Condition::of(":is(" + with + " ~ *, " + with + " ~ * *)");
    }
    case Axis::attribute:
      break;
  }
  why.say("an attribute has nothing inside");
  return Condition::never();
}

Condition exists_from(const std::vector<PlainStep>& steps, std::size_t at, const Condition& at_end, Why& why) {
  if (at == steps.size()) return at_end;
  const PlainStep& plain = steps[at];
  const bool last = at + 1 == steps.size();
  if (begins_at_texts(steps, at)) why.say("what stands around or beside texts can't be said");
  if (last && plain.axis == Axis::attribute) return both(attribute_exists(*plain.step, why), at_end);
  if (last && plain.step->test == Step::Test::text && plain.axis == Axis::child) return text_exists(*plain.step, why);
  if (last && may_be_text(plain)) why.say("node() inside a condition may be a text, which can't be said");
  Element element = element_of(plain, why);
  const Condition rest = exists_from(steps, at + 1, at_end, why);
  if (rest.is_never() || why.too_long(element.compound.tests.size())) return Condition::never();
  element.compound.tests += rest.compound();
  if (plain.axis == Axis::self && element.compound.tag.empty()) return Condition::of(element.compound.tests);
  return along(plain.axis, element.compound.text(), element.next, why);
}

// At least `least` of what the step leads to.
Condition at_least(const PlainStep& plain, int least, Why& why) {
  if (least <= 0) return Condition::always();
  const Element element = element_of(plain, why);
  if (plain.axis == Axis::child) {
    const Counted counted{Counted::By::siblings, {.tag = "", .tests = element.compound.text()}};
    return Condition::of(":has(> " + at_position({0, least}, counted, why).compound() + ")");
  }
  const bool before = plain.axis == Axis::preceding_sibling;
  if ((before || plain.axis == Axis::following_sibling) && element.compound.text() == "*" && !element.next)
    return at_position({1, least + 1, !before}, {Counted::By::siblings, {}}, why);
  why.say("count() of these can't be said");
  return Condition::never();
}

Condition counted_is(Kind kind, const Expr& path, double number, Why& why) {
  if (!is_plain_path(path) || std::floor(number) != number || std::fabs(number) > 10'000) {
    why.say("this count() can't be said");
    return Condition::never();
  }
  const int n = static_cast<int>(number);
  if (n == 0 && (kind == Kind::more || kind == Kind::unequal)) return exists(path.steps, Condition::always(), why);
  if (n == 1 && kind == Kind::at_least) return exists(path.steps, Condition::always(), why);
  if ((n == 0 && (kind == Kind::equal || kind == Kind::at_most)) || (n == 1 && kind == Kind::less))
    return negated(exists(path.steps, Condition::always(), why));
  const auto steps = plain_steps(path.steps);
  if (steps.size() != 1) why.say("count() of what lies deeper can't be said");
  if (why.said()) return Condition::never();
  switch (kind) {
    case Kind::more:
      return at_least(steps[0], n + 1, why);
    case Kind::at_least:
      return at_least(steps[0], n, why);
    case Kind::less:
      return negated(at_least(steps[0], n, why));
    case Kind::at_most:
      return negated(at_least(steps[0], n + 1, why));
    default: {
      const Condition exactly = both(at_least(steps[0], n, why), negated(at_least(steps[0], n + 1, why)));
      return kind == Kind::equal ? exactly : negated(exactly);
    }
  }
}

// substring(X, string-length(X) - 3) = "text": how XPath 1.0 asks for an end.
const Expr* end_of(const Expr& expr, const std::string& text) {
  if (expr.kind != Kind::call || expr.text != "substring" || expr.parts.size() != 2) return nullptr;
  const auto is_length = [](const Expr& e) { return e.kind == Kind::call && e.text == "string-length"; };
  double back = 0;
  const Expr* from = &expr.parts[1];
  if (from->kind == Kind::add && from->parts[1].kind == Kind::number)
    back -= from->parts[1].number, from = &from->parts[0];
  if (from->kind != Kind::subtract || !is_length(from->parts[0])) return nullptr;
  const Expr& taken = from->parts[1];
  const bool by_text = taken.kind == Kind::call && taken.text == "string-length" && taken.parts.size() == 1 &&
                       taken.parts[0].kind == Kind::literal && taken.parts[0].text == text;
  std::size_t length = 0;
  for (const char c : text) length += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  if (!by_text && taken.kind != Kind::number) return nullptr;
  const double size = by_text ? static_cast<double>(length) : taken.number;
  return size + back == static_cast<double>(length) - 1 ? &expr.parts[0] : nullptr;
}

Condition is_text(bool equal, const Expr& subject, const std::string& text, Why& why) {
  if (subject.kind == Kind::call && (subject.text == "name" || subject.text == "local-name") && subject.parts.empty()) {
    const Condition named = is_identifier(text) ? Condition::of(":is(" + text + ")") : Condition::never();
    return equal ? named : negated(named);
  }
  if (const Expr* whole = end_of(subject, text)) {
    const Condition ends = compared(Comparison::ends, *whole, text, why);
    return equal ? ends : negated(ends);
  }
  Condition same = compared(Comparison::equals, subject, text, why);
  if (equal) return same;
  if (subject.kind != Kind::path) return negated(same);
  // Of several nodes one that differs is enough.
  const bool single = is_dot(subject) || (subject.steps.size() == 1 && subject.steps[0].axis == Axis::attribute);
  if (!single) why.say("!= of several elements can't be said");
  return both(exists(subject.steps, Condition::always(), why), negated(same));
}

// Inside and, or and not() a number is no position: it is true unless it is 0.
Condition truth_of(const Expr& expr, const Counted& counted, Why& why) {
  if (expr.kind == Kind::number) return expr.number != 0 ? Condition::always() : Condition::never();
  if (expr.kind == Kind::call && expr.text == "last") return Condition::always();
  if (expr.kind == Kind::subtract) why.say("arithmetic can't be said");
  return condition_of(expr, counted, why);
}

Condition of_comparison(const Expr& expr, Why& why) {
  const bool equality = expr.kind == Kind::equal || expr.kind == Kind::unequal;
  const bool equal = expr.kind == Kind::equal;
  const bool turn = expr.parts[0].kind == Kind::literal || expr.parts[0].kind == Kind::number;
  const Expr& left = expr.parts[turn ? 1 : 0];
  const Expr& right = expr.parts[turn ? 0 : 1];
  if (const auto text = constant(right); text && equality) return is_text(equal, left, *text, why);
  if (!turn && right.kind == Kind::number && left.kind == Kind::call && left.parts.size() == 1) {
    if (left.text == "count") return counted_is(expr.kind, left.parts[0], right.number, why);
    const bool some = expr.kind == Kind::more || expr.kind == Kind::unequal;
    if (left.text == "string-length" && right.number == 0 && (some || equal)) {
      const Condition filled = not_empty(left.parts[0], why);
      return some ? filled : negated(filled);
    }
  }
  if (equality && right.kind == Kind::call && (right.text == "true" || right.text == "false")) {
    const Condition is = truth_of(left, {}, why);
    return (right.text == "true") == equal ? is : negated(is);
  }
  why.say(equality ? "what is compared here can't be said" : "numbers are not compared");
  return Condition::never();
}

Condition of_call(const Expr& call, const Counted& counted, Why& why) {
  const std::size_t arguments = call.parts.size();
  if (call.text == "not" && arguments == 1) return negated(truth_of(call.parts[0], counted, why));
  if (call.text == "boolean" && arguments == 1) return truth_of(call.parts[0], counted, why);
  if (call.text == "true" && arguments == 0) return Condition::always();
  if (call.text == "false" && arguments == 0) return Condition::never();
  if (call.text == "contains" || call.text == "starts-with") {
    const auto text = arguments == 2 ? constant(call.parts[1]) : std::nullopt;
    if (!text) why.say(call.text + "() needs a text in quotes");
    if (why.said()) return Condition::never();
    return compared(call.text == "contains" ? Comparison::has : Comparison::begins, call.parts[0], *text, why);
  }
  if (call.text == "string" || call.text == "normalize-space")
    return not_empty(arguments == 0
                         ? path_of({.axis = Axis::self, .test = Step::Test::node, .name = {}, .predicates = {}})
                         : call.parts[0],
                     why);
  if (call.text == "string-length" && arguments == 1) return not_empty(call.parts[0], why);
  if (call.text == "count" && arguments == 1) why.say("count() needs a comparison");
  why.say(call.text == "ends-with" || call.text == "matches" || call.text == "lower-case"
              ? call.text + "() is no function of XPath 1.0"
              : call.text + "() is not known here");
  return Condition::never();
}

}  // namespace

bool may_be_text(const PlainStep& plain) {
  const bool elements = plain.axis == Axis::self || plain.axis == Axis::parent || plain.axis == Axis::ancestor ||
                        plain.axis == Axis::ancestor_or_self || plain.axis == Axis::attribute;
  return plain.step->test == Step::Test::node && !elements;
}

std::vector<PlainStep> plain_steps(const std::vector<Step>& steps) {
  std::vector<PlainStep> out;
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const Step& step = steps[i];
    const bool plain = step.test == Step::Test::node && step.predicates.empty();
    if (plain && step.axis == Axis::self && steps.size() > 1) continue;
    const bool to_child =
        i + 1 < steps.size() && steps[i + 1].axis == Axis::child && steps[i + 1].test != Step::Test::text;
    if (plain && step.axis == Axis::descendant_or_self && to_child) {
      out.push_back({&steps[++i], Axis::descendant, true});
    } else {
      out.push_back({&step, step.axis, false});
    }
  }
  return out;
}

bool begins_at_texts(const std::vector<PlainStep>& steps, std::size_t at) {
  if (at == 0 || !may_be_text(steps[at - 1])) return false;
  switch (steps[at].axis) {
    case Axis::child:
    case Axis::descendant:
    case Axis::descendant_or_self:
    case Axis::self:
    case Axis::attribute:
      return false;
    default:
      return true;
  }
}

Compound compound_of(const Step& step, Why& why) {
  if (step.test == Step::Test::text) why.say("what lies behind a text can't be said");
  if (step.test == Step::Test::other) why.say("comments are not read");
  if (step.test == Step::Test::name && !is_identifier(step.name)) why.say("'" + step.name + "' is no element of HTML");
  return {.tag = step.test == Step::Test::name ? step.name : "", .tests = ""};
}

Condition exists(const std::vector<Step>& steps, const Condition& at_end, Why& why) {
  return why.said() ? Condition::never() : exists_from(plain_steps(steps), 0, at_end, why);
}

Condition condition_of(const Expr& predicate, const Counted& counted, Why& why) {
  if (why.said()) return Condition::never();
  if (const auto place = position_of(predicate, why)) return at_position(*place, counted, why);
  switch (predicate.kind) {
    case Kind::either:
      return either(truth_of(predicate.parts[0], counted, why), truth_of(predicate.parts[1], counted, why));
    case Kind::both:
      return both(truth_of(predicate.parts[0], counted, why), truth_of(predicate.parts[1], counted, why));
    case Kind::unite:
      if (predicate.parts[0].kind == Kind::call || predicate.parts[1].kind == Kind::call)
        why.say("'|' joins paths, not conditions; 'or' is meant");
      return either(condition_of(predicate.parts[0], {}, why), condition_of(predicate.parts[1], {}, why));
    case Kind::path:
      if (is_plain_path(predicate)) return exists(predicate.steps, Condition::always(), why);
      why.say("a path from the document inside a condition can't be said");
      return Condition::never();
    case Kind::literal:
      return predicate.text.empty() ? Condition::never() : Condition::always();
    case Kind::equal:
    case Kind::unequal:
    case Kind::less:
    case Kind::at_most:
    case Kind::more:
    case Kind::at_least:
      return of_comparison(predicate, why);
    case Kind::call:
      return of_call(predicate, counted, why);
    default:
      why.say("arithmetic can't be said");
      return Condition::never();
  }
}

}  // namespace winnow::importing
