#include "sites/box.h"

#include <algorithm>

#include "sites/dice.h"

namespace winnow::sites {
namespace {

Element element_of(std::string_view text) {
  Element element;
  std::size_t at = std::min(text.find_first_of(".#["), text.size());
  element.tag = text.substr(0, at);
  while (at < text.size()) {
    const char mark = text[at];
    const std::size_t end = std::min(mark == '[' ? text.find(']', at) : text.find_first_of(".#[", at + 1), text.size());
    const std::string word(text.substr(at + 1, end - at - 1));
    if (mark == '.') element.classes.push_back(word);
    if (mark == '#') element.id = word;
    if (mark == '[') {
      const std::size_t equals = std::min(word.find('='), word.size());
      element.attributes.emplace_back(word.substr(0, equals), equals < word.size() ? word.substr(equals + 1) : "");
    }
    at = mark == '[' ? end + 1 : end;
  }
  return element;
}

std::string attribute(const std::string& name, const std::string& value, const Markup& markup) {
  constexpr std::string_view kBare = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_#%";
  if (value.empty() && name != "alt") return " " + name;
  if (markup.upper && !value.empty() && value.find_first_not_of(kBare) == value.npos) return " " + name + "=" + value;
  return " " + name + "=" + markup.quote + escaped(value) + markup.quote;
}

std::string tag_of(const Element& element, const Markup& markup) {
  std::string tag = element.tag;
  if (markup.upper) std::transform(tag.begin(), tag.end(), tag.begin(), [](char c) { return std::toupper(c); });
  return tag;
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) (out += out.empty() ? "" : " ") += word;
  return out;
}

}  // namespace

// Elements are parted by ">" outside of brackets.
Box::Box(std::string_view notation) {
  std::size_t from = 0;
  bool inside = false;
  for (std::size_t i = 0; i <= notation.size() && !notation.empty(); ++i) {
    if (i < notation.size() && notation[i] == '[') inside = true;
    if (i < notation.size() && notation[i] == ']') inside = false;
    if (i == notation.size() || (notation[i] == '>' && !inside)) {
      elements.push_back(element_of(notation.substr(from, i - from)));
      from = i + 1;
    }
  }
}

std::string Box::open(const Markup& markup, const Values& values) const {
  std::string out;
  for (const Element& element : elements) {
    out += "<" + tag_of(element, markup);
    if (!element.id.empty()) out += attribute("id", element.id, markup);
    if (!element.classes.empty()) out += attribute("class", joined(element.classes), markup);
    for (auto [name, value] : element.attributes) {
      for (const auto& [key, replacement] : values) value = replaced(value, "{" + std::string(key) + "}", replacement);
      out += attribute(name, value, markup);
    }
    out += ">";
  }
  return out;
}

std::string Box::close(const Markup& markup) const {
  std::string out;
  for (auto element = elements.rbegin(); element != elements.rend(); ++element) {
    if (markup.unclosed && (element->tag == "p" || element->tag == "li")) continue;
    out += "</" + tag_of(*element, markup) + ">";
  }
  return out;
}

std::string Box::notation() const {
  std::string out;
  for (const Element& element : elements) {
    out += (out.empty() ? "" : ">") + element.tag;
    for (const std::string& word : element.classes) out += "." + word;
    if (!element.id.empty()) out += "#" + element.id;
    for (const auto& [name, value] : element.attributes) {
      out += "[" + name + (value.empty() ? "" : "=" + value) + "]";
    }
  }
  return out;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        out += c;
    }
  }
  return out;
}

}  // namespace winnow::sites
