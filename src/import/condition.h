// What an element must be, in the words of our selectors: alternatives, each a compound without an element's name
// (".a[b]"). Pure values. Also how names and texts are written in a selector.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::importing {

struct Condition {
  std::vector<std::string> any;  // none: nothing is so; one that is empty: everything is so

  [[nodiscard]] static Condition always() { return {{""}}; }
  [[nodiscard]] static Condition never() { return {}; }
  [[nodiscard]] static Condition of(std::string compound) { return {{std::move(compound)}}; }

  [[nodiscard]] bool is_always() const;
  [[nodiscard]] bool is_never() const { return any.empty(); }
  // As one compound: "", ".a", ":is(.a, .b)", ":not(*)".
  [[nodiscard]] std::string compound() const;
};

[[nodiscard]] Condition both(const Condition& a, const Condition& b);
[[nodiscard]] Condition either(const Condition& a, const Condition& b);
[[nodiscard]] Condition negated(const Condition& a);

// An element: its name ("" for any) and what else it must be.
struct Compound {
  std::string tag = {};
  std::string tests = {};
  [[nodiscard]] std::string text() const { return tag.empty() && tests.empty() ? "*" : tag + tests; }
};

[[nodiscard]] std::string joined(const std::vector<std::string>& texts, std::string_view between);
// In double quotes, escaped.
[[nodiscard]] std::string in_quotes(std::string_view text);
// Whether it may stand as a name without escapes.
[[nodiscard]] bool is_identifier(std::string_view text);

}  // namespace winnow::importing
