// Bytes to UTF-8: BOM, then what the caller forces, the HTTP header, <meta>, and detection, in the order of the
// WHATWG Encoding Standard and HTML's sniffing algorithm (13.2.3.2), except that a declared label which the bytes
// contradict loses. Pure, total, linear; at most one pass a candidate.
#pragma once

#include <string>
#include <string_view>

#include "winnow/trace.h"

namespace winnow::decode {

struct Text {
  std::string utf8;
  std::string encoding;  // WHATWG name
  std::string why;       // which witness decided: "BOM", "site file", "HTTP header", "meta", "detected", "UTF-8"
  Trace trace;           // each witness, and why it won or lost
};

// `forced` is "auto" or a WHATWG label, which then wins over all but a BOM. `html` allows the <meta> prescan.
[[nodiscard]] Text to_text(std::string_view bytes, std::string_view content_type, std::string_view forced, bool html);

// What the bytes are instead of a page ("a PDF", "a PNG image", "empty"), by content type and first bytes
// (MIME Sniffing 7); "" when they may be HTML or text.
[[nodiscard]] std::string not_a_page(std::string_view bytes, std::string_view content_type);

}  // namespace winnow::decode
