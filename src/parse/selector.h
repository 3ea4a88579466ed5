// CSS selectors (Selectors 4) as site files use them: type, universal, class, id, attribute ([a], =, ~=, |=,
// ^=, $=, *=, with i), the combinators (descendant, >, +, ~), lists, :is, :not, :has, :first-child,
// :last-child, :nth-child, :nth-last-child, :first-of-type, :last-of-type, :nth-of-type, :empty, :contains("text").
// Compiled once; immutable, safe from any thread. Work is bounded by the document's size times the
// selector's, and a selector is at most 4 KiB and 64 compounds.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "parse/document.h"

namespace winnow::parse {

class Selector {
 public:
  // The error says what is wrong and at which character (1-based) of the selector.
  [[nodiscard]] static Result<Selector> compile(std::string_view text);

  [[nodiscard]] bool matches(const Document& document, NodeId element) const;
  // All elements inside `within` (itself left out) that match, in document order; the selector sees the
  // whole document, as querySelectorAll does.
  [[nodiscard]] std::vector<NodeId> select(const Document& document, NodeId within = Document::root()) const;
  [[nodiscard]] NodeId first(const Document& document, NodeId within = Document::root()) const;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Compiled;
  std::string text_;
  std::shared_ptr<const Compiled> compiled_;  // shared: selectors are copied with their rules
};

}  // namespace winnow::parse
