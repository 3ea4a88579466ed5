// XPath 1.0 expressions as trees: what other programs' site files select with. Parsed only, never run.
// Total and bounded: 4 KiB of text, 32 levels. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace winnow::importing {

enum class Axis {
  child, descendant, descendant_or_self, parent, ancestor, ancestor_or_self, following_sibling, preceding_sibling,
  following, preceding, self, attribute
};

struct Expr;

struct Step {
  enum class Test { name, any, text, node, other };  // other: comment() and processing-instruction()
  Axis axis = Axis::child;
  Test test = Test::node;
  std::string name;  // in lower case, as HTML's names are
  std::vector<Expr> predicates;
};

// "//" stands as a step descendant-or-self::node(), as the standard has it (2.5).
struct Expr {
  enum class Kind {
    either, both, equal, unequal, less, at_most, more, at_least, add, subtract, multiply, divide, modulo, negate, unite,
    path, filter, literal, number, call
  };
  Kind kind = Kind::literal;
  std::string text = {};             // literal; call: the function's name
  double number = 0;
  std::vector<Expr> parts = {};      // operands, arguments; filter: what is filtered; path: what it begins at, or none
  bool absolute = false;             // path
  std::vector<Step> steps = {};      // path
  std::vector<Expr> predicates = {}; // filter
};

struct XPathFault {
  std::size_t character = 0;  // 1-based, in code points
  std::string what;
};

[[nodiscard]] tl::expected<Expr, XPathFault> parse_xpath(std::string_view text);

}  // namespace winnow::importing
