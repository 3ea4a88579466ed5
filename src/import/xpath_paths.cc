// Paths as selectors, step by step: at each the selectors of all elements that it leads to.
#include <algorithm>
#include <utility>

#include "import/convert.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

// "main > " and "div.story"
struct Complex {
  std::string left;
  Compound last;
  [[nodiscard]] std::string text() const { return left + last.text(); }
};
using Complexes = std::vector<Complex>;

// Inside a pseudo-class that sets them into a relation: "a.b", ":is(main > a.b, p)".
std::string as_compound(const Complexes& all) {
  if (all.size() == 1 && all[0].left.empty()) return all[0].last.text();
  std::vector<std::string> texts;
  for (const Complex& one : all) texts.push_back(one.text());
  return ":is(" + joined(texts, ", ") + ")";
}

std::string as_list(const Complexes& all) {
  std::vector<std::string> texts;
  for (const Complex& one : all) texts.push_back(one.text());
  return joined(texts, ", ");
}

// Several that differ in their last compound only in what stands on its left: nothing is joined, the list is kept.
class Path {
 public:
  explicit Path(Why& why) : why_(why) {}

  // From the document itself.
  void at_document() { document_ = true; }
  void at(Complexes all) { all_ = std::move(all); }

  void walk(const std::vector<Step>& steps) {
    const std::vector<PlainStep> plain = plain_steps(steps);
    for (const PlainStep& step : plain) {
      if (begins_at_texts(plain, static_cast<std::size_t>(&step - plain.data())))
        why_.say("what stands around or beside texts can't be said");
      if (why_.said()) return;
      if (&step == &plain.back() && may_be_text(step)) take_texts_of_node(step);
      take(step);
      std::size_t size = 0;
      for (const Complex& one : all_) size += one.text().size();
      if (why_.too_long(size)) return;
    }
  }

  [[nodiscard]] const Complexes& all() const { return all_; }
  [[nodiscard]] const std::string& attribute() const { return attribute_; }
  [[nodiscard]] std::vector<std::string> css() const {
    std::vector<std::string> out;
    for (const Complex& one : all_) out.push_back(one.text() + texts_);
    out.insert(out.end(), more_.begin(), more_.end());
    return out;
  }

 private:
  void take(const PlainStep& plain) {
    if (!texts_.empty() || !attribute_.empty()) return why_.say("nothing lies behind an attribute or a text");
    if (plain.axis == Axis::attribute) return take_attribute(*plain.step);
    if (plain.step->test == Step::Test::text) return take_texts(plain);
    Compound element = compound_of(*plain.step, why_);
    if (document_) {
      document_ = false;
      return from_document(plain, element);
    }
    along(plain, element);
  }

  void from_document(const PlainStep& plain, Compound element) {
    if (plain.axis == Axis::child) {
      if (!element.tag.empty() && element.tag != "html")
        return why_.say("it selects nothing: what begins at the document itself is html; write // in front");
      if (element.tag.empty()) element.tests = ":root";
      return put("", std::move(element), plain, Counted::By::siblings);
    }
    if (plain.axis == Axis::descendant)
      return put("", std::move(element), plain, plain.sibling_places ? Counted::By::siblings : Counted::By::document);
    if (plain.axis == Axis::descendant_or_self) {
      everywhere_ = plain.step->test == Step::Test::node && plain.step->predicates.empty();
      return put("", std::move(element), plain, Counted::By::document);
    }
    why_.say("it selects nothing: the document has nothing beside or above it");
  }

  void along(const PlainStep& plain, const Compound& element) {
    // "//" begins at the document, too, which is no element: what lies in it is all that there is.
    const bool inside = plain.axis == Axis::descendant || plain.axis == Axis::descendant_or_self;
    if (std::exchange(everywhere_, false) && inside) return put("", element, plain, Counted::By::nothing);
    const std::string from = as_compound(all_);
    switch (plain.axis) {
      case Axis::child:
        return each(" > ", element, plain, Counted::By::siblings);
      case Axis::descendant:
        return each(" ", element, plain, plain.sibling_places ? Counted::By::siblings : Counted::By::nothing);
      case Axis::following_sibling:
      case Axis::preceding_sibling:
      case Axis::ancestor:
        return toward(plain, element, from);
      case Axis::self:
        return narrow(plain, element);
      case Axis::parent:
        return has("> ", plain, element, from);
      case Axis::ancestor_or_self:
      case Axis::descendant_or_self:
        return with_self(plain, element, from);
      case Axis::following:
        return following(plain, element, from);
      case Axis::preceding:
        return preceding(plain, element, from);
      case Axis::attribute:
        return;
    }
  }

