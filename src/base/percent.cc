#include "base/percent.h"

#include "base/scan.h"

namespace winnow::percent {
namespace {

bool is_one_of(std::string_view characters, unsigned char byte) {
  return characters.find(static_cast<char>(byte)) != std::string_view::npos;
}

}  // namespace

bool contains(Set set, unsigned char byte) {
  if (byte < 0x20 || byte > 0x7E) return true;
  switch (set) {
    case Set::c0_control:
      return false;
    case Set::fragment:
      return is_one_of(" \"<>`", byte);
    case Set::query:
      return is_one_of(" \"#<>", byte);
    case Set::special_query:
      return is_one_of(" \"#<>'", byte);
    case Set::path:
      return is_one_of(" \"#<>?^`{}", byte);
    case Set::userinfo:
      return is_one_of(" \"#<>?^`{}/:;=@[\\]|", byte);
  }
  return false;
}

void append_encoded(std::string& out, unsigned char byte) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  out += '%';
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

void encode(std::string_view text, Set set, std::string& out) {
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (contains(set, byte)) {
      append_encoded(out, byte);
    } else {
      out += c;
    }
  }
}

int byte_at_start(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return -1;
  const int high = ascii::hex_value(text[1]), low = ascii::hex_value(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

std::string decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int byte = byte_at_start(text.substr(i, 3));
    out += byte < 0 ? text[i] : static_cast<char>(byte);
    if (byte >= 0) i += 2;
  }
  return out;
}

}  // namespace winnow::percent
