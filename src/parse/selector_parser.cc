// Selectors 4, section 18 (grammar), to a Program. Where the standard forgives (an unknown selector inside :is), this
// does not: a site file's mistakes are to be seen.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/scan.h"
#include "base/utf8.h"
#include "parse/selector_program.h"
#include "parse/selector_scanner.h"

namespace winnow::parse::css {
namespace {

constexpr std::string_view kKnownPseudo =
    ":is, :where, :not, :has, :root, :empty, :contains, :first-child, :last-child, :only-child, :nth-child, "
    ":nth-last-child, :first-of-type, :last-of-type, :only-of-type, :nth-of-type, :nth-last-of-type";

Test nth_test(int step, int offset, bool of_type, bool from_end) {
  return {.kind = Test::Kind::nth, .nth = {step, offset, of_type, from_end}};
}

// Pseudo-classes without an argument; empty for any other.
std::vector<Test> plain_pseudo(std::string_view name) {
  if (name == "root") return {{.kind = Test::Kind::root}};
  if (name == "empty") return {{.kind = Test::Kind::empty}};
  if (name == "first-child") return {nth_test(0, 1, false, false)};
  if (name == "last-child") return {nth_test(0, 1, false, true)};
  if (name == "first-of-type") return {nth_test(0, 1, true, false)};
  if (name == "last-of-type") return {nth_test(0, 1, true, true)};
  if (name == "only-child") return {nth_test(0, 1, false, false), nth_test(0, 1, false, true)};
  if (name == "only-of-type") return {nth_test(0, 1, true, false), nth_test(0, 1, true, true)};
  return {};
}

std::optional<Nth> nth_pseudo(std::string_view name) {
  if (name == "nth-child") return Nth{.of_type = false, .from_end = false};
  if (name == "nth-last-child") return Nth{.of_type = false, .from_end = true};
  if (name == "nth-of-type") return Nth{.of_type = true, .from_end = false};
  if (name == "nth-last-of-type") return Nth{.of_type = true, .from_end = true};
  return std::nullopt;
}

// The relation of the left element to the right one, for a combinator that says the reverse.
Relation ahead(Relation combinator) {
  switch (combinator) {
    case Relation::child:
      return Relation::holds_child;
    case Relation::next:
      return Relation::before_next;
    case Relation::later:
      return Relation::before;
    default:
      return Relation::holds;
  }
}

bool is_sibling(Relation r) {
  return r == Relation::next || r == Relation::later || r == Relation::before_next || r == Relation::before;
}

struct Compound {
  Relation combinator = Relation::none;  // to the compound on its left
  std::vector<Test> tests;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  Result<Program> run() {
    program_.accept = list(false);
    if (!in_.done()) fault(in_.at(), std::string("unexpected '") + in_.peek() + "'; write ',' between selectors");
    if (error_) return fail(Code::invalid, *error_);
    return std::move(program_);
  }

 private:
  // The first fault stands; reading then stops, since nothing is left.
  void fault(std::size_t at, const std::string& what) {
    if (!error_) {
      const std::size_t character = utf8::length(in_.text().substr(0, at)) + 1;
      error_ =
          "selector \"" + utf8::shorten(in_.text(), 80) + "\": at character " + std::to_string(character) + ": " + what;
    }
    in_.skip_to_end();
  }

  std::uint64_t list(bool relative) {
    std::uint64_t accept = 0;
    do {
      accept |= complex(relative);
      in_.skip_space();
    } while (!error_ && in_.accept(','));
    return accept;
  }

  // Returns the bit of the step that stands for the whole.
  std::uint64_t complex(bool relative) {
    std::vector<Compound> compounds;
    in_.skip_space();
    Relation combinator = explicit_combinator();
    if (combinator != Relation::none && !relative) {
      fault(in_.at() - 1, "a combinator needs an element on its left; write it in front, or '*' for any");
    }
    if (relative && combinator == Relation::none) combinator = Relation::inside;
    while (!error_) {
      in_.skip_space();
      compounds.push_back({combinator, compound()});
      combinator = next_combinator();
      if (combinator == Relation::none) break;
    }
    return error_ ? 0 : relative ? emit_relative(compounds) : emit(compounds);
  }

  Relation explicit_combinator() {
    const char c = in_.peek();
    const Relation r = c == '>'   ? Relation::child
                       : c == '+' ? Relation::next
                       : c == '~' ? Relation::later
                                  : Relation::none;
    if (r != Relation::none) in_.skip();
    return r;
  }

