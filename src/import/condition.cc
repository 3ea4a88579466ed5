#include "import/condition.h"

#include <algorithm>

#include "base/scan.h"

namespace winnow::importing {

bool Condition::is_always() const { return std::find(any.begin(), any.end(), "") != any.end(); }

std::string Condition::compound() const {
  if (is_always()) return "";
  if (any.empty()) return ":not(*)";
  return any.size() == 1 ? any.front() : ":is(" + joined(any, ", ") + ")";
}

Condition both(const Condition& a, const Condition& b) {
  if (a.is_never() || b.is_never()) return Condition::never();
  if (a.is_always()) return b;
  if (b.is_always()) return a;
  return Condition::of(a.compound() + b.compound());
}

Condition either(const Condition& a, const Condition& b) {
  Condition out = a;
  for (const std::string& compound : b.any) {
    if (std::find(out.any.begin(), out.any.end(), compound) == out.any.end()) out.any.push_back(compound);
  }
  return out.is_always() ? Condition::always() : out;
}

Condition negated(const Condition& a) {
  if (a.is_always()) return Condition::never();
  if (a.is_never()) return Condition::always();
  return Condition::of(":not(" + joined(a.any, ", ") + ")");
}

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i > 0) out += between;
    out += texts[i];
  }
  return out;
}

std::string in_quotes(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '\n' || c == '\r' || c == '\f') {
      out += c == '\n' ? "\\a " : c == '\r' ? "\\d " : "\\c ";
    } else {
      if (c == '"' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out + "\"";
}

bool is_identifier(std::string_view text) {
  const auto starts = [](char c) { return ascii::is_alpha(c) || c == '_'; };
  if (text.empty() || !starts(text[text[0] == '-' && text.size() > 1 ? 1 : 0])) return false;
  return std::all_of(text.begin(), text.end(), [&](char c) { return starts(c) || ascii::is_digit(c) || c == '-'; });
}

}  // namespace winnow::importing
