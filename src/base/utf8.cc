#include "base/utf8.h"

#include <algorithm>

#include "base/block.h"

namespace winnow::utf8 {
namespace {

// The range that the second byte must be in (Unicode 15, table 3-7), and how many bytes follow the lead.
struct Lead {
  int more;
  unsigned char low, high;
};

constexpr Lead lead_of(unsigned char b) {
  if (b >= 0xC2 && b <= 0xDF) return {1, 0x80, 0xBF};
  if (b == 0xE0) return {2, 0xA0, 0xBF};
  if (b == 0xED) return {2, 0x80, 0x9F};
  if (b >= 0xE1 && b <= 0xEF) return {2, 0x80, 0xBF};
  if (b == 0xF0) return {3, 0x90, 0xBF};
  if (b >= 0xF1 && b <= 0xF3) return {3, 0x80, 0xBF};
  if (b == 0xF4) return {3, 0x80, 0x8F};
  return {0, 0, 0};
}

// Decodes at `at` and moves it; false for an ill-formed sequence, of which the maximal subpart is passed.
bool step(std::string_view text, std::size_t& at, char32_t& c) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) {
    c = first;
    return true;
  }
  Lead lead = lead_of(first);
  if (lead.more == 0) return false;
  c = first & (0x3Fu >> lead.more);
  for (int i = 0; i < lead.more; ++i) {
    if (at == text.size()) return false;
    const auto b = static_cast<unsigned char>(text[at]);
    if (b < lead.low || b > lead.high) return false;
    c = c << 6 | (b & 0x3Fu);
    lead.low = 0x80, lead.high = 0xBF;
    ++at;
  }
  return true;
}

// Sixteen bytes that need no careful look: ASCII, and sequences of two and three bytes but for those whose second byte
// has a narrower range. A sequence may begin before them, or end behind.
bool is_well_formed(const char* here) {
  const Block now = block_at(here), last = block_at(here - 1), last_but_one = block_at(here - 2);
  const Block due = is_at_least(last, 0xC0) | is_at_least(last_but_one, 0xE0);
  const Block rare = is_between(now, 0xC0, 0xC1) | is(now, 0xE0) | is(now, 0xED) | is_at_least(now, 0xF0);
  return !any((due ^ is_between(now, 0x80, 0xBF)) | rare);
}

bool is_ascii_block(const char* here) { return !any(is_at_least(block_at(here), 0x80)); }

// Where the careful look has to go on: behind whole blocks that are well-formed, but for the last character in them,
// which may be cut.
std::size_t well_formed_end(std::string_view text, std::size_t at) {
  const std::size_t start = at;
  while (text.size() - at >= kBlockSize) {
    const char* here = text.data() + at;
    if (!(is_ascii_block(here - 2) && is_ascii_block(here)) && !is_well_formed(here)) break;
    at += kBlockSize;
  }
  if (at == start) return at;
  do --at;
  while ((static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return at;
}

}  // namespace

char32_t next_beyond_ascii(std::string_view text, std::size_t& at) {
  char32_t c = kReplacement;
  return step(text, at, c) ? c : kReplacement;
}

char32_t previous(std::string_view text, std::size_t& at) {
  text = text.substr(0, at);
  // The nearest byte that can't stand inside a character begins what ends here; a continuation byte that it doesn't
  // reach stands alone.
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    std::size_t end = at - back;
    if ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) continue;
    char32_t c = kReplacement;
    const bool whole = step(text, end, c);
    if (end != at) break;
    at -= back;
    return whole ? c : kReplacement;
  }
  --at;
  return kReplacement;
}

void append_beyond_ascii(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  char bytes[4];
  std::size_t size = 0;
  const auto put = [&](char32_t byte) { bytes[size++] = static_cast<char>(byte); };
  if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
  out.append(bytes, size);
}

std::string of(char32_t c) {
  std::string out;
  append(out, c);
  return out;
}

bool is_ascii(std::string_view text) {
  std::size_t at = 0;
  while (text.size() - at >= kBlockSize && is_ascii_block(text.data() + at)) at += kBlockSize;
  return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(at), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool valid(std::string_view text) {
  char32_t c = 0;
  for (std::size_t at = 0; at < text.size();) {
    for (const std::size_t stop = std::min(at + kBlockSize, text.size()); at < stop;) {
      if (!step(text, at, c)) return false;
    }
    at = well_formed_end(text, at);
  }
  return true;
}

std::string scrub(std::string_view text) {
  if (valid(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append(out, next(text, at));
  return out;
}

std::size_t length(std::string_view text) {
  // Well-formed text has a character for each byte that continues none.
  if (valid(text)) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
  }
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) (void)next(text, at);
  return count;
}

std::u32string decode(std::string_view text) {
  std::u32string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) out.push_back(next(text, at));
  return out;
}

std::string encode(std::u32string_view text) {
  std::string out;
  out.reserve(text.size());
  for (char32_t c : text) append(out, c);
  return out;
}

std::string shorten(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t n = 0; n < count && at < text.size(); ++n) (void)next(text, at);
  return at == text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

}  // namespace winnow::utf8
