// Comparisons of attributes and texts.
#include <algorithm>
#include <utility>

#include "base/scan.h"
#include "import/convert.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

// What is compared: a path, and what functions make of its string.
struct Subject {
  std::vector<Step> steps;
  bool collapsed = false;                           // normalize-space()
  bool space_before = false, space_behind = false;  // concat(' ', ..., ' ')
  std::string from, to;                             // translate()
  bool function = false;                            // the first node's string, not any node's
};

bool is_space_literal(const Expr& expr) { return expr.kind == Kind::literal && expr.text == " "; }

bool read_subject(const Expr& expr, Subject& out);

bool read_concat(const Expr& expr, Subject& out) {
  const std::size_t count = expr.parts.size();
  const bool before = count > 0 && is_space_literal(expr.parts.front());
  const bool behind = count > 1 && is_space_literal(expr.parts.back());
  if (count != 1u + (before ? 1 : 0) + (behind ? 1 : 0)) return false;
  out.space_before = before, out.space_behind = behind;
  if (!read_subject(expr.parts[before ? 1 : 0], out)) return false;
  out.collapsed = true;  // "concat(' ', @class, ' ')" means the same
  return true;
}

bool read_subject(const Expr& expr, Subject& out) {
  if (expr.kind == Kind::path && !expr.absolute && expr.parts.empty()) {
    out.steps = expr.steps;
    return true;
  }
  if (expr.kind != Kind::call) return false;
  out.function = true;
  const std::size_t count = expr.parts.size();
  if (expr.text == "string" || expr.text == "normalize-space") {
    out.collapsed |= expr.text == "normalize-space";
    if (count == 1) return read_subject(expr.parts[0], out);
    out.steps = {{.axis = Axis::self, .test = Step::Test::node, .name = {}, .predicates = {}}};
    return count == 0;
  }
  if (expr.text == "concat") return read_concat(expr, out);
  const bool translates = expr.text == "translate" && count == 3 && expr.parts[1].kind == Kind::literal &&
                          expr.parts[2].kind == Kind::literal && out.from.empty();
  if (!translates) return false;
  out.from = expr.parts[1].text, out.to = expr.parts[2].text;
  return read_subject(expr.parts[0], out);
}

// translate() that makes letters small or great, as far as `text` has them: then case does not count.
bool folds(const Subject& subject, const std::string& text) {
  if (subject.from.size() != subject.to.size()) return false;
  std::string made;
  for (std::size_t i = 0; i < subject.from.size(); ++i) {
    const char from = subject.from[i], to = subject.to[i];
    if (from == to || static_cast<unsigned char>(from) >= 0x80) continue;
    if (ascii::lower(from) != ascii::lower(to)) return false;
    made += to;
  }
  return std::all_of(text.begin(), text.end(),
                     [&](char c) { return !ascii::is_alpha(c) || made.find(c) != made.npos; });
}

// How a value is asked for in a selector: "[a" OP "text" FLAGS "]".
struct Asked {
  std::string open, close;
  std::string flags;
  [[nodiscard]] Condition test(const char* op, const std::string& text) const {
    return Condition::of(open + op + in_quotes(text) + flags + close);
  }
};

Condition as_it_stands(Comparison how, const Asked& asked, const std::string& text) {
  if (text.empty() && how != Comparison::equals) return Condition::always();
  switch (how) {
    case Comparison::equals:
      return asked.test("=", text);
    case Comparison::has:
      return asked.test("*=", text);
    case Comparison::begins:
      return asked.test("^=", text);
    case Comparison::ends:
      return asked.test("$=", text);
  }
  return Condition::never();
}

// With the flag w: the value is collapsed and has a space on both ends, whether the subject has it there or not.
class AsWords {
 public:
  AsWords(const Subject& subject, const Asked& asked) : subject_(subject), asked_(asked) { asked_.flags += " w"; }

