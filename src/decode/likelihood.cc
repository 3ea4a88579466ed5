#include "decode/likelihood.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <limits>
#include <string>
#include <vector>

#include "base/cjk_frequency.h"
#include "base/converter.h"
#include "base/single_byte.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::decode {
namespace {

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

constexpr double kNever = std::numeric_limits<double>::infinity();

// Where a Latin word touches a character without a space: rare in text, the rule in words that hide a letter of Europe.
constexpr double kTouchesLatin = 3.0;

bool is_ascii_letter(char32_t c) { return between(c, 'a', 'z') || between(c, 'A', 'Z'); }

double bits_as(CjkScript script, std::string_view utf8) {
  double bits = 0;
  char32_t before = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = utf8::next(utf8, at);
    bits += cjk_bits(script, c);
    const bool touches = (c >= 0x3041 && is_ascii_letter(before)) || (before >= 0x3041 && is_ascii_letter(c));
    if (touches) bits += kTouchesLatin;
    before = c;
  }
  return bits;
}

// Text in the other script of Chinese than its encoding was made for.
constexpr double kOtherScript = 3.0;

double chinese_bits(std::string_view utf8) {
  return std::min(bits_as(CjkScript::simplified, utf8), bits_as(CjkScript::traditional, utf8) + kOtherScript);
}

// Costs of a byte in a single-byte encoding, fitted by hand.
struct Costs {
  double lower = 4.6, caseless = 5.2, first = 5.5, capital = 6.5, capitals = 6.0, camel = 12.0;
  double rare_latin = 3.0, rare_thai = 4.0, mixed = 6.0, rare_mark = 9.0, stray_mark = 12.0, typographic = 8.0,
         sign = 12.0, never = 25.0;
};
constexpr Costs kCosts;

enum class Kind : unsigned char {
  other,
  lower,
  upper,
  caseless,
  rare_caseless,
  mark,
  rare_mark,
  typographic,
  sign,
  never
};
enum class Family : unsigned char { none, latin, cyrillic, greek, hebrew, arabic, thai };

struct Sort {
  Kind kind = Kind::other;
  Family family = Family::none;
};

Family family_of(char32_t c) {
  if (between(c, 'A', 'z') || between(c, 0xC0, 0x24F)) return Family::latin;
  if (between(c, 0x370, 0x3FF)) return Family::greek;
  if (between(c, 0x400, 0x52F)) return Family::cyrillic;
  if (between(c, 0x591, 0x5F4)) return Family::hebrew;
  if (between(c, 0x600, 0x6FF)) return Family::arabic;
  return between(c, 0xE01, 0xE4E) ? Family::thai : Family::none;
}

bool is_thai_mark(char32_t c) { return c == 0xE31 || between(c, 0xE34, 0xE3A) || between(c, 0xE47, 0xE4E); }

bool is_rare_thai(char32_t c) {
  constexpr std::u32string_view kRare = U"ฃฅฆฌฎฏฐฑฒญฝฤฦศษฬฮฯๅๆ";
  return kRare.find(c) != std::u32string_view::npos;
}

bool is_typographic(char32_t c) {
  return between(c, 0x2013, 0x2026) || c == 0xA0 || c == 0xAB || c == 0xBB || c == 0xA9 || c == 0x20AC;
}

Sort sort_of(char32_t c) {
  if (c == utf8::kReplacement || between(c, 0x80, 0x9F) || between(c, 0xE000, 0xF8FF)) return {Kind::never, {}};
  if (is_typographic(c)) return {Kind::typographic, {}};
  const Family family = family_of(c);
  if (is_thai_mark(c)) return {Kind::mark, family};
  if (between(c, 0x591, 0x5C7) || between(c, 0x64B, 0x652)) return {Kind::rare_mark, family};
  if (is_rare_thai(c)) return {Kind::rare_caseless, family};
  if (!unicode::is_letter(c)) return {c < 0x80 ? Kind::other : Kind::sign, {}};
  if (unicode::is_upper(c)) return {Kind::upper, family};
  return {
      family == Family::latin || family == Family::cyrillic || family == Family::greek ? Kind::lower : Kind::caseless,
      family};
}

