#include "extract/hidden.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

namespace winnow::extract {
namespace {

using parse::Document;
using parse::NodeId;

constexpr std::size_t kLongestStyle = 2000;

std::string squeezed(std::string_view style) {
  std::string out = ";";
  for (const char c : style.substr(0, kLongestStyle)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return out;
}

// "font-size:0" and "font-size:0px", not "font-size:0.9em".
bool is_zero(const std::string& style, std::string_view property) {
  const std::size_t at = style.find(property);
  if (at == std::string::npos) return false;
  std::string_view value = std::string_view(style).substr(at + property.size());
  value = value.substr(0, value.find(';'));
  if (const std::size_t mark = value.find('!'); mark != std::string_view::npos) value = value.substr(0, mark);
  return value == "0" || value == "0px" || value == "0pt" || value == "0em" || value == "0%";
}

bool is_far_off(const std::string& style, std::string_view property) {
  const std::size_t at = style.find(property);
  if (at == std::string::npos) return false;
  const std::string_view digits = std::string_view(style).substr(at + property.size(), 4);
  return digits.size() == 4 && digits.find_first_not_of("0123456789") == std::string_view::npos;
}

bool style_hides(std::string_view value) {
  const std::string style = squeezed(value);
  return style.find(";display:none") != std::string::npos || style.find(";visibility:hidden") != std::string::npos ||
         style.find(";clip:rect(0") != std::string::npos || style.find(";clip:rect(1px,1px") != std::string::npos ||
         is_zero(style, ";font-size:") || is_far_off(style, ";text-indent:-") || is_far_off(style, ";left:-") ||
         is_far_off(style, ";top:-") || is_far_off(style, ";margin-left:-");
}

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Names by which widely used style sheets hide an element. With "hidden md:block" it is seen on wide screens.
bool class_hides(std::string_view classes) {
  constexpr std::string_view kHiders[] = {"hidden", "hide", "d-none", "is-hidden", "u-hidden", "display-none"};
  bool hides = false;
  for (std::size_t at = 0; at < classes.size();) {
    const std::size_t begin = at;
    while (at < classes.size() && !is_space(classes[at])) ++at;
    const std::string_view name = classes.substr(begin, at++ - begin);
    hides = hides || std::find(std::begin(kHiders), std::end(kHiders), name) != std::end(kHiders);
    for (const std::string_view shown : {"block", "flex", "inline", "grid", "table", "show"}) {
      if (name.find(shown) != name.npos) return false;
    }
  }
  return hides;
}

bool is_unseen(const Document& document, NodeId element) {
  for (const parse::Attribute& a : document.attributes(element)) {
    if (a.name == "hidden" && a.value != "until-found") return true;
    if (a.name == "style" && style_hides(a.value)) return true;
  }
  return false;
}

}  // namespace

bool is_hidden(const Document& document, NodeId element) {
  return class_hides(document.attribute(element, "class")) || document.attribute(element, "aria-hidden") == "true" ||
         is_unseen(document, element);
}

bool may_be_seen(const Document& document, NodeId element) {
  return is_hidden(document, element) && !is_unseen(document, element);
}

}  // namespace winnow::extract
