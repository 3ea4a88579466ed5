#include "survey/names.h"

#include <algorithm>
#include <vector>

#include "base/scan.h"

namespace winnow::survey {
namespace {

std::vector<std::string_view> classes_of(const parse::Document& document, parse::NodeId element) {
  std::vector<std::string_view> out;
  std::string_view rest = document.attribute(element, "class");
  while (!rest.empty() && out.size() < 16) {
    const std::size_t begin = rest.find_first_not_of(" \t\n\r\f");
    if (begin == std::string_view::npos) break;
    rest.remove_prefix(begin);
    const std::size_t end = std::min(rest.find_first_of(" \t\n\r\f"), rest.size());
    out.push_back(rest.substr(0, end));
    rest.remove_prefix(end);
  }
  return out;
}

// Letters of both cases or digits in no order that a word has.
bool is_token(std::string_view part) {
  std::size_t digits = 0, upper = 0, lower = 0, turns = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const char c = part[i];
    digits += ascii::is_digit(c) ? 1U : 0U;
    upper += c >= 'A' && c <= 'Z' ? 1U : 0U;
    lower += c >= 'a' && c <= 'z' ? 1U : 0U;
    turns += i > 0 && ascii::is_digit(c) != ascii::is_digit(part[i - 1]) ? 1U : 0U;
  }
  if (part.size() < 5) return false;
  if (digits > 0 && digits < part.size() && (turns > 1 || digits * 3 > part.size())) return true;
  return digits > 0 && upper > 0 && lower > 0;
}

}  // namespace

bool is_stable(std::string_view name) {
  if (name.empty() || name.size() > 40 || !ascii::is_alpha(name.front())) return false;
  if (name.starts_with("css-") || name.starts_with("sc-") || name.starts_with("jsx-") || name.starts_with("svelte-"))
    return false;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= name.size(); ++at) {
    if (at < name.size() && name[at] != '-' && name[at] != '_') {
      if (!ascii::is_alpha(name[at]) && !ascii::is_digit(name[at])) return false;  // "md:w-1/2"
      continue;
    }
    if (is_token(name.substr(begin, at - begin))) return false;
    begin = at + 1;
  }
  return true;
}

std::string stable_name(const parse::Document& document, parse::NodeId element) {
  std::string out(document[element].text);
  if (const std::string_view id = document.attribute(element, "id"); is_stable(id)) return out + "#" + std::string(id);
  std::size_t taken = 0;
  for (const std::string_view name : classes_of(document, element)) {
    if (taken == 2 || !is_stable(name)) continue;
    out += "." + std::string(name);
    ++taken;
  }
  return out;
}

}  // namespace winnow::survey
