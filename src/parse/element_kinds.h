// What the tree construction of HTML 13.2.6 does with an element by its name, as far as nesting depends on it.
// Private to parse/.
#pragma once

#include <cstdint>
#include <string_view>

namespace winnow::parse {

enum ElementIs : std::uint32_t {
  kVoid = 1 << 0,
  kSpecial = 1 << 1,  // 13.2.4.2: stops the search of an end tag that has no rule of its own
  kFormatting = 1 << 2,
  kScope = 1 << 3,     // stops "has an element in scope"
  kCell = 1 << 4,      // td, th, caption: its formatting elements end with it
  kTableRow = 1 << 5,  // a part of a table that ends a cell
  kLevel = 1 << 6,     // ends its predecessor by itself, so it never nests alone: tr, option ...
  kRaw = 1 << 7,       // its content is text
  kRawInSelect = 1 << 8,
  kRoot = 1 << 9,          // html, head, body
  kForeignRoot = 1 << 10,  // svg, math
  kUnwrapped = 1 << 11,    // HTML again inside SVG or MathML: its tags go, so that both count alike
  kBreaksOut = 1 << 12,    // 13.2.6.5: ends SVG or MathML
  kClosesParagraph = 1 << 13,
  kClosesSelect = 1 << 14,
  kButton = 1 << 15,
  kTemplateLike = 1 << 16,  // stops even the search of a table
  kItem = 3 << 17,          // one bit for li, one for dd and dt
  kListItem = 1 << 17,
  kDescription = 1 << 18,
  kBetweenItems = 1 << 19,  // special, yet an item looks past it for its predecessor
  kHeading = 1 << 20,
};

struct ElementKind {
  std::uint64_t name;  // a hash: only compared
  std::uint32_t is;
};

constexpr std::uint64_t name_hash(std::string_view name) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : name) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    hash = (hash ^ static_cast<unsigned char>(small)) * 1099511628211u;
  }
  return hash;
}

inline constexpr std::uint64_t kAnchor = name_hash("a");
inline constexpr std::uint64_t kFont = name_hash("font");
inline constexpr std::uint64_t kForm = name_hash("form");
inline constexpr std::uint64_t kInput = name_hash("input");
inline constexpr std::uint64_t kIsindex = name_hash("isindex");
inline constexpr std::uint64_t kListing = name_hash("listing");
inline constexpr std::uint64_t kParagraph = name_hash("p");
inline constexpr std::uint64_t kPlaintext = name_hash("plaintext");
inline constexpr std::uint64_t kPre = name_hash("pre");
inline constexpr std::uint64_t kSelect = name_hash("select");
inline constexpr std::uint64_t kTable = name_hash("table");
inline constexpr std::uint64_t kTextarea = name_hash("textarea");
inline constexpr std::uint64_t kTitle = name_hash("title");

[[nodiscard]] ElementKind element_kind(std::string_view name);  // in any case

}  // namespace winnow::parse
