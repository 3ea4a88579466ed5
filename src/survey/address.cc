#include "survey/address.h"

#include <algorithm>

#include "base/scan.h"
#include "base/url.h"

namespace winnow::survey {
namespace {

constexpr std::size_t kMostPieces = 64;
constexpr std::size_t kLongestExtension = 6;
constexpr std::size_t kWordsOfAName = 3;
constexpr std::size_t kLongestName = 40;

// Where the extension begins: "story.html" has one, "1.5" and "st.gallen-news" have none.
std::size_t stem_of(std::string_view segment) {
  const std::size_t dot = segment.rfind('.');
  if (dot == std::string_view::npos || dot == 0) return segment.size();
  const std::string_view extension = segment.substr(dot + 1);
  const bool letters = std::any_of(extension.begin(), extension.end(), ascii::is_alpha);
  const bool plain =
      std::all_of(extension.begin(), extension.end(), [](char c) { return ascii::is_alpha(c) || ascii::is_digit(c); });
  return letters && plain && extension.size() <= kLongestExtension ? dot : segment.size();
}

void add_piece(Address& address, std::string_view piece, std::string_view behind) {
  address.pieces.emplace_back(piece);
  address.frame += kSlot;
  address.frame += behind;
}

void read_path(std::string_view path, Address& address) {
  while (!path.empty()) {
    address.frame += '/';
    path.remove_prefix(1);
    const bool last = address.pieces.size() + 1 >= kMostPieces / 2;
    const std::size_t end = last ? path.size() : std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    const bool final = end == path.size();
    const std::size_t stem = final ? stem_of(segment) : segment.size();
    if (!segment.empty()) add_piece(address, segment.substr(0, stem), segment.substr(stem));
    path.remove_prefix(end);
  }
  address.in_path = address.pieces.size();
}

void read_query(std::string_view query, Address& address) {
  char sign = '?';
  while (!query.empty()) {
    const bool last = address.pieces.size() + 1 >= kMostPieces;
    const std::size_t end = last ? query.size() : std::min(query.find('&'), query.size());
    const std::string_view pair = query.substr(0, end);
    const std::size_t equals = pair.find('=');
    address.frame += sign;
    if (equals == std::string_view::npos) {
      add_piece(address, pair, "");
    } else {
      address.frame += pair.substr(0, equals + 1);
      add_piece(address, pair.substr(equals + 1), "");
    }
    sign = '&';
    query.remove_prefix(std::min(end + 1, query.size()));
  }
}

// The number's signs, a "#" for each run of digits; a kSlot for what is none.
std::string make_of(std::string_view piece) {
  if (!is_number(piece)) return std::string(1, kSlot);
  std::string out;
  for (const char c : piece) {
    if (!ascii::is_digit(c)) {
      out += c;
    } else if (out.empty() || out.back() != '#') {
      out += '#';
    }
  }
  return out;
}

}  // namespace

std::string Address::path() const {
  std::string out;
  std::size_t next = 0;
  for (const char c : frame) {
    if (c == kSlot && next < pieces.size()) {
      out += pieces[next++];
    } else {
      out += c;
    }
  }
  return out;
}

std::optional<Address> take_apart(std::string_view url) {
  const auto parsed = Url::parse(url);
  if (!parsed || !parsed->is_http()) return std::nullopt;
  Address address;
  address.host = parsed->host();
  if (address.host.starts_with("www.")) address.host.erase(0, 4);
  const std::string path = parsed->pathname(), query = parsed->search();
  read_path(path, address);
  read_query(std::string_view(query).substr(query.empty() ? 0 : 1), address);
  return address;
}

std::string shape_of(const Address& address) {
  std::string out = address.host;
  std::size_t next = 0;
  for (const char c : address.frame) {
    if (c == kSlot && next < address.pieces.size()) {
      out += make_of(address.pieces[next++]);
    } else {
      out += c;
    }
  }
  return out;
}

std::string group_of(const Address& address, std::string_view shape) {
  std::string out(shape);
  for (std::size_t i = 0; i < address.pieces.size(); ++i) {
    const bool name = is_name(address.pieces[i]);
    const bool last = i + 1 == address.in_path;
    out += '\n';
    out += !name ? "" : last ? "name" : address.pieces[i];
  }
  return out;
}

bool is_number(std::string_view piece) {
  if (piece.empty() || !ascii::is_digit(piece.front()) || !ascii::is_digit(piece.back())) return false;
  return std::all_of(piece.begin(), piece.end(),
                     [](char c) { return ascii::is_digit(c) || c == '-' || c == '_' || c == '.'; });
}

bool is_numbered(const Address& address) {
  return std::any_of(address.pieces.begin(), address.pieces.end(), [](const std::string& piece) {
    const std::string plain = without_escapes(piece);
    return std::any_of(plain.begin(), plain.end(), ascii::is_digit);
  });
}

bool is_named(const Address& address) {
  return address.pieces.empty() || (is_name(address.pieces.back()) && !is_numbered(address));
}

bool is_name(std::string_view piece) {
  const std::string plain = without_escapes(piece);
  if (plain.empty() || plain.size() > kLongestName) return false;
  std::size_t words = 1;
  for (const char c : plain) {
    if (ascii::is_digit(c)) return false;
    if (c == '-' || c == '_' || c == '+') ++words;
  }
  return words <= kWordsOfAName;
}

std::string without_escapes(std::string_view piece) {
  std::string out;
  for (std::size_t at = 0; at < piece.size(); ++at) {
    const bool escape = piece[at] == '%' && at + 2 < piece.size() && ascii::hex_value(piece[at + 1]) >= 0 &&
                        ascii::hex_value(piece[at + 2]) >= 0;
    out += escape ? 'x' : piece[at];
    if (escape) at += 2;
  }
  return out;
}

}  // namespace winnow::survey
