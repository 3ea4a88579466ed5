// A place in a template: the elements around its text, written as "div.story#main[data-id={id}]>div.inner".
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace winnow::sites {

struct Element {
  std::string tag, id;
  std::vector<std::string> classes;
  std::vector<std::pair<std::string, std::string>> attributes;

  bool operator==(const Element&) const = default;
};

// What stands for {NAME} in the values of attributes.
using Values = std::vector<std::pair<std::string_view, std::string>>;

// How a site writes its markup.
struct Markup {
  bool upper = false;     // tags in upper case, values without quotes where that is allowed
  bool unclosed = false;  // no </P> and </LI>
  char quote = '"';
};

class Box {
 public:
  Box() = default;  // no element: the text stands bare
  explicit Box(std::string_view notation);

  [[nodiscard]] std::string open(const Markup& markup, const Values& values = {}) const;
  [[nodiscard]] std::string close(const Markup& markup) const;
  [[nodiscard]] bool empty() const { return elements.empty(); }
  [[nodiscard]] std::string notation() const;

  std::vector<Element> elements;  // the outermost first

  bool operator==(const Box&) const = default;
};

[[nodiscard]] std::string escaped(std::string_view text);  // for texts and for attributes in either quote

}  // namespace winnow::sites
