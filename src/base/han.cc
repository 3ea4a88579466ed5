#include "base/han.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>

#include "base/utf8.h"

namespace winnow::han {
namespace {

struct Pair {
  char32_t from;
  char32_t to : 31;
  char32_t only : 1;  // used in this script only
};

// The entries that begin with `c` start at this one.
struct First {
  char32_t c;
  std::uint32_t entry;
};

#include "han_tables.inc"

// One direction: its characters, and its phrases end to end (han_tables.py says how).
struct Table {
  std::span<const Pair> characters;
  std::string_view text;
  std::span<const std::uint32_t> at;
  std::span<const First> firsts;
};
constexpr Table kSimplify = {kToSimplified,
                             {kSimplifiedPhrasesText, sizeof kSimplifiedPhrasesText - 1},
                             kSimplifiedPhrasesAt,
                             kSimplifiedPhrasesFirst};
constexpr Table kTraditionalize = {kToTraditional,
                                   {kTraditionalPhrasesText, sizeof kTraditionalPhrasesText - 1},
                                   kTraditionalPhrasesAt,
                                   kTraditionalPhrasesFirst};

// No character of the tables is encoded with a lower lead byte; text below is copied in runs.
constexpr unsigned char kFirstLead = 0xE2;

const Pair* find(std::span<const Pair> pairs, char32_t c) {
  const auto at = std::lower_bound(pairs.begin(), pairs.end(), c, [](const Pair& p, char32_t x) { return p.from < x; });
  return at != pairs.end() && at->from == c ? &*at : nullptr;
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

// The entry with the longest key that `text` begins with; empty when there is none.
std::string_view longest(const Table& table, std::string_view text) {
  std::size_t size = 0;
  const char32_t c = utf8::next(text, size);
  const auto first =
      std::lower_bound(table.firsts.begin(), table.firsts.end(), c, [](const First& f, char32_t x) { return f.c < x; });
  if (first->c != c) return {};
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

void append_by_character(const Table& table, std::string_view text, std::string& out) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    if (const Pair* pair = find(table.characters, c)) {
      utf8::append(out, pair->to);
    } else {
      out += text.substr(start, at - start);
    }
  }
}

std::size_t end_of_plain_run(std::string_view text, std::size_t at) {
  while (at < text.size() && static_cast<unsigned char>(text[at]) < kFirstLead) ++at;
  return at;
}

// Greedy from the left, as OpenCC's maximum forward matching does.
std::string convert(const Table& table, std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t run = end_of_plain_run(text, at);
    out += text.substr(at, run - at);
    if ((at = run) == text.size()) break;
    const std::string_view found = longest(table, text.substr(at));
    const std::string_view key = key_of(found);
    if (found.size() > key.size()) {
      out += found.substr(key.size() + 1);
      at += key.size();
      continue;
    }
    std::size_t next = at + key.size();
    if (key.empty()) (void)utf8::next(text, next);
    append_by_character(table, text.substr(at, next - at), out);
    at = next;
  }
  return out;
}

}  // namespace

std::string simplify(std::string_view text) { return convert(kSimplify, text); }

std::string traditionalize(std::string_view text) { return convert(kTraditionalize, text); }

char32_t simplified(char32_t c) {
  if (c < 0x2E80) return c;
  const Pair* pair = find(kToSimplified, c);
  return pair != nullptr ? char32_t{pair->to} : c;
}

bool is_traditional_only(char32_t c) {
  if (c < 0x2E80) return false;
  const Pair* pair = find(kToSimplified, c);
  return pair != nullptr && pair->only != 0;
}

bool is_simplified_only(char32_t c) {
  if (c < 0x2E80) return false;
  const Pair* pair = find(kToTraditional, c);
  return pair != nullptr && pair->only != 0;
}

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
