#include "discover/xml_reference.h"

#include <algorithm>
#include <optional>

#include "base/scan.h"
#include "base/utf8.h"
#include "parse/document.h"

namespace winnow::discover {
namespace {

constexpr std::size_t kLongestName = 32;  // HTML's longest is CounterClockwiseContourIntegral
constexpr std::size_t kMostNames = 4096;  // HTML knows some 2,200

// HTML 13.2.5.80: 0x80 to 0x9F mean what windows-1252 has there; other code points that can't stand read U+FFFD.
char32_t meant(std::uint32_t value) {
  static constexpr char16_t kWindows1252[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  if (value >= 0x80 && value < 0xA0) return kWindows1252[value - 0x80];
  const bool bad = value > 0x10FFFF || (value >= 0xD800 && value < 0xE000) || value == 0xFFFE || value == 0xFFFF ||
                   (value < 0x20 && value != '\t' && value != '\n' && value != '\r');
  return bad ? utf8::kReplacement : static_cast<char32_t>(value);
}

// "#8220" or "#x201C", without the semicolon.
std::optional<std::string> numeric(std::string_view text) {
  const bool hex = text.size() > 2 && ascii::lower(text[1]) == 'x';
  const std::string_view digits = text.substr(hex ? 2 : 1);
  std::uint32_t value = 0;
  for (const char c : digits) {
    const int digit = ascii::hex_value(c);
    if (digit < 0 || (!hex && digit > 9)) return std::nullopt;
    value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit), 0x110000);
  }
  if (digits.empty()) return std::nullopt;
  return utf8::of(meant(value));
}

}  // namespace

std::string References::resolve(std::string_view text, std::size_t& at) {
  const std::size_t end = text.substr(0, std::min(text.size(), at + kLongestName + 2)).find(';', at);
  const std::string_view inner = end == text.npos ? std::string_view() : text.substr(at + 1, end - at - 1);
  std::optional<std::string> found;
  if (inner.starts_with('#')) {
    found = numeric(inner);
  } else if (!inner.empty() &&
             std::all_of(inner.begin(), inner.end(), [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c); })) {
    if (const std::string& value = named(inner); !value.empty()) found = value;
  }
  at = found ? end + 1 : at + 1;
  return found.value_or("&");
}

// The HTML parser holds the table of names; what it leaves a semicolon on it does not know as a whole.
const std::string& References::named(std::string_view name) {
  static const std::string kUnknown;
  if (const auto known = known_.find(name); known != known_.end()) return known->second;
  if (known_.size() == kMostNames) return kUnknown;
  const parse::Document document = parse::parse("<p>&" + std::string(name) + ";</p>");
  std::string value = document.text(document.root());
  if (value.ends_with(';') && name != "semi") value.clear();
  return known_.emplace(name, std::move(value)).first->second;
}

}  // namespace winnow::discover
