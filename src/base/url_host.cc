#include "base/url_host.h"

#include <algorithm>

#include "base/percent.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::url_host {
namespace {

constexpr std::string_view kForbidden{"\0\t\n\r #/:<>?@[\\]^|", 17};
constexpr std::uint64_t kTooLarge = std::uint64_t{1} << 32;  // of an IPv4 number; larger values stay here

// Forbidden domain code points: these, the C0 controls, '%' and DEL.
bool is_forbidden_in_domain(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x1F || c == '%' || byte == 0x7F || kForbidden.find(c) != std::string_view::npos;
}

// The IPv4 number parser (3.5): decimal, octal after "0", hexadecimal after "0x".
std::optional<std::uint64_t> ipv4_number(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int base = 10;
  if (text.starts_with("0x") || text.starts_with("0X")) {
    text.remove_prefix(2);
    base = 16;
  } else if (text.size() > 1 && text[0] == '0') {
    text.remove_prefix(1);
    base = 8;
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = ascii::hex_value(c);
    if (digit < 0 || digit >= base) return std::nullopt;
    value = std::min(value * base + digit, kTooLarge);
  }
  return value;
}

std::string ipv4_text(std::uint32_t address) {
  std::string text;
  for (int shift = 24; shift >= 0; shift -= 8) {
    text += std::to_string(address >> shift & 0xFF);
    if (shift > 0) text += '.';
  }
  return text;
}

std::optional<std::string> parse_opaque(std::string_view input) {
  if (input.find_first_of(kForbidden) != std::string_view::npos) return std::nullopt;
  std::string host;
  percent::encode(input, percent::Set::c0_control, host);
  return host;
}

// Domain to ASCII (3.3) changes nothing but the case of what is ASCII and has no label that begins with "xn--".
bool is_plain(std::string_view input) {
  for (std::size_t i = 0; i < input.size(); ++i) {
    const char c = input[i];
    if (!ascii::is_digit(c) && !ascii::is_alpha(c) && c != '.' && c != '-') return false;
    if ((c == 'x' || c == 'X') && ascii::lower(input.substr(i, 4)) == "xn--") return false;
  }
  return !input.empty();
}

std::optional<std::string> parse_domain(std::string_view input) {
  std::string ascii;
  if (is_plain(input)) {
    ascii = ascii::lower(input);
  } else if (!unicode::domain_to_ascii(utf8::scrub(percent::decode(input)), false, ascii) || ascii.empty() ||
             std::any_of(ascii.begin(), ascii.end(), is_forbidden_in_domain)) {
    return std::nullopt;
  }
  if (!ends_in_a_number(ascii)) return ascii;
  const auto address = parse_ipv4(ascii);
  if (!address) return std::nullopt;
  return ipv4_text(*address);
}

}  // namespace

bool ends_in_a_number(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  const std::string_view last = domain.substr(domain.rfind('.') + 1);  // npos + 1 is 0
  if (last.empty()) return false;
  return last.find_first_not_of("0123456789") == std::string_view::npos || ipv4_number(last).has_value();
}

std::optional<std::uint32_t> parse_ipv4(std::string_view domain) {
  if (domain.ends_with('.')) domain.remove_suffix(1);
  std::uint64_t address = 0;
  for (int part = 0; part < 4; ++part) {
    const std::size_t dot = domain.find('.');
    const auto value = ipv4_number(domain.substr(0, dot));
    if (!value) return std::nullopt;
    if (dot == std::string_view::npos) {  // the last part fills what is left of the address
      const int shift = 8 * (4 - part);
      if (*value >= std::uint64_t{1} << shift) return std::nullopt;
      return static_cast<std::uint32_t>(address << shift | *value);
    }
    if (*value > 255) return std::nullopt;
    address = address << 8 | *value;
    domain.remove_prefix(dot + 1);
  }
  return std::nullopt;  // more than four parts
}

std::optional<std::string> parse(std::string_view input, bool opaque) {
  if (input.starts_with('[')) {
    if (!input.ends_with(']') || input.size() < 2) return std::nullopt;
    const auto address = parse_ipv6(input.substr(1, input.size() - 2));
    if (!address) return std::nullopt;
    return "[" + *address + "]";
  }
  return opaque ? parse_opaque(input) : parse_domain(input);
}

}  // namespace winnow::url_host