  Condition compared(Comparison how, std::string text, Why& why) const {
    if (text.find_first_of("\t\n\r\f") != text.npos || text.find("  ") != text.npos) return Condition::never();
    if (text.empty() && how != Comparison::equals) return Condition::always();
    if (how == Comparison::has) return has(text, why);
    const bool at_start = how != Comparison::ends, at_end = how != Comparison::begins;
    if (at_start && subject_.space_before && !take(text, true)) return Condition::never();
    if (at_end && subject_.space_behind && !take(text, false)) return Condition::never();
    if ((at_start && text.starts_with(' ')) || (at_end && text.ends_with(' '))) return Condition::never();
    if (how == Comparison::equals) return asked_.test("=", " " + text + " ");
    if (text.empty()) return Condition::always();
    const bool begins = how == Comparison::begins;
    const Condition found = asked_.test(begins ? "^=" : "$=", begins ? " " + text : text + " ");
    // "By " begins "By Jane", but not "By", which has a space behind it only for the flag.
    const bool open =
        begins ? text.ends_with(' ') && !subject_.space_behind : text.starts_with(' ') && !subject_.space_before;
    return open ? both(found, negated(asked_.test("=", begins ? " " + text : text + " "))) : found;
  }

 private:
  static bool take(std::string& text, bool front) {
    if (text.empty() || (front ? text.front() : text.back()) != ' ') return false;
    text.erase(front ? 0 : text.size() - 1, 1);
    return true;
  }

  Condition has(const std::string& text, Why& why) const {
    if (text == " " && (subject_.space_before || subject_.space_behind)) return Condition::always();
    if ((text.starts_with(' ') && !subject_.space_before) || (text.ends_with(' ') && !subject_.space_behind))
      why.say("a space at the end of what normalize-space() must contain can't be said");
    return asked_.test("*=", text);
  }

  const Subject& subject_;
  Asked asked_;
};

Condition value_is(Comparison how, const Subject& subject, Asked asked, const std::string& text, Why& why) {
  if (!subject.from.empty()) {
    if (!folds(subject, text)) why.say("this translate() can't be said");
    asked.flags += " i";
  }
  return subject.collapsed ? AsWords(subject, asked).compared(how, text, why) : as_it_stands(how, asked, text);
}

// ".story" for what looks for " story " in the words of the class, "#main" for an id.
std::optional<Condition> in_short(Comparison how, const Subject& subject, const std::string& name,
                                  const std::string& text) {
  if (!subject.from.empty()) return std::nullopt;
  if (name == "id" && how == Comparison::equals && !subject.collapsed && is_identifier(text))
    return Condition::of("#" + text);
  const bool word = how == Comparison::has && subject.space_before && subject.space_behind && text.size() > 2 &&
                    text.front() == ' ' && text.back() == ' ';
  if (!word) return std::nullopt;
  const std::string bare = text.substr(1, text.size() - 2);
  if (bare.find_first_of(" \t\n\r\f") != bare.npos) return std::nullopt;
  if (name == "class" && is_identifier(bare)) return Condition::of("." + bare);
  return Condition::of("[" + name + "~=" + in_quotes(bare) + "]");
}

Condition attribute_is(Comparison how, const Subject& subject, const Step& step, const std::string& text, Why& why) {
  if (step.test != Step::Test::name) why.say("@* , any attribute, can't be said");
  if (!step.predicates.empty()) why.say("a condition of an attribute that is compared can't be said");
  if (!is_identifier(step.name)) why.say("'" + step.name + "' is no attribute of HTML");
  if (auto said = in_short(how, subject, step.name, text)) return *said;
  return value_is(how, subject, {"[" + step.name, "]", ""}, text, why);
}

Condition element_is(Comparison how, const Subject& subject, const std::string& text, Why& why) {
  return value_is(how, subject, {":text(", ")", ""}, text, why);
}

