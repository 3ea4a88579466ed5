// What an expression gives: elements, an attribute, a part of a text, or a text of its own.
#include <cmath>
#include <utility>

#include "base/regex.h"
#include "base/scan.h"
#include "import/convert.h"
#include "import/selection.h"
#include "parse/selector.h"

namespace winnow::importing {
namespace {

using Kind = Expr::Kind;

// Regular expressions are written for values whose white space is collapsed.
std::string quoted(const std::string& text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (ascii::is_space(text[i])) {
      while (i + 1 < text.size() && ascii::is_space(text[i + 1])) ++i;
      out += ' ';
    } else {
      if (std::string_view("\\.+*?()|[]{}^$").find(text[i]) != std::string_view::npos) out += '\\';
      out += text[i];
    }
  }
  return out;
}

}  // namespace

std::optional<std::string> constant(const Expr& expr) {
  if (expr.kind == Kind::literal) return expr.text;
  if (expr.kind != Kind::call || expr.parts.empty()) return std::nullopt;
  if (expr.text != "string" && expr.text != "normalize-space" && expr.text != "concat") return std::nullopt;
  std::string out;
  for (const Expr& part : expr.parts) {
    const auto text = constant(part);
    if (!text) return std::nullopt;
    out += *text;
  }
  return out;
}

namespace {

// The parts that a chain of substring-after() and substring-before() cuts off, the innermost first.
struct Cuts {
  std::vector<std::string> after;
  std::optional<std::string> before;
  [[nodiscard]] std::string match() const {
    if (after.empty() && !before) return "";
    std::string out = "(?s)";
    if (after.empty()) out += "^";
    for (std::size_t i = 0; i < after.size(); ++i) out += (i == 0 ? "" : ".*?") + quoted(after[i]);
    return out + (before ? "(.*?)" + quoted(*before) : "(.*)$");
  }
};

// The path at the heart of the functions; null where they can't be said.
const Expr* inside(const Expr& expr, Cuts& cuts, Why& why) {
  if (expr.kind != Kind::call || expr.text == "id") return &expr;
  if ((expr.text == "string" || expr.text == "normalize-space") && expr.parts.size() == 1)
    return inside(expr.parts[0], cuts, why);
  const bool after = expr.text == "substring-after", before = expr.text == "substring-before";
  if ((after || before) && expr.parts.size() == 2 && expr.parts[1].kind == Kind::literal) {
    const Expr* heart = inside(expr.parts[0], cuts, why);
    const std::string& text = expr.parts[1].text;
    if (cuts.before) why.say("what is cut off a text that substring-before() gave can't be said");
    if (text.empty()) why.say(expr.text + "() of an empty text");
    if (after) {
      cuts.after.push_back(text);
    } else {
      cuts.before = text;
    }
    return heart;
  }
  why.say(expr.text + (after || before ? "() needs a text in quotes" : "() of what a page says can't be said"));
  return nullptr;
}

}  // namespace

tl::expected<Place, std::string> to_place(const Expr& expr) {
  Why why;
  if (auto text = constant(expr)) {
    if (ascii::trim(*text).empty()) return tl::unexpected(std::string("the text is empty"));
    return Place{.value = std::string(ascii::trim(*text))};
  }
  Cuts cuts;
  const Expr* heart = inside(expr, cuts, why);
  const Selected selected = heart == nullptr ? Selected{} : selected_by(*heart, why);
  if (why.said()) return tl::unexpected(why.reason());
  Place place{.css = joined(selected.css, ", "), .attr = selected.attribute, .match = cuts.match()};
  if (const auto compiled = parse::Selector::parse(place.css); !compiled)
    return tl::unexpected("as a selector it is too much: " + compiled.error().what);
  if (!place.match.empty() && !Regex::compile(place.match))
    return tl::unexpected(std::string("what is cut off is too long"));
  return place;
}

tl::expected<Place, std::string> to_place(std::string_view xpath) {
  const auto expr = parse_xpath(xpath);
  if (expr) return to_place(*expr);
  return tl::unexpected("it is no XPath: at character " + std::to_string(expr.error().character) + ": " +
                        expr.error().what);
}

}  // namespace winnow::importing
