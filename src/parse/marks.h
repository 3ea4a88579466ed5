// Elements as marks (winnow/observation.h). Pure, linear in the page.
#pragma once

#include <cstdint>
#include <string_view>

#include "parse/document.h"
#include "winnow/observation.h"

namespace winnow::parse {

// Of words that belong together; `name` without its digits: "div", ".", "post-12".
[[nodiscard]] std::uint32_t mark_of(std::string_view kind, std::string_view what, std::string_view name);

[[nodiscard]] ElementSeen element_seen(const Document& document, NodeId id);

// Sorted, each once; of more than kObservedMarks the smallest, which are the same ones on each page that has them.
[[nodiscard]] Marks settled(Marks marks);

// Of all elements that shape the page: one for each class and id, and for each element without either that says how
// the page is built, what it stands in.
[[nodiscard]] Marks layout_of(const Document& document);

// Names of meta elements, properties in JSON-LD.
[[nodiscard]] Marks told_by(const Document& document);

}  // namespace winnow::parse
