// The IPv6 parser and serialiser of the URL Standard (3.5, 3.6).
#include <array>

#include "base/scan.h"
#include "base/url_host.h"

namespace winnow::url_host {
namespace {

using Pieces = std::array<std::uint16_t, 8>;

// An address while it is read; pieces behind "::" are moved to the end when all are known.
struct Reader {
  ascii::Scanner in;
  Pieces pieces{};
  std::size_t count = 0;
  std::optional<std::size_t> gap;  // where "::" stood
};

// "192.0.2.1" as the last two pieces: strictly decimal, no leading zeros.
bool read_ipv4_tail(Reader& r) {
  if (r.count > 6) return false;
  for (int i = 0; i < 4; ++i) {
    if (i > 0 && !r.in.take('.')) return false;
    const std::string_view digits = r.in.digits();
    if (digits.empty() || digits.size() > 3 || (digits.size() > 1 && digits[0] == '0')) return false;
    int value = 0;
    for (const char c : digits) value = value * 10 + (c - '0');
    if (value > 255) return false;
    auto& piece = r.pieces[r.count + i / 2];
    piece = static_cast<std::uint16_t>(piece * 256 + value);
  }
  r.count += 2;
  return r.in.done();
}

std::optional<std::uint16_t> read_piece(ascii::Scanner& in) {
  const std::string_view digits = in.run([](char c) { return ascii::hex_value(c) >= 0; });
  if (digits.empty() || digits.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : digits) value = value * 16 + ascii::hex_value(c);
  return static_cast<std::uint16_t>(value);
}

// One piece with the colon behind it, or a "::" of which the first colon is already read.
bool read_step(Reader& r) {
  if (r.count == r.pieces.size()) return false;
  if (r.in.take(':')) {
    if (r.gap) return false;
    r.gap = ++r.count;  // it stands for one piece at least
    return true;
  }
  const ascii::Scanner before = r.in;
  const auto piece = read_piece(r.in);
  if (r.in.peek() == '.') {
    r.in = before;
    return read_ipv4_tail(r);
  }
  if (!piece) return false;
  r.pieces[r.count++] = *piece;
  if (r.in.done()) return true;
  return r.in.take(':') && !r.in.done();
}

std::optional<Pieces> read(std::string_view address) {
  Reader r{ascii::Scanner(address), {}, 0, std::nullopt};
  if (r.in.peek() == ':' && !r.in.rest().starts_with("::")) return std::nullopt;
  if (r.in.peek() == ':') r.in.take(':');
  while (!r.in.done()) {
    if (!read_step(r)) return std::nullopt;
  }
  if (!r.gap) return r.count == r.pieces.size() ? std::optional(r.pieces) : std::nullopt;
  Pieces moved{};
  for (std::size_t i = 0; i < *r.gap; ++i) moved[i] = r.pieces[i];
  for (std::size_t i = r.count; i > *r.gap; --i) moved[moved.size() - (r.count - i) - 1] = r.pieces[i - 1];
  return moved;
}

struct Run {
  std::size_t start = 0, length = 1;  // a single zero is not compressed
};

Run longest_zeros(const Pieces& pieces) {
  Run best;
  for (std::size_t i = 0; i < pieces.size();) {
    std::size_t end = i;
    while (end < pieces.size() && pieces[end] == 0) ++end;
    if (end - i > best.length) best = {i, end - i};
    i = end + 1;
  }
  return best;
}

void append_hex(std::string& out, std::uint16_t value) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  int shift = 12;
  while (shift > 0 && value >> shift == 0) shift -= 4;
  for (; shift >= 0; shift -= 4) out += kDigits[value >> shift & 15];
}

}  // namespace

std::optional<std::string> parse_ipv6(std::string_view address) {
  const auto pieces = read(address);
  if (!pieces) return std::nullopt;
  const Run zeros = longest_zeros(*pieces);
  std::string text;
  for (std::size_t i = 0; i < pieces->size(); ++i) {
    if (zeros.length > 1 && i == zeros.start) {
      text += i == 0 ? "::" : ":";
      i += zeros.length - 1;
      continue;
    }
    append_hex(text, (*pieces)[i]);
    if (i + 1 < pieces->size()) text += ':';
  }
  return text;
}

}  // namespace winnow::url_host
