// CSS selectors (Selectors 4) as site files use them: type, universal, class, id, attribute ([a], =, ~=, |=,
// ^=, $=, *=, with i), the combinators (descendant, >, +, ~), lists, :is, :where, :not, :has, :first-child,
// :last-child, :only-child, :nth-child and :nth-last-child (also "of"), the same -of-type, :empty, :root. Where the
// standard forgives or HTML ignores case in an attribute's value, this does not. Ours are:
//   [a*=" x" w], w: white space collapsed and a space on both ends, so that this is a word that begins with x
//   :contains("text")  somewhere inside, white space collapsed, script and style left out
//   :text(*= "text")   the text inside as it stands, script and style too, compared with =, ^=, $= or *=; flags i and w
//   :own-text(...), :first-text(...)  some text right inside the element; the first such text; :own-text() any text
//   :nth-match(1 of S), :nth-last-match(1 of S)  counted in the whole document
//   T:nearest-around(S), T:nearest-after(S), T:nearest-before(S)  the nearest T around an S, behind or in front of it
//                      among its siblings; T is what stands on the left in the compound
//   S::text            at the end of a selector: the text nodes right inside S
//   S::text-after, S::text-before  those behind S, or in front of it, among its siblings
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

// What is wrong with a selector.
struct SelectorFault {
  std::size_t character = 0;  // 1-based, in code points
  std::string what;           // what is wrong and what would be right
};

class Selector {
 public:
  // The error says what is wrong and at which character (1-based) of the selector.
  [[nodiscard]] static Result<Selector> compile(std::string_view text);
  // The same with the place as a value.
  [[nodiscard]] static tl::expected<Selector, SelectorFault> parse(std::string_view text);

  [[nodiscard]] bool matches(const Document& document, NodeId element) const;
  // All elements (and texts, where it ends in ::text) inside `within` (itself left out) that match, in document order;
  // the selector sees the whole document, as querySelectorAll does.
  [[nodiscard]] std::vector<NodeId> select(const Document& document, NodeId within = Document::root()) const;
  [[nodiscard]] NodeId first(const Document& document, NodeId within = Document::root()) const;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  struct Compiled;
  std::string text_;
  std::shared_ptr<const Compiled> compiled_;  // shared: selectors are copied with their rules
};

}  // namespace winnow::parse
