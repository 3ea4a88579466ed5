// Where a text stands in a document, for :contains: one search over all text, then a look-up an element. White space
// is collapsed, case counts. Private to parse/.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "parse/document.h"

namespace winnow::parse::css {

class TextSearch {
 public:
  TextSearch(const Document& document, std::string_view wanted);

  // Whether the element's text has the wanted one.
  [[nodiscard]] bool inside(const Document& document, NodeId element) const;

 private:
  std::vector<std::size_t> offsets_;  // of each node in the document's text, and the end
  std::vector<std::size_t> found_;    // where the wanted text begins, ascending
  std::size_t length_ = 0;
};

}  // namespace winnow::parse::css