  Relation next_combinator() {
    const bool space = in_.skip_space();
    const Relation r = explicit_combinator();
    if (r != Relation::none) return r;
    return space && !in_.done() && in_.peek() != ',' && in_.peek() != ')' ? Relation::inside : Relation::none;
  }

  std::uint64_t add(std::vector<Test> tests, Relation relation, std::size_t other) {
    if (program_.steps.size() == kMaxSteps) {
      fault(in_.at(), "more than 64 compound selectors; split the rule into several");
      return 0;
    }
    program_.siblings |= is_sibling(relation);
    program_.ahead |= relation >= Relation::holds;
    program_.steps.push_back({std::move(tests), relation, other});
    return std::uint64_t{1} << (program_.steps.size() - 1);
  }

  std::size_t newest() const { return program_.steps.empty() ? 0 : program_.steps.size() - 1; }

  std::uint64_t emit(std::vector<Compound>& compounds) {
    std::uint64_t bit = 0;
    for (Compound& c : compounds) bit = add(std::move(c.tests), c.combinator, newest());
    return bit;
  }

  // From the right: each step asks what lies ahead of it; the last one is the element that :has stands on.
  std::uint64_t emit_relative(std::vector<Compound>& compounds) {
    Relation relation = Relation::none;
    for (auto c = compounds.rbegin(); c != compounds.rend(); ++c) {
      add(std::move(c->tests), relation, newest());
      relation = ahead(c->combinator);
    }
    return add({}, relation, newest());
  }

  std::vector<Test> compound() {
    std::vector<Test> tests;
    const std::size_t start = in_.at();
    const bool universal = in_.accept('*');
    if (!universal && in_.at_identifier()) tests.push_back({.kind = Test::Kind::tag, .name = ascii::lower(in_.name())});
    if (in_.peek() == '|' && in_.peek(1) != '=')
      fault(in_.at(), "namespaces are not known here; leave out what stands before '|' and the bar");
    while (!error_ && subclass(tests)) {
    }
    if (!error_ && in_.at() == start) fault(start, nothing_here());
    if (!error_ && (in_.at_identifier() || in_.peek() == '*'))
      fault(in_.at(), "an element's name stands first: div.class, not .class*div");
    return tests;
  }

  std::string nothing_here() const {
    if (in_.done()) return "the selector ends too early; write an element, .class, #id or [attribute]";
    if (in_.peek() == ',' || in_.peek() == ')')
      return std::string("nothing stands before '") + in_.peek() + "'; write a selector or leave it out";
    return std::string("unexpected '") + in_.peek() + "'; write an element, .class, #id or [attribute]";
  }

  bool subclass(std::vector<Test>& tests) {
    switch (in_.peek()) {
      case '#':
        named(tests, Test::Kind::id, "an id", '#');
        return true;
      case '.':
        named(tests, Test::Kind::klass, "a class", '.');
        return true;
      case '[':
        attribute(tests);
        return true;
      case ':':
        pseudo(tests);
        return true;
      default:
        return false;
    }
  }

  void named(std::vector<Test>& tests, Test::Kind kind, std::string_view what, char sign) {
    in_.skip();
    if (!in_.at_identifier()) {
      std::string text = std::string(what) + " must follow '" + sign + "'";
      if (in_.peek() >= '0' && in_.peek() <= '9') {
        text += std::string("; one that begins with a digit is written ") + sign + "\\3" + in_.peek() + " …, or ";
        text += kind == Test::Kind::id ? "[id=\"…\"]" : "[class~=\"…\"]";
      }
      fault(in_.at(), text);
      return;
    }
    tests.push_back({.kind = kind, .name = in_.name()});
  }

  void attribute(std::vector<Test>& tests) {
    const std::size_t start = in_.at();
    in_.skip();
    in_.skip_space();
    Test test{.kind = Test::Kind::attribute};
    if (!in_.at_identifier())
      return fault(in_.at(), "an attribute's name must follow '['; write [name] or [name=\"value\"]");
    test.name = ascii::lower(in_.name());
    in_.skip_space();
    if (!in_.done() && in_.peek() != ']') comparison(test);
    in_.skip_space();
    if (error_) return;
    if (in_.done()) return fault(start, "this '[' is never closed; write ']' behind the value");
    if (!in_.accept(']'))
      return fault(in_.at(), "']' is expected here; a value with other signs needs quotes: [name=\"value\"]");
    tests.push_back(std::move(test));
  }