bool is_first(const Step& step) {
  return step.predicates.size() == 1 && step.predicates[0].kind == Kind::number && step.predicates[0].number == 1;
}

Condition text_is(Comparison how, const Subject& subject, const Step& step, const std::string& text, Why& why) {
  if (!step.predicates.empty() && !is_first(step)) why.say("a condition of a text that is compared can't be said");
  const bool any = how == Comparison::equals && !subject.function && step.predicates.empty();
  return value_is(how, subject, {any ? ":own-text(" : ":first-text(", ")", ""}, text, why);
}

bool leads_to_one(Axis axis) { return axis == Axis::self || axis == Axis::parent; }

// The path to the first node only, which is the one whose string a function takes.
std::vector<Step> first_only(std::vector<Step> steps, Why& why) {
  if (steps.empty()) return steps;
  const bool value = steps.back().axis == Axis::attribute || steps.back().test == Step::Test::text;
  const std::size_t elements = steps.size() - (value ? 1 : 0);
  for (std::size_t i = 0; i < elements; ++i) {
    if (leads_to_one(steps[i].axis)) continue;
    if (i + 1 != elements || steps[i].axis != Axis::child) {
      why.say("the first of several elements at any depth can't be said");
      return steps;
    }
    if (steps.back().axis == Axis::attribute) {
      Expr has{.kind = Kind::path};
      has.steps.push_back(steps.back());
      steps[i].predicates.push_back(std::move(has));
    } else if (value) {
      why.say("the first text of several elements can't be said");
    }
    steps[i].predicates.push_back({.kind = Kind::number, .number = 1});
  }
  return steps;
}

template <class OnAttribute, class OnText, class OnElement>
Condition at_the_end(const std::vector<Step>& steps, OnAttribute attribute, OnText text, OnElement element, Why& why) {
  if (steps.empty() || why.said()) return Condition::never();
  const Step& last = steps.back();
  const bool is_attribute = last.axis == Axis::attribute;
  const bool is_text = last.test == Step::Test::text && last.axis == Axis::child;
  if (!is_attribute && !is_text) return exists(steps, element(), why);
  const Condition found = is_attribute ? attribute(last) : text(last);
  const std::vector<Step> before(steps.begin(), steps.end() - 1);
  return before.empty() ? found : exists(before, found, why);
}

}  // namespace

Condition compared(Comparison how, const Expr& expr, const std::string& text, Why& why) {
  Subject subject;
  if (!read_subject(expr, subject)) {
    why.say("what is compared here can't be said");
    return Condition::never();
  }
  if (how != Comparison::equals && text.empty()) return Condition::always();
  if (how != Comparison::equals || subject.function) subject.steps = first_only(std::move(subject.steps), why);
  const Condition found = at_the_end(
      subject.steps, [&](const Step& step) { return attribute_is(how, subject, step, text, why); },
      [&](const Step& step) { return text_is(how, subject, step, text, why); },
      [&] { return element_is(how, subject, text, why); }, why);
  // The string of what is not there is empty.
  const bool or_missing = subject.function && text.empty() && !subject.space_before && !subject.space_behind;
  return or_missing ? either(negated(exists(subject.steps, Condition::always(), why)), found) : found;
}

Condition not_empty(const Expr& expr, Why& why) {
  Subject subject;
  if (!read_subject(expr, subject) || !subject.from.empty() || subject.space_before || subject.space_behind) {
    why.say("this string can't be asked for");
    return Condition::never();
  }
  subject.steps = first_only(std::move(subject.steps), why);
  const Comparison how = Comparison::equals;
  return at_the_end(
      subject.steps,
      [&](const Step& step) {
        return both(Condition::of("[" + step.name + "]"), negated(attribute_is(how, subject, step, "", why)));
      },
      [&](const Step&) {
        why.say("an empty text can't be asked for");
        return Condition::never();
      },
      [&] { return negated(element_is(how, subject, "", why)); }, why);
}

}  // namespace winnow::importing
