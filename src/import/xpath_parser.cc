// XPath 1.0, section 3, by recursive descent: after an operand a name or '*' is an operator (3.7).
#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>

#include "base/scan.h"
#include "base/utf8.h"
#include "import/xpath.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

constexpr std::size_t kMaxText = 4096;
constexpr int kMaxDepth = 32;
constexpr int kMaxNodes = 2000;

constexpr std::pair<std::string_view, Axis> kAxes[] = {{"child", Axis::child},
                                                       {"descendant", Axis::descendant},
                                                       {"descendant-or-self", Axis::descendant_or_self},
                                                       {"parent", Axis::parent},
                                                       {"ancestor", Axis::ancestor},
                                                       {"ancestor-or-self", Axis::ancestor_or_self},
                                                       {"following-sibling", Axis::following_sibling},
                                                       {"preceding-sibling", Axis::preceding_sibling},
                                                       {"following", Axis::following},
                                                       {"preceding", Axis::preceding},
                                                       {"self", Axis::self},
                                                       {"attribute", Axis::attribute}};

struct Operator {
  std::string_view sign;
  Kind kind;
};
// By level, the loosest first; of two that begin alike the longer first.
constexpr std::array<std::array<Operator, 4>, 6> kLevels = {{
    {{{"or", Kind::either}}},
    {{{"and", Kind::both}}},
    {{{"!=", Kind::unequal}, {"=", Kind::equal}}},
    {{{"<=", Kind::at_most}, {">=", Kind::at_least}, {"<", Kind::less}, {">", Kind::more}}},
    {{{"+", Kind::add}, {"-", Kind::subtract}}},
    {{{"*", Kind::multiply}, {"div", Kind::divide}, {"mod", Kind::modulo}}},
}};