  // What the step's conditions make of an element that stands behind `left`.
  void put(const std::string& left, Compound element, const PlainStep& plain, Counted::By by) {
    add_conditions(plain, element, by, 0);
    all_ = {{left, std::move(element)}};
  }

  void each(const char* combinator, Compound element, const PlainStep& plain, Counted::By by) {
    add_conditions(plain, element, by, 0);
    for (Complex& one : all_) one = {one.text() + combinator, element};
  }

  void add_conditions(const PlainStep& plain, Compound& element, Counted::By by, std::size_t first) {
    for (std::size_t i = first; i < plain.step->predicates.size() && !why_.said(); ++i) {
      const Condition condition = condition_of(plain.step->predicates[i], {by, element}, why_);
      if (condition.is_never()) why_.say("it selects nothing: its condition never holds");
      element.tests += condition.compound();
      if (why_.too_long(element.tests.size())) return;
    }
  }

  // self and parent lead to one element: its place is 1.
  void add_single_conditions(const PlainStep& plain, Compound& element) {
    for (const Expr& predicate : plain.step->predicates) {
      const auto place = position_of(predicate, why_);
      if (place && place->step == 0 && place->offset == 1 && !place->negated) continue;
      if (place) why_.say("it selects nothing: there is one element only");
      element.tests += condition_of(predicate, {}, why_).compound();
    }
  }

  void narrow(const PlainStep& plain, Compound element) {
    add_single_conditions(plain, element);
    Complexes out;
    for (Complex one : all_) {
      if (!element.tag.empty() && !one.last.tag.empty() && one.last.tag != element.tag) continue;
      if (!element.tag.empty() && one.last.tag.empty()) one.last.tag = element.tag;
      one.last.tests += element.tests;
      out.push_back(std::move(one));
    }
    if (out.empty()) why_.say("it selects nothing: an element has one name only");
    all_ = std::move(out);
  }

  void has(const char* relation, const PlainStep& plain, Compound element, const std::string& from) {
    element.tests += ":has(" + (std::string(relation) + from) + ")";
    Compound rest = {.tag = element.tag, .tests = ""};
    add_single_conditions(plain, rest);
    element.tests = rest.tests + element.tests;
    all_ = {{"", std::move(element)}};
  }

  // Siblings and ancestors: places are counted from each element where the path comes from, the nearest first.
  void toward(const PlainStep& plain, Compound element, const std::string& from) {
    std::size_t at = 0;
    std::optional<Position> place;
    for (; at < plain.step->predicates.size() && !place && !why_.said(); ++at) {
      place = position_of(plain.step->predicates[at], why_);
      if (!place) element.tests += condition_of(plain.step->predicates[at], {}, why_).compound();
    }
    if (why_.said()) return;
    const bool sayable = !place || (place->step == 0 && !place->negated && place->offset > 0 && place->offset < 9 &&
                                    (!place->from_end || place->offset == 1));
    if (!sayable) return why_.say("these positions among what stands beside or around an element can't be said");
    if (!place) {
      relate(plain.axis, std::move(element), from);
    } else if (place->from_end) {
      farthest(plain.axis, std::move(element), from);
    } else {
      nearest(plain.axis, element, from, place->offset);
    }
    for (Complex& one : all_) add_conditions(plain, one.last, Counted::By::nothing, at);
  }

  void relate(Axis axis, Compound element, const std::string& from) {
    if (axis == Axis::following_sibling) {
      for (Complex& one : all_) one = {one.text() + " ~ ", element};
      return;
    }
    element.tests += std::string(":has(") + (axis == Axis::ancestor ? "" : "~ ") + from + ")";
    all_ = {{"", std::move(element)}};
  }

