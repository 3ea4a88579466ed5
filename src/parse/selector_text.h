// The texts of a document's elements, for :contains and :text: all text once in a row, an element's a part of it, and
// one search for each wanted text. Private to parse/.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "parse/document.h"
#include "parse/selector_program.h"

namespace winnow::parse::css {

struct TextForm {
  bool collapse = false;  // white space
  bool code = true;       // also script and style
  bool fold = false;      // ASCII lower case
  bool operator<(const TextForm& other) const {
    return std::tie(collapse, code, fold) < std::tie(other.collapse, other.code, other.fold);
  }
};

class AllText {
 public:
  AllText(const Document& document, const TextForm& form);

  // The element's text; where white space is collapsed, none stands at its ends.
  [[nodiscard]] std::string_view of(const Document& document, NodeId element) const;
  // The places where `wanted`, in the same form, begins; ascending.
  [[nodiscard]] std::vector<std::size_t> places(std::string_view wanted) const;
  [[nodiscard]] std::size_t offset(std::string_view part) const;  // of a part that of() gave

 private:
  TextForm form_;
  std::string all_;
  std::vector<std::size_t> offsets_;  // of each node, and the end
};

// The text tests of one run: `inside` is linear in the wanted text for each element.
class TextTests {
 public:
  explicit TextTests(const Document& document) : document_(document) {}

  // Before the test is asked about elements.
  void prepare(const Test& test);
  [[nodiscard]] bool passes(const Test& test, NodeId element) const;

 private:
  struct Prepared {
    const AllText* text = nullptr;
    std::string wanted;
    std::vector<std::size_t> places;
  };
  [[nodiscard]] bool inside(const Prepared& prepared, std::string_view text) const;
  [[nodiscard]] static bool as_words(const Test& test, const std::string& wanted, std::string_view text, bool inside);

  const Document& document_;
  std::map<TextForm, std::unique_ptr<AllText>> texts_;
  std::map<const Test*, Prepared> prepared_;
};

// Whether some text node directly inside the element, or the first one, passes.
[[nodiscard]] bool own_text_passes(const Document& document, const Test& test, NodeId element);

}  // namespace winnow::parse::css