  void comparison(Test& test) {
    static constexpr std::pair<std::string_view, Compare> kSigns[] = {
        {"=", Compare::equals},  {"~=", Compare::word},   {"|=", Compare::dash},
        {"^=", Compare::prefix}, {"$=", Compare::suffix}, {"*=", Compare::substring}};
    const auto* sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& s) {
      return in_.text().substr(in_.at(), s.first.size()) == s.first;
    });
    if (sign == std::end(kSigns)) return fault(in_.at(), "an attribute is compared with =, ~=, |=, ^=, $= or *=");
    in_.skip(sign->first.size());
    test.compare = sign->second;
    in_.skip_space();
    value(test);
    in_.skip_space();
    if (!in_.at_identifier()) return;
    const std::size_t at = in_.at();
    const std::string flag = ascii::lower(in_.name());
    if (flag != "i" && flag != "s") fault(at, "only i (case does not count) or s may stand behind the value");
    test.fold = flag == "i";
  }

  void value(Test& test) {
    if (in_.peek() == '"' || in_.peek() == '\'') return string(test);
    if (!in_.at_identifier()) return fault(in_.at(), "a value that is no plain name needs quotes: [name=\"value\"]");
    test.value = in_.name();
  }

  void string(Test& test) {
    const std::size_t start = in_.at();
    auto text = in_.quoted();
    if (!text) return fault(start, "this quote is never closed; write the same quote behind the text");
    test.value = std::move(*text);
  }

  void pseudo(std::vector<Test>& tests) {
    const std::size_t start = in_.at();
    in_.skip();
    if (in_.peek() == ':')
      return fault(start, "pseudo-elements select no element; leave it out (a rule takes the text, or `attr`)");
    const std::string name = ascii::lower(in_.name());
    if (in_.accept('(')) return function(tests, name, start);
    auto plain = plain_pseudo(name);
    if (plain.empty()) return unknown(name, start);
    program_.siblings |= plain.front().kind == Test::Kind::nth;
    std::move(plain.begin(), plain.end(), std::back_inserter(tests));
  }

  void unknown(const std::string& name, std::size_t start) {
    static constexpr std::string_view kFunctions[] = {"is", "where", "not", "has", "contains"};
    const bool needs =
        nth_pseudo(name) || std::find(std::begin(kFunctions), std::end(kFunctions), name) != std::end(kFunctions);
    if (needs) return fault(in_.at(), ":" + name + " needs an argument: :" + name + "(…)");
    fault(start, "unknown pseudo-class ':" + name + "'; known are " + std::string(kKnownPseudo));
  }

  void function(std::vector<Test>& tests, const std::string& name, std::size_t start) {
    if (++nesting_ > kMaxNesting) return fault(start, "more than 8 pseudo-classes inside each other; write it flatter");
    if (name == "is" || name == "where" || name == "has") {
      const std::uint64_t steps = list(name == "has");
      tests.push_back({.kind = Test::Kind::one_of, .steps = steps});
    } else if (name == "not") {
      tests.push_back({.kind = Test::Kind::none_of, .steps = list(false)});
    } else if (name == "contains") {
      contains(tests);
    } else if (auto nth = nth_pseudo(name)) {
      position(tests, *nth);
    } else {
      fault(start, "unknown pseudo-class ':" + name + "()'; known are " + std::string(kKnownPseudo));
    }
    --nesting_;
    in_.skip_space();
    if (!error_ && !in_.accept(')')) fault(in_.at(), "':" + name + "(' is not closed here; write ')'");
  }

  void contains(std::vector<Test>& tests) {
    in_.skip_space();
    if (in_.peek() != '"' && in_.peek() != '\'')
      return fault(in_.at(), ":contains needs a quoted text: :contains(\"text\")");
    tests.push_back({.kind = Test::Kind::contains});
    string(tests.back());
  }

  void position(std::vector<Test>& tests, Nth nth) {
    const std::size_t start = in_.at();
    if (!parse_nth(in_.until(')'), nth)) return fault(start, "a position is a number, odd, even or like 2n+1");
    program_.siblings = true;
    tests.push_back({.kind = Test::Kind::nth, .nth = nth});
  }

  Scanner in_;
  Program program_;
  std::optional<std::string> error_;
  int nesting_ = 0;
};

}  // namespace

Result<Program> compile(std::string_view selector) {
  if (selector.size() > kMaxText)
    return fail(Code::invalid, "a selector of more than 4096 bytes; split the rule into several");
  return Parser(selector).run();
}

}  // namespace winnow::parse::css
