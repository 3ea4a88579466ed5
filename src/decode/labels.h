// What a response and a page say about their own encoding: labels, not yet believed. Pure, safe from any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace winnow::decode {

// The byte order mark's encoding, and how many bytes it takes (Encoding Standard, 6: BOM sniff).
struct Bom {
  std::string_view encoding;
  std::size_t size = 0;  // 0: there is none
};
[[nodiscard]] Bom byte_order_mark(std::string_view bytes);

// The charset parameter of a Content-Type; "" when it has none.
[[nodiscard]] std::string charset_of(std::string_view content_type);

// HTML 13.2.3.2, "prescan a byte stream": the encoding (a WHATWG name) that a <meta> declares, over the first 4096
// bytes; the standard asks for 1024 at least. UTF-16 reads as UTF-8, x-user-defined as windows-1252, as it says.
[[nodiscard]] std::optional<std::string_view> meta_encoding(std::string_view bytes);

// The encoding of an XML declaration at the very start.
[[nodiscard]] std::optional<std::string_view> xml_encoding(std::string_view bytes);

// "charset=..." inside a <meta content>: "extracting a character encoding from a meta element".
[[nodiscard]] std::string charset_in_content(std::string_view content);

}  // namespace winnow::decode
