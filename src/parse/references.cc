#include "parse/references.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.h"

namespace winnow::parse {
namespace {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_hex(char c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
constexpr char32_t kTooLarge = 0x110000;

// The commonest, which end with a semicolon.
constexpr std::pair<std::string_view, std::string_view> kNamed[] = {
    {"&amp;", "&"}, {"&quot;", "\""}, {"&lt;", "<"}, {"&gt;", ">"}, {"&nbsp;", "\u00A0"}, {"&apos;", "'"}};

// The number in "&#8217;" or "&#x2019;"; kTooLarge where it is too large or none.
char32_t number_of(std::string_view reference) {
  const bool hexadecimal = reference.size() > 2 && (reference[2] | 0x20) == 'x';
  std::size_t at = hexadecimal ? 3 : 2;
  if (at >= reference.size() || !(hexadecimal ? is_hex(reference[at]) : is_digit(reference[at]))) return kTooLarge;
  char32_t number = 0;
  for (; at < reference.size() && (hexadecimal ? is_hex(reference[at]) : is_digit(reference[at])); ++at) {
    const char c = reference[at];
    const auto digit = static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
    number = std::min<char32_t>(number * (hexadecimal ? 16 : 10) + digit, kTooLarge);
  }
  return number;
}

// Those that stand for their number (13.2.5.84 names the others).
constexpr bool stands_for_itself(char32_t c) {
  return (c >= 0x20 && c < 0x7F) || (c >= 0xA0 && c < 0xD800) || (c >= 0xE000 && c < 0xFDD0);
}

// Appends what `reference` is in an attribute; false where that can't be told here.
bool append_resolved(std::string_view reference, std::string& out) {
  const char last = reference.back();
  if (reference.size() == 1 || (last == '=' && reference[1] != '#')) {
    out += reference;  // "&b=1": in an attribute no reference (13.2.5.73)
    return true;
  }
  if (last != ';') return false;
  for (const auto& [name, text] : kNamed) {
    if (name != reference) continue;
    out += text;
    return true;
  }
  if (reference[1] != '#') return false;
  const char32_t number = number_of(reference);
  if (!stands_for_itself(number) || reference.find_last_of('#') != 1) return false;
  utf8::append(out, number);
  return true;
}

}  // namespace

std::size_t reference_size(std::string_view text) {
  std::size_t end = 1;
  while (end < text.size() && (is_letter(text[end]) || is_digit(text[end]) || text[end] == '#')) ++end;
  return end < text.size() && (text[end] == ';' || text[end] == '=') ? end + 1 : end;
}

std::optional<std::string_view> resolve_attribute(std::string_view value, Arena& arena) {
  std::size_t amp = value.find('&');
  if (amp == std::string_view::npos) return value;
  std::string out;
  while (!value.empty()) {
    out += value.substr(0, amp);
    value.remove_prefix(std::min(amp, value.size()));
    if (value.empty()) break;
    const std::size_t size = reference_size(value);
    if (!append_resolved(value.substr(0, size), out)) return std::nullopt;
    value.remove_prefix(size);
    amp = value.find('&');
  }
  return arena.keep(out);
}

char32_t private_use_reference(std::string_view reference) {
  if (reference.size() < 3 || reference[1] != '#') return 0;
  const char32_t number = number_of(reference);
  return number >= 0xF0000 && number < kTooLarge ? number : 0;
}

}  // namespace winnow::parse
