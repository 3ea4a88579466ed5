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

// The value of a property, whose name is given with the semicolon before it and the colon behind.
std::string_view value_of(const std::string& style, std::string_view property) {
  const std::size_t at = style.find(property);
  if (at == std::string::npos) return {};
  std::string_view value = std::string_view(style).substr(at + property.size());
  value = value.substr(0, value.find(';'));
  return value.substr(0, value.find('!'));
}

// "font-size:0" and "font-size:0px", not "font-size:0.9em".
bool is_zero(const std::string& style, std::string_view property) {
  const std::string_view value = value_of(style, property);
  return value == "0" || value == "0px" || value == "0pt" || value == "0em" || value == "0%";
}

// "-9999px", "-999em"
bool is_far_off(const std::string& style, std::string_view property) {
  const std::string_view value = value_of(style, property);
  const std::size_t digits = std::min(value.find_first_not_of("0123456789"), value.size());
  return digits >= 4 || (digits == 3 && value.substr(digits) == "em");
}

bool is_point(const std::string& style, std::string_view property) {
  return is_zero(style, property) || value_of(style, property) == "1px";
}

// A box of no size that cuts off what is in it.
bool is_cut_off(const std::string& style) {
  if (style.find(";overflow:hidden") == std::string::npos) return false;
  return is_zero(style, ";max-height:") || (is_point(style, ";height:") && is_point(style, ";width:"));
}

// "#fff" and "#ffffff" are the same colour, and so is "white".
std::string colour(std::string_view value) {
  if (value == "white") return "#ffffff";
  if (value == "black") return "#000000";
  if (value.size() != 4 || value[0] != '#') return std::string(value);
  std::string out = "#";
  for (const char c : value.substr(1)) out.append(2, c);
  return out;
}

bool is_without_contrast(const std::string& style) {
  const std::string letters = colour(value_of(style, ";color:"));
  const bool shows_through = style.find("background-clip:text") != std::string::npos;  // letters cut out of a picture
  if (letters.empty() || shows_through) return false;
  return letters == "transparent" || letters == colour(value_of(style, ";background-color:")) ||
         letters == colour(value_of(style, ";background:"));
}

bool style_hides(std::string_view value) {
  if (value.empty()) return false;
  const std::string style = squeezed(value);
  return style.find(";display:none") != std::string::npos || style.find(";visibility:hidden") != std::string::npos ||
         style.find(";clip:rect(0") != std::string::npos || style.find(";clip:rect(1px,1px") != std::string::npos ||
         style.find(";transform:scale(0)") != std::string::npos || is_zero(style, ";font-size:") ||
         is_far_off(style, ";text-indent:-") || is_far_off(style, ";left:-") || is_far_off(style, ";top:-") ||
         is_far_off(style, ";margin-left:-") || is_cut_off(style) || is_without_contrast(style) ||
         (is_zero(style, ";opacity:") && style.find(";position:absolute") != std::string::npos);
}

constexpr bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

// Names by which widely used style sheets hide an element. With "hidden md:block" it is seen on wide screens.
bool class_hides(std::string_view classes) {
  constexpr std::string_view kHiders[] = {"hidden", "hide", "d-none", "is-hidden", "u-hidden", "display-none"};
  if (classes.find("hid") == classes.npos && classes.find("none") == classes.npos) return false;
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

bool is_unvoiced(const Document& document, NodeId element) {
  return document.attribute(element, "aria-hidden") == "true";
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
  return is_unvoiced(document, element) || class_hides(document.attribute(element, "class")) ||
         is_unseen(document, element);
}

bool is_only_unvoiced(const Document& document, NodeId element) {
  return is_unvoiced(document, element) && !is_unseen(document, element) &&
         !class_hides(document.attribute(element, "class"));
}

bool may_be_seen(const Document& document, NodeId element) {
  return (is_unvoiced(document, element) || class_hides(document.attribute(element, "class"))) &&
         !is_unseen(document, element);
}

}  // namespace winnow::extract
