// Selectors 4, section 18 (grammar), to a Program. Where the standard forgives (an unknown selector inside :is), this
// does not: a site file's mistakes are to be seen.
#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/scan.h"
#include "base/utf8.h"
#include "parse/selector_program.h"
#include "parse/selector_pseudo.h"
#include "parse/selector_scanner.h"

namespace winnow::parse::css {
namespace {

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
  return r == Relation::next || r == Relation::later || r == Relation::before_next || r == Relation::before ||
         r == Relation::nearest_after || r == Relation::nearest_before;
}

bool is_ahead(Relation r) { return r >= Relation::holds && r != Relation::nearest_after; }

struct Compound {
  Relation combinator = Relation::none;  // to the compound on its left
  std::vector<Test> tests;
};

class Parser {
 public:
  explicit Parser(std::string_view text) : in_(text) {}

  tl::expected<Program, SelectorFault> run() {
    program_.accept = list(false) & ~program_.accept_texts();
    if (!in_.done()) fault(in_.at(), std::string("unexpected '") + in_.peek() + "'; write ',' between selectors");
    if (error_) return tl::unexpected(*error_);
    return std::move(program_);
  }

 private:
  // The first fault stands; reading then stops, since nothing is left.
  void fault(std::size_t at, const std::string& what) {
    if (!error_) error_ = SelectorFault{utf8::length(in_.text().substr(0, at)) + 1, what};
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
      if (std::uint64_t* accept = text_element()) return error_ ? 0 : emit_texts(compounds, *accept);
      combinator = next_combinator();
      if (combinator == Relation::none) break;
    }
    return error_ ? 0 : relative ? emit_relative(compounds) : emit(compounds);
  }

  // ::text and its kin, behind a whole selector only: which of the program's masks it is about; null where there is
  // none.
  std::uint64_t* text_element() {
    if (in_.peek() != ':' || in_.peek(1) != ':') return nullptr;
    const std::size_t start = in_.at();
    in_.skip(2);
    const std::string name = ascii::lower(in_.name());
    if (name != "text" && name != "text-after" && name != "text-before") {
      fault(start, "pseudo-elements here are ::text, the text right inside an element, ::text-after and ::text-before");
    } else if (nesting_ > 0) {
      fault(start, "::text stands at the end of a whole selector, not inside ':…()'");
    } else if (in_.skip_space(); !in_.done() && in_.peek() != ',') {
      fault(in_.at(), "::text stands at the end of a selector; write ',' or nothing behind it");
    }
    return name == "text-after"    ? &program_.accept_text_after
           : name == "text-before" ? &program_.accept_text_before
                                   : &program_.accept_text;
  }

  // A step of its own, since the same bit may not stand for an element.
  std::uint64_t emit_texts(std::vector<Compound>& compounds, std::uint64_t& accept) {
    const std::uint64_t elements = emit(compounds);
    const std::uint64_t bit = add({{.kind = Test::Kind::one_of, .steps = elements}}, Relation::none, 0);
    accept |= bit;
    return bit;
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
    program_.ahead |= is_ahead(relation);
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
    if (!error_ && in_.at() == start && in_.peek() != ':') fault(start, nothing_here());  // ::text stands for *::text
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
        if (in_.peek(1) == ':') return false;
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
    while (!error_ && flag(test)) {
    }
  }

  bool flag(Test& test) {
    in_.skip_space();
    if (!in_.at_identifier()) return false;
    const std::size_t at = in_.at();
    const std::string flag = ascii::lower(in_.name());
    if (flag == "i") {
      test.fold = true;
    } else if (flag == "w") {
      test.words = true;
    } else if (flag != "s") {
      fault(at, "only i (case does not count), s or w (white space collapsed) may stand behind the value");
    }
    return true;
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
    const std::string name = ascii::lower(in_.name());
    if (in_.accept('(')) return function(tests, name, start);
    auto plain = plain_pseudo(name);
    if (plain.empty()) return unknown(name, start);
    program_.siblings |= plain.front().kind == Test::Kind::nth;
    std::move(plain.begin(), plain.end(), std::back_inserter(tests));
  }

  void unknown(const std::string& name, std::size_t start) {
    static constexpr std::string_view kFunctions[] = {"is", "where", "not", "has", "contains"};
    const bool needs = nth_pseudo(name) || text_pseudo(name) || nearest_pseudo(name) ||
                       std::find(std::begin(kFunctions), std::end(kFunctions), name) != std::end(kFunctions);
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
    } else if (const auto text = text_pseudo(name)) {
      text_test(tests, *text);
    } else if (const auto relation = nearest_pseudo(name)) {
      nearest(tests, *relation);
    } else if (const auto nth = nth_pseudo(name)) {
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
    count_text_test();
    tests.push_back({.kind = Test::Kind::contains});
    string(tests.back());
  }

  void text_test(std::vector<Test>& tests, Test::Kind kind) {
    in_.skip_space();
    const std::size_t start = in_.at();
    Test test{.kind = kind};
    count_text_test();
    const bool any = in_.peek() == ')' && kind == Test::Kind::own_text;  // whatever it says
    if (!any) comparison(test);
    if (test.compare == Compare::word || test.compare == Compare::dash)
      return fault(start, "a text is compared with =, ^=, $= or *=");
    tests.push_back(std::move(test));
  }

  void count_text_test() {
    if (++text_tests_ > kMaxTextTests) fault(in_.at(), "more than 32 tests of texts; split the rule into several");
  }

  // What stands on its left in the compound says what is looked for: the nearest such element.
  void nearest(std::vector<Test>& tests, Relation relation) {
    add(tests, Relation::none, 0);
    const std::size_t among = newest();
    add({{.kind = Test::Kind::one_of, .steps = list(false)}}, Relation::none, 0);
    if (error_) return;
    const std::uint64_t bit = add({}, relation, newest());
    if (error_) return;
    program_.steps.back().among = among;
    tests.push_back({.kind = Test::Kind::one_of, .steps = bit});
  }

  void position(std::vector<Test>& tests, Nth nth) {
    const std::size_t start = in_.at();
    if (!parse_nth(in_.until_of(), nth)) return fault(start, "a position is a number, odd, even or like 2n+1");
    Test test{.kind = Test::Kind::nth, .nth = nth};
    const std::size_t behind = in_.at();
    if (in_.accept_of()) {
      if (nth.of_type) return fault(behind, "only :nth-child and :nth-last-child take 'of'; they count what it says");
      test.steps = list(false);
    } else if (nth.of_all) {
      return fault(behind, "what is counted is missing; write it as :nth-match(1 of div.story)");
    }
    program_.siblings = true;
    program_.ahead |= nth.of_all;
    tests.push_back(std::move(test));
  }

  Scanner in_;
  Program program_;
  std::optional<SelectorFault> error_;
  int nesting_ = 0, text_tests_ = 0;
};

}  // namespace

tl::expected<Program, SelectorFault> compile(std::string_view selector) {
  if (selector.size() > kMaxText)
    return tl::unexpected(SelectorFault{1, "more than 4096 bytes are no selector; split the rule into several"});
  return Parser(selector).run();
}

}  // namespace winnow::parse::css