double letter_bits(Sort before, Sort now) {
  const bool inside = before.family != Family::none;
  double bits = now.family == Family::latin ? kCosts.rare_latin : 0;
  if (inside && before.family != now.family) bits += kCosts.mixed;
  if (now.kind == Kind::caseless) return bits + kCosts.caseless;
  if (now.kind == Kind::rare_caseless) return bits + kCosts.caseless + kCosts.rare_thai;
  if (now.kind == Kind::lower) return bits + (inside ? kCosts.lower : kCosts.first);
  if (before.kind == Kind::lower) return bits + kCosts.camel;
  return bits + (inside ? kCosts.capitals : kCosts.capital);
}

// The cost of a byte beyond ASCII.
double bits_of(Sort before, Sort now) {
  switch (now.kind) {
    case Kind::mark:
      if (before.family != now.family) return kCosts.stray_mark;
      return before.kind == Kind::mark ? kCosts.rare_mark : kCosts.caseless;
    case Kind::rare_mark:
      return before.family == now.family ? kCosts.rare_mark : kCosts.stray_mark;
    case Kind::typographic:
      return kCosts.typographic;
    case Kind::sign:
    case Kind::other:
      return kCosts.sign;
    case Kind::never:
      return kCosts.never;
    default:
      return letter_bits(before, now);
  }
}

using Sorts = std::array<Sort, 256>;

Sorts sorts_of(std::string_view encoding) {
  Sorts sorts{};
  const HighHalf half = single_byte(encoding).value_or(HighHalf{});
  for (std::size_t i = 0; i < sorts.size(); ++i) sorts[i] = sort_of(i < 0x80 ? char32_t(i) : half[i - 0x80]);
  return sorts;
}

double bits_in(const Sorts& sorts, std::string_view bytes) {
  double bits = 0;
  Sort before;
  for (const char byte : bytes) {
    const auto at = static_cast<unsigned char>(byte);
    bits += at < 0x80 ? ascii_bits(at) : bits_of(before, sorts[at]);
    before = sorts[at];
  }
  return bits;
}

// One of each that differ in what matters here.
constexpr std::string_view kSingleByte[] = {"windows-1252", "windows-1250", "windows-1251",   "KOI8-R",
                                            "ISO-8859-5",   "IBM866",       "x-mac-cyrillic", "windows-1253",
                                            "windows-1254", "windows-1255", "windows-1256",   "windows-874",
                                            "windows-1257", "windows-1258", "macintosh"};

}  // namespace

double east_asian_bits(std::string_view encoding, std::string_view bytes) {
  const std::string utf8 = to_utf8(encoding, bytes);
  if (encoding == "Big5") return bits_as(CjkScript::traditional, utf8);
  if (encoding == "GBK" || encoding == "gb18030") return chinese_bits(utf8);
  if (encoding == "Shift_JIS" || encoding == "EUC-JP" || encoding == "ISO-2022-JP")
    return bits_as(CjkScript::japanese, utf8);
  if (encoding == "EUC-KR") return bits_as(CjkScript::korean, utf8);
  if (encoding.starts_with("UTF-16") || encoding == "UTF-8")
    return std::min({chinese_bits(utf8), bits_as(CjkScript::japanese, utf8), bits_as(CjkScript::korean, utf8)});
  return kNever;
}

double single_byte_bits(std::string_view encoding, std::string_view bytes) {
  return single_byte(encoding) ? bits_in(sorts_of(encoding), bytes) : kNever;
}

SingleByte best_single_byte(std::string_view bytes) {
  static const std::vector<Sorts> kSorts = [] {
    std::vector<Sorts> all;
    for (const std::string_view encoding : kSingleByte) all.push_back(sorts_of(encoding));
    return all;
  }();
  SingleByte best{kSingleByte[0], kNever};
  for (std::size_t i = 0; i < kSorts.size(); ++i) {
    if (const double bits = bits_in(kSorts[i], bytes); bits < best.bits) best = {kSingleByte[i], bits};
  }
  return best;
}

}  // namespace winnow::decode
