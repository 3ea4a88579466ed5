// An address taken apart, so that it can be compared with the others of its site: what is written alike, and the
// pieces that may differ. Values only; pure, total.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::survey {

inline constexpr char kSlot = '<';  // no web address has one

// "/news/2025/05/harbour-bridge.html?p=7": frame "/</</</<.html?p=<", pieces news, 2025, 05, harbour-bridge, 7.
struct Address {
  std::string host;                 // without "www."
  std::string frame;                // a kSlot for each piece
  std::vector<std::string> pieces;  // segments of the path, values of the query, as they are escaped
  std::size_t in_path = 0;          // so many of them are segments

  [[nodiscard]] std::string path() const;  // and query: what `urls.accept` is asked about
};

// Nothing for what is no web address. At most 64 pieces; of a longer address the rest stands in the last one.
[[nodiscard]] std::optional<Address> take_apart(std::string_view url);

// Addresses that may be written by one rule of the site have one shape: host, frame, and of each piece whether it is a
// number, a date with its signs ("2025-05-03"), or a text.
[[nodiscard]] std::string shape_of(const Address& address);

// Addresses of one group are taken to be of one kind until pages of them say otherwise: of one shape, with the same
// names in front of their last piece ("/sport/<").
[[nodiscard]] std::string group_of(const Address& address, std::string_view shape);

[[nodiscard]] bool is_number(std::string_view piece);  // digits and the signs between them
// Has a number somewhere, as most addresses of articles do.
[[nodiscard]] bool is_numbered(const Address& address);
// Is called as a part of the site is, the root included: it ends in a name and has no number.
[[nodiscard]] bool is_named(const Address& address);
// A text as a site names its parts by: a word or a few, no digits ("economy", "world-news").
[[nodiscard]] bool is_name(std::string_view piece);
// The piece with each escape ("%D9") as one letter, so that its digits are not taken for a number.
[[nodiscard]] std::string without_escapes(std::string_view piece);

}  // namespace winnow::survey