  void nearest(Axis axis, const Compound& element, const std::string& from, int place) {
    if (element.text() == "*" && axis != Axis::ancestor && place == 1) {
      if (axis == Axis::following_sibling) {
        for (Complex& one : all_) one = {one.text() + " + ", element};
      } else {
        all_ = {{"", {.tag = "", .tests = ":has(+ " + from + ")"}}};
      }
      return;
    }
    const std::string name = axis == Axis::ancestor            ? ":nearest-around("
                             : axis == Axis::following_sibling ? ":nearest-after("
                                                               : ":nearest-before(";
    std::string last = as_list(all_);
    for (int n = 1; n < place && !why_.too_long(last.size()); ++n) {
      last.insert(0, element.text() + name);
      last += ')';
    }
    all_ = {{"", {.tag = element.tag, .tests = element.tests + name + last + ")"}}};
  }

  // The last of all siblings that are such, if it stands there; the outermost of all around.
  void farthest(Axis axis, Compound element, const std::string& from) {
    const Counted counted{Counted::By::siblings, element};
    if (axis == Axis::ancestor) {
      element.tests += ":not(" + element.text() + " *):has(" + from + ")";
      all_ = {{"", std::move(element)}};
      return;
    }
    element.tests += at_position({0, 1, axis == Axis::following_sibling}, counted, why_).compound();
    relate(axis, std::move(element), from);
  }

  void with_self(const PlainStep& plain, const Compound& element, const std::string& from) {
    const Complexes before = all_;
    Path self(why_);
    self.at(before);
    self.narrow_if_any(plain, element);
    Compound other = element;
    add_conditions(plain, other, Counted::By::nothing, 0);
    if (plain.axis == Axis::ancestor_or_self) {
      other.tests += ":has(" + from + ")";
      all_ = {{"", std::move(other)}};
    } else {
      for (Complex& one : all_) one = {one.text() + " ", other};
    }
    all_.insert(all_.begin(), self.all_.begin(), self.all_.end());
  }

  void narrow_if_any(const PlainStep& plain, const Compound& element) {
    std::erase_if(all_, [&](const Complex& one) {
      return !element.tag.empty() && !one.last.tag.empty() && one.last.tag != element.tag;
    });
    if (!all_.empty()) narrow(plain, element);
  }

  void following(const PlainStep& plain, Compound element, const std::string& from) {
    add_conditions(plain, element, Counted::By::nothing, 0);
    const std::string around = ":is(" + from + ", :has(" + from + "))";
    all_ = {{around + " ~ ", element}, {around + " ~ * ", element}};
  }

  void preceding(const PlainStep& plain, Compound element, const std::string& from) {
    add_conditions(plain, element, Counted::By::nothing, 0);
    const std::string before = ":has(~ " + from + ", ~ * " + from + ")";
    all_ = {{"", {.tag = element.tag, .tests = element.tests + before}}, {before + " ", element}};
  }

  void take_attribute(const Step& step) {
    if (step.test != Step::Test::name) return why_.say("@* , any attribute, can't be said");
    if (!is_identifier(step.name)) return why_.say("'" + step.name + "' is no attribute of HTML");
    attribute_ = step.name;
    Expr path{.kind = Kind::path};
    path.steps.push_back(step);
    const Condition has = exists(path.steps, Condition::always(), why_);
    if (document_) return why_.say("it selects nothing: the document has no attributes");
    for (Complex& one : all_) one.last.tests += has.compound();
  }

  void take_texts(const PlainStep& plain) {
    if (document_) return why_.say("it selects nothing: the document has no text of its own");
    if (!plain.step->predicates.empty()) return why_.say("a condition of a text that is selected can't be said");
    texts_ = plain.axis == Axis::child               ? "::text"
             : plain.axis == Axis::following_sibling ? "::text-after"
             : plain.axis == Axis::preceding_sibling ? "::text-before"
                                                     : "";
    if (texts_.empty()) why_.say("texts on this axis can't be said");
  }

  // node(), the last step: beside the elements, which follow, the texts.
  void take_texts_of_node(const PlainStep& plain) {
    if (document_ && plain.axis != Axis::child) return why_.say("all that a page has can't be meant");
    if (document_) return;
    take_texts(plain);
    for (const Complex& one : all_) more_.push_back(one.text() + texts_);
    texts_.clear();
  }

