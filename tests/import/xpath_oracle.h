// XPath as libxml2 runs it, on our tree: the reference for what is converted. And pages at random that have what an
// expression speaks of, and near misses of it.
#pragma once

#include <optional>
#include <random>
#include <string>
#include <vector>

#include "import/xpath.h"
#include "parse/document.h"

namespace winnow::importing {

// What libxml2 gives for an expression: elements and texts of ours in document order (of attributes the elements that
// have them; the document itself is left out),
// or a string. Nothing where it refuses the expression.
struct Evaluated {
  std::vector<parse::NodeId> nodes;
  std::optional<std::string> string;
};

class XPathOracle {
 public:
  explicit XPathOracle(const parse::Document& document);
  ~XPathOracle();
  XPathOracle(const XPathOracle&) = delete;
  XPathOracle& operator=(const XPathOracle&) = delete;

  [[nodiscard]] std::optional<Evaluated> evaluate(const std::string& xpath) const;

 private:
  void* tree_;
};

[[nodiscard]] std::string page_about(const Expr& expr, std::mt19937& random);

}  // namespace winnow::importing
