// One place where a rule looks ("h1", "meta:og:title", "jsonld:headline"), and how what stands there becomes values.
// Private to extract/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/regex.h"
#include "base/result.h"
#include "base/url.h"
#include "parse/document.h"
#include "parse/selector.h"

namespace winnow::extract {

// A page as rules see it; its JSON-LD is read when the first locator asks.
class RulePage {
 public:
  RulePage(const parse::Document& document, const Url* base) : document_(document), base_(base) {}

  [[nodiscard]] const parse::Document& document() const { return document_; }
  [[nodiscard]] const Url* base() const { return base_; }
  [[nodiscard]] const std::vector<Json>& jsonld();

 private:
  const parse::Document& document_;
  const Url* base_;
  std::optional<std::vector<Json>> jsonld_;
};

// What a rule does with the texts that its locator gives.
struct ValueShape {
  std::string attr = {};            // css only; empty: the text
  std::string cut_before = {};      // up to and with the first of this text; where there is none, nothing is cut
  std::string cut_after = {};       // from the first of this text, after that
  std::optional<Regex> match = {};  // the first group that took part, else the whole match; others are no value
  std::string split = {};
  std::string join = {};  // all values become one
  bool many = false;      // else the first value counts
  bool link = false;      // an address: href unless `attr` says otherwise, made absolute, http or https
};

class Locator {
 public:
  // The error is that of the selector, or says what stands behind "meta:" or "jsonld:".
  [[nodiscard]] static Result<Locator> compile(std::string_view text);
  // One that gives this text on any page.
  [[nodiscard]] static Locator fixed(std::string_view value);

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] bool is_css() const { return kind_ == Kind::css; }
  // The elements of a css locator; none for others.
  [[nodiscard]] std::vector<parse::NodeId> elements(const parse::Document& document) const;
  // White space collapsed, no empty ones, at most 256.
  [[nodiscard]] std::vector<std::string> values(RulePage& page, const ValueShape& shape) const;

 private:
  enum class Kind { css, meta, jsonld, fixed };
  [[nodiscard]] std::vector<std::string> raw(RulePage& page, const ValueShape& shape) const;

  Kind kind_ = Kind::css;
  std::string text_;
  std::string name_;  // of the meta, the path, or the fixed value
  parse::Selector selector_;
};

}  // namespace winnow::extract
