#include "base/han.h"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "base/utf8.h"

namespace winnow::han {
namespace {

// The entries that begin with `c` start at this one.
struct First {
  char32_t c;
  std::uint32_t entry;
};

#include "han_tables.inc"

// What han_tables.py says of a character.
constexpr std::uint32_t kCharacter = (1U << 21U) - 1;
constexpr std::uint32_t kOnly = 1U << 21U;
constexpr std::uint32_t kBeginsPhrase = 1U << 22U;
constexpr std::uint32_t kDoubtful = 1U << 23U;
constexpr std::uint32_t kMade = 1U << 24U;

// One direction: its characters, and its phrases end to end (han_tables.py says how).
struct Table {
  std::span<const std::uint16_t> pages;
  std::span<const std::uint32_t[256]> characters;
  std::string_view text;
  std::span<const std::uint32_t> at;
  std::span<const First> firsts;
  std::span<const std::uint64_t> beginnings;
};
constexpr Table kSimplify = {
    kToSimplifiedPages,   kToSimplified,           {kSimplifiedPhrasesText, sizeof kSimplifiedPhrasesText - 1},
    kSimplifiedPhrasesAt, kSimplifiedPhrasesFirst, kSimplifiedPhrasesBeginnings};
constexpr Table kTraditionalize = {
    kToTraditionalPages,   kToTraditional,           {kTraditionalPhrasesText, sizeof kTraditionalPhrasesText - 1},
    kTraditionalPhrasesAt, kTraditionalPhrasesFirst, kTraditionalPhrasesBeginnings};

// No character of the tables is encoded with a lower lead byte.
constexpr unsigned char kFirstLead = 0xE2;

std::uint32_t look_up(const Table& table, char32_t c) {
  return (c >> 8U) < table.pages.size() ? table.characters[table.pages[c >> 8U]][c & 0xFFU] : 0;
}

std::string_view entry(const Table& table, std::size_t i) {
  return table.text.substr(table.at[i], table.at[i + 1] - table.at[i]);
}

std::string_view key_of(std::string_view entry) { return entry.substr(0, entry.find('\t')); }

// The first entry in [low, high) whose key, cut to `size` bytes, is not less than (`past`: is greater than) `prefix`.
std::size_t bound(const Table& table, std::size_t low, std::size_t high, std::string_view prefix, bool past) {
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    const int order = key_of(entry(table, middle)).substr(0, prefix.size()).compare(prefix);
    if (order < 0 || (past && order == 0)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

// Whether any phrase may begin with the two: mostly not, and then the search is spared.
bool may_begin(const Table& table, std::uint32_t first, char32_t a, char32_t b) {
  if ((first & kBeginsPhrase) == 0) return false;
  const auto bits = static_cast<unsigned>(std::bit_width(table.beginnings.size())) + 5U;
  const std::uint32_t slot =
      (static_cast<std::uint32_t>(a) * 0x9E3779B1U ^ static_cast<std::uint32_t>(b) * 0x85EBCA6BU) >> (32 - bits);
  return (table.beginnings[slot >> 6U] >> (slot & 63U) & 1U) != 0;
}

// The entry with the longest key that `text` begins with; empty when there is none. Precondition: its first character
// begins a phrase.
std::string_view longest(const Table& table, std::string_view text) {
  std::size_t size = 0;
  const char32_t c = utf8::next(text, size);
  const auto first =
      std::lower_bound(table.firsts.begin(), table.firsts.end(), c, [](const First& f, char32_t x) { return f.c < x; });
  std::size_t low = first->entry;
  std::size_t high = std::next(first)->entry;
  std::string_view best;
  for (;;) {
    const std::string_view prefix = text.substr(0, size);
    low = bound(table, low, high, prefix, false);
    high = bound(table, low, high, prefix, true);
    if (low == high) return best;
    if (key_of(entry(table, low)) == prefix) best = entry(table, low);
    if (size == text.size()) return best;
    (void)utf8::next(text, size);
  }
}

// Another form of each character, and of the phrases that need one of their own.
char32_t other_form(const Table& table, char32_t c) {
  const char32_t other = look_up(table, c) & kCharacter;
  return other != 0 ? other : c;
}

// The other form of one character, unless it is a doubtful one that `keeps` wants; whether it changed.
template <class Ask>
bool convert_one(const Table& table, char32_t& c, const Ask& keeps) {
  const std::uint32_t entry = look_up(table, c);
  const char32_t other = entry & kCharacter;
  if (other == 0 || ((entry & kDoubtful) != 0 && keeps(c, other, (entry & kMade) != 0))) return false;
  c = other;
  return true;
}

// Writes what stands for the phrase at `at` over it. A phrase that would change its size is none. Its size; 0 where
// there is none.
template <class Ask>
std::size_t replace_phrase(const Table& table, std::u32string& text, std::size_t at, const Ask& keeps) {
  constexpr std::size_t kLongestPhrase = 16;
  const std::string window = utf8::encode(std::u32string_view(text).substr(at, kLongestPhrase));
  const std::string_view found = longest(table, window);
  const std::string_view key = key_of(found);
  const std::size_t size = utf8::length(key);
  if (found.size() == key.size()) {
    for (std::size_t i = at; i < at + size; ++i) (void)convert_one(table, text[i], keeps);
    return size;
  }
  const std::u32string other = utf8::decode(found.substr(key.size() + 1));
  if (other.size() != size) return 0;
  text.replace(at, size, other);
  return size;
}

// Greedy from the left, as OpenCC's maximum forward matching does, character for character. `keeps` is asked about
// doubtful characters outside of phrases with a form of their own.
template <class Ask>
bool convert(const Table& table, std::u32string& text, const Ask& keeps) {
  bool changed = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::uint32_t entry = look_up(table, text[at]);
    const bool begins = at + 1 < text.size() && may_begin(table, entry, text[at], text[at + 1]);
    const std::size_t size = begins ? replace_phrase(table, text, at, keeps) : 0;
    changed |= size != 0 || (entry != 0 && convert_one(table, text[at], keeps));
    at += std::max<std::size_t>(size, 1);
  }
  return changed;
}

std::string converted(const Table& table, std::string_view text) {
  std::u32string points = utf8::decode(text);
  (void)convert(table, points, [](char32_t, char32_t, bool) { return false; });
  return utf8::encode(points);
}

std::size_t end_of_plain_run(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstLead) ++at;
  return at;
}

}  // namespace

std::string simplify(std::string_view text) { return converted(kSimplify, text); }
std::string traditionalize(std::string_view text) { return converted(kTraditionalize, text); }

bool simplify_in_place(std::u32string& text, const Keeps& keeps) { return convert(kSimplify, text, keeps); }

char32_t simplified(char32_t c) { return other_form(kSimplify, c); }

bool is_traditional_only(char32_t c) { return (look_up(kSimplify, c) & kOnly) != 0; }

bool is_simplified_only(char32_t c) { return (look_up(kTraditionalize, c) & kOnly) != 0; }

std::string_view script_of(std::string_view text) {
  std::size_t traditional = 0;
  std::size_t simple = 0;
  for (std::size_t at = end_of_plain_run(text, 0); at < text.size(); at = end_of_plain_run(text, at)) {
    const char32_t c = utf8::next(text, at);
    traditional += is_traditional_only(c) ? 1 : 0;
    simple += is_simplified_only(c) ? 1 : 0;
  }
  if (traditional == simple) return "";
  return traditional > simple ? "zh-Hant" : "zh-Hans";
}

}  // namespace winnow::han