bool is_name_start(char c) { return ascii::is_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name(char c) { return is_name_start(c) || ascii::is_digit(c) || c == '-' || c == '.'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  tl::expected<Expr, XPathFault> run() {
    if (text_.size() > kMaxText) return tl::unexpected(XPathFault{1, "it is longer than 4096 bytes"});
    Expr expr = binary(0);
    skip_space();
    if (!done()) fault("'" + shown() + "' is not expected here");
    if (fault_) return tl::unexpected(*fault_);
    return expr;
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }
  void skip_space() {
    while (!done() && ascii::is_space(peek())) ++at_;
  }
  [[nodiscard]] std::string shown() const { return utf8::shorten(text_.substr(at_), 20); }

  void fault(const std::string& what) {
    if (!fault_) fault_ = XPathFault{utf8::length(text_.substr(0, at_)) + 1, what};
    at_ = text_.size();
  }

  bool accept(std::string_view sign) {
    skip_space();
    if (!text_.substr(at_).starts_with(sign)) return false;
    at_ += sign.size();
    return true;
  }
  void expect(std::string_view sign) {
    if (!accept(sign)) fault("'" + std::string(sign) + "' is expected here");
  }

  // A word that is an operator may not run on into a longer name.
  bool accept_operator(std::string_view sign) {
    skip_space();
    if (sign.empty() || !text_.substr(at_).starts_with(sign)) return false;
    if (is_name_start(sign[0]) && is_name(peek(sign.size()))) return false;
    at_ += sign.size();
    return true;
  }

  std::string name() {
    skip_space();
    const std::size_t start = at_;
    if (is_name_start(peek())) {
      while (!done() && is_name(peek())) ++at_;
    }
    return std::string(text_.substr(start, at_ - start));
  }

  // Counts levels and nodes, so that no text is too much.
  struct Level {
    explicit Level(Parser& parser) : parser_(parser) {
      if (++parser_.depth_ > kMaxDepth || ++parser_.nodes_ > kMaxNodes) parser_.fault("it is nested too deep");
    }
    ~Level() { --parser_.depth_; }
    Level(const Level&) = delete;
    Level& operator=(const Level&) = delete;
    Parser& parser_;
  };

  Expr binary(std::size_t level) {
    if (level == kLevels.size()) return unary();
    Expr left = binary(level + 1);
    for (bool more = true; more && !fault_;) {
      more = false;
      for (const Operator& op : kLevels[level]) {
        if (!accept_operator(op.sign)) continue;
        Expr both{.kind = op.kind};
        both.parts.push_back(std::move(left));
        both.parts.push_back(binary(level + 1));
        left = std::move(both);
        if (++nodes_ > kMaxNodes) fault("it has too many parts");
        more = true;
        break;
      }
    }
    return left;
  }

  Expr unary() {
    const Level level(*this);
    if (!fault_ && accept("-")) {
      Expr expr{.kind = Kind::negate};
      expr.parts.push_back(unary());
      return expr;
    }
    Expr left = path();
    while (!fault_ && accept("|")) {
      Expr both{.kind = Kind::unite};
      both.parts.push_back(std::move(left));
      both.parts.push_back(path());
      left = std::move(both);
    }
    return left;
  }

  Expr path() {
    skip_space();
    if (fault_) return {};
    const bool primary = peek() == '(' || peek() == '"' || peek() == '\'' || ascii::is_digit(peek()) ||
                         (peek() == '.' && ascii::is_digit(peek(1))) || peek() == '$' || at_function();
    return primary ? filter() : location({.kind = Kind::path});
  }

  // A name before '(' that is no node test.
  [[nodiscard]] bool at_function() const {
    if (!is_name_start(peek())) return false;
    std::size_t end = at_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    const std::string_view word = text_.substr(at_, end - at_);
    while (end < text_.size() && ascii::is_space(text_[end])) ++end;
    return end < text_.size() && text_[end] == '(' && word != "node" && word != "text" && word != "comment" &&
           word != "processing-instruction";
  }

  Expr filter() {
    Expr expr = primary();
    if (accept_predicate()) {
      Expr filtered{.kind = Kind::filter};
      filtered.parts.push_back(std::move(expr));
      filtered.predicates = predicates();
      expr = std::move(filtered);
    }
    skip_space();
    if (peek() != '/' || fault_) return expr;
    Expr from{.kind = Kind::path};
    from.parts.push_back(std::move(expr));
    return location(std::move(from));
  }

  Expr primary() {
    if (accept("(")) {
      Expr inside = binary(0);
      expect(")");
      return inside;
    }
    if (peek() == '"' || peek() == '\'') return literal();
    if (peek() == '$') {
      fault("variables have no value here");
      return {};
    }
    if (ascii::is_digit(peek()) || peek() == '.') return number();
    Expr call{.kind = Kind::call, .text = name()};
    expect("(");
    if (accept(")")) return call;
    do call.parts.push_back(binary(0));
    while (!fault_ && accept(","));
    expect(")");
    return call;
  }

  Expr literal() {
    const char quote = peek();
    const std::size_t end = text_.find(quote, at_ + 1);
    if (end == text_.npos) {
      fault("this quote is never closed");
      return {};
    }
    Expr expr{.kind = Kind::literal, .text = std::string(text_.substr(at_ + 1, end - at_ - 1))};
    at_ = end + 1;
    return expr;
  }

  Expr number() {
    const std::size_t start = at_;
    while (!done() && (ascii::is_digit(peek()) || peek() == '.')) ++at_;
    return {.kind = Kind::number,
            .number = std::strtod(std::string(text_.substr(start, at_ - start)).c_str(), nullptr)};
  }

  static Step anywhere() {
    return {.axis = Axis::descendant_or_self, .test = Step::Test::node, .name = {}, .predicates = {}};
  }

  Expr location(Expr expr) {
    const bool inner = expr.parts.empty();
    if (accept("//")) {
      expr.absolute = inner;
      expr.steps.push_back(anywhere());
    } else if (accept("/")) {
      expr.absolute = inner;
      skip_space();
      if (inner && !at_step()) return expr;  // the document itself
    }
    for (bool more = true; more && !fault_;) {
      expr.steps.push_back(step());
      if ((more = accept("//"))) {
        expr.steps.push_back(anywhere());
      } else {
        more = accept("/");
      }
    }
    return expr;
  }

  [[nodiscard]] bool at_step() const {
    return is_name_start(peek()) || peek() == '.' || peek() == '@' || peek() == '*';
  }

  Step step() {
    const Level level(*this);
    Step step;
    if (accept("..")) {
      step.axis = Axis::parent;
      return step;
    }
    if (accept(".")) {
      step.axis = Axis::self;
      return step;
    }
    if (accept("@")) {
      step.axis = Axis::attribute;
    } else {
      axis(step);
    }
    node_test(step);
    if (accept_predicate()) step.predicates = predicates();
    return step;
  }

  void axis(Step& step) {
    const std::size_t start = at_;
    const std::string word = name();
    if (word.empty() || !accept("::")) {
      at_ = fault_ ? at_ : start;
      return;
    }
    const auto* found =
        std::find_if(std::begin(kAxes), std::end(kAxes), [&](const auto& a) { return a.first == word; });
    if (found == std::end(kAxes)) return fault("'" + word + "' is no axis");
    step.axis = found->second;
  }

  void node_test(Step& step) {
    if (accept("*")) {
      step.test = Step::Test::any;
      return;
    }
    const std::string word = name();
    if (word.empty()) return fault(done() ? "the path ends too early" : "'" + shown() + "' is no step of a path");
    if (peek() == ':') return fault("names with a prefix are not known here");
    if (!accept("(")) {
      step.test = Step::Test::name;
      step.name = ascii::lower(word);
      return;
    }
    step.test = word == "text" ? Step::Test::text : word == "node" ? Step::Test::node : Step::Test::other;
    if (word == "processing-instruction" && (peek() == '"' || peek() == '\'')) literal();
    expect(")");
  }

  bool accept_predicate() {
    skip_space();
    return !fault_ && peek() == '[';
  }

  std::vector<Expr> predicates() {
    std::vector<Expr> out;
    while (!fault_ && accept("[")) {
      out.push_back(binary(0));
      expect("]");
    }
    return out;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0, nodes_ = 0;
  std::optional<XPathFault> fault_;
};

}  // namespace

tl::expected<Expr, XPathFault> parse_xpath(std::string_view text) { return Parser(text).run(); }

}  // namespace winnow::importing
