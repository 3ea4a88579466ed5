#include <algorithm>

#include "base/converter.h"
#include "base/scan.h"
#include "decode/decode.h"
#include "discover/xml.h"

namespace winnow::discover {
namespace {

// The encoding that the XML declaration names; "" when it has none. The declaration is ASCII in all but UTF-16, where
// its first characters tell by their zeros (XML 1.0, appendix F.1).
std::string declared(std::string_view bytes) {
  using std::string_view_literals::operator""sv;
  if (bytes.starts_with("<\0?\0"sv) || bytes.starts_with("<\0r\0"sv) || bytes.starts_with("<\0f\0"sv))
    return "utf-16le";
  if (bytes.starts_with("\0<\0"sv)) return "utf-16be";
  const std::string_view head = ascii::trim(bytes.substr(0, 512));
  if (!head.starts_with("<?xml")) return {};
  std::string_view declaration = head.substr(0, head.find("?>"));
  const std::size_t at = declaration.find("encoding");
  if (at == declaration.npos) return {};
  declaration = ascii::trim(declaration.substr(at + 8));
  if (!declaration.starts_with('=')) return {};
  declaration = ascii::trim(declaration.substr(1));
  if (declaration.empty() || (declaration.front() != '"' && declaration.front() != '\'')) return {};
  const std::size_t end = declaration.find(declaration.front(), 1);
  const auto name = encoding_for_label(declaration.substr(1, end == declaration.npos ? end : end - 1));
  // A declaration that could be read as ASCII is in no encoding of two bytes, whatever it says.
  return !name || name->starts_with("UTF-16") ? std::string() : std::string(*name);
}

}  // namespace

std::string xml_to_utf8(std::string_view bytes, std::string_view content_type) {
  std::string type(content_type);
  if (ascii::lower(type).find("charset") == std::string::npos) {
    if (const std::string label = declared(bytes); !label.empty()) {
      type = (type.empty() ? "application/xml" : type) + "; charset=" + label;
    }
  }
  return decode::to_text(bytes, type, "auto", false).utf8;
}

}  // namespace winnow::discover