  Why& why_;
  bool document_ = false;
  bool everywhere_ = false;  // at the document and all in it
  Complexes all_;
  std::string attribute_;
  std::string texts_;              // the pseudo-element of texts, where they are selected
  std::vector<std::string> more_;  // further selectors, of texts
};

bool has_texts(const Selected& selected) {
  return std::any_of(selected.css.begin(), selected.css.end(),
                     [](const std::string& css) { return css.find("::text") != css.npos; });
}

// "(//x)[1]": counted in the whole document.
Complexes filtered(const Expr& filter, const Selected& inside, Why& why) {
  Compound element{.tag = "", .tests = ""};
  const std::string all = joined(inside.css, ", ");
  bool counted = false;
  for (const Expr& predicate : filter.predicates) {
    const auto place = position_of(predicate, why);
    if (place && !counted) {
      Compound what{.tag = "", .tests = all};
      if (!element.tests.empty()) what.tests = ":is(" + all + ")" + element.tests;
      const std::string at = at_position(*place, {Counted::By::document, what}, why).compound();
      element.tests = place->negated ? ":is(" + what.tests + ")" + at : at;
      counted = true;
    } else if (place) {
      why.say("a position among what a position chose can't be said");
    } else {
      element.tests += condition_of(predicate, {}, why).compound();
    }
  }
  if (!counted) element.tests = ":is(" + all + ")" + element.tests;
  return {{"", std::move(element)}};
}

// id('main')
std::optional<std::string> by_id(const Expr& expr) {
  if (expr.kind != Kind::call || expr.text != "id" || expr.parts.size() != 1) return std::nullopt;
  const auto text = constant(expr.parts[0]);
  if (!text || text->find(' ') != text->npos) return std::nullopt;
  return is_identifier(*text) ? "#" + *text : "[id=" + in_quotes(*text) + "]";
}

Selected selected_by_union(const Expr& expr, Why& why) {
  Selected left = selected_by(expr.parts[0], why);
  const Selected right = selected_by(expr.parts[1], why);
  if (left.attribute != right.attribute) why.say("elements and different attributes can't be taken at once");
  for (const std::string& css : right.css) {
    if (std::find(left.css.begin(), left.css.end(), css) == left.css.end()) left.css.push_back(css);
  }
  return left;
}

}  // namespace

Selected selected_by(const Expr& expr, Why& why) {
  if (why.said()) return {};
  if (expr.kind == Kind::unite) return selected_by_union(expr, why);
  Path path(why);
  Selected inside;
  if (expr.kind == Kind::filter) {
    inside = selected_by(expr.parts[0], why);
    if (has_texts(inside)) why.say("a condition of a text that is selected can't be said");
    path.at(filtered(expr, inside, why));
  } else if (expr.kind == Kind::path && !expr.parts.empty()) {
    inside = selected_by(expr.parts[0], why);
    if (!inside.attribute.empty() || has_texts(inside)) why.say("nothing lies behind an attribute or a text");
    Complexes all;
    for (const std::string& css : inside.css) all.push_back({"", {.tag = "", .tests = ":is(" + css + ")"}});
    if (inside.css.size() == 1 && inside.css[0].find_first_of(" ,") == std::string::npos)
      all = {{"", {.tag = "", .tests = inside.css[0]}}};
    if (inside.css.size() == 1 && inside.css[0].starts_with(":nth-")) all = {{"", {.tag = "", .tests = inside.css[0]}}};
    path.at(std::move(all));
    inside = {};
  } else if (expr.kind == Kind::path) {
    path.at_document();
    if (expr.absolute && expr.steps.empty()) why.say("the document as a whole can't be selected");
  } else if (const auto id = by_id(expr)) {
    path.at({{"", {.tag = "", .tests = *id}}});
  } else {
    why.say("it selects no elements");
  }
  path.walk(expr.steps);
  Selected out{path.css(), path.attribute().empty() ? inside.attribute : path.attribute()};
  if (out.css.empty()) why.say("it selects nothing");
  return out;
}

}  // namespace winnow::importing
