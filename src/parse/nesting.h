// A scan over HTML text that keeps what Gumbo must build within bounds: start tags that would open an element
// deeper than `depth`, or one more formatting element (HTML 13.2.4.3) than can be reopened cheaply, are left
// out with their end tags; attributes past a count go; the text is cut where the tree would pass `nodes`; inside
// SVG and MathML the tags that lead back to HTML go (their content stays).
// An estimate of the tree, not a parser: of ordinary HTML it changes nothing. Pure, linear.
#pragma once

#include <string>
#include <string_view>

#include "parse/document.h"
#include "parse/element_kinds.h"
#include "parse/markup_scanner.h"

namespace winnow::parse {

// Takes what stays, in order.
class MarkupSink {
 public:
  virtual ~MarkupSink() = default;
  virtual void start_tag(const Markup& tag, const ElementKind& kind, bool foreign) = 0;
  virtual void end_tag(const Markup& tag) = 0;
  virtual void text(std::string_view text) = 0;
  // What stands in an element whose content is no markup; `references` tells whether it has entities.
  virtual void raw_text(std::string_view text, bool references) = 0;
  virtual void comment(std::string_view text) = 0;
  virtual void doctype(std::string_view text) = 0;
};

// Returns what was cut off and why; empty when all is there.
[[nodiscard]] std::string bound_nesting(std::string_view html, const ParseLimits& limits, MarkupSink& sink);

}  // namespace winnow::parse
