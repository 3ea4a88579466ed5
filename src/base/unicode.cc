#include "base/unicode.h"

#include <unicode/bytestream.h>
#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/uidna.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <climits>
#include <memory>

#include "base/utf8.h"

namespace winnow::unicode {
namespace {

using utf8::is_ascii;

char lower_ascii(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = lower_ascii(c);
  return out;
}

// ICU counts in int32_t; longer text than that stays as it is (no stage lets one through).
bool fits(std::string_view text) { return text.size() <= INT_MAX / 4; }

icu::StringPiece piece(std::string_view text) { return {text.data(), static_cast<int32_t>(text.size())}; }

std::string normalise(const icu::Normalizer2* form, std::string_view text, UErrorCode found) {
  if (form == nullptr || U_FAILURE(found) || !fits(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  form->normalizeUTF8(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

UScriptCode script_of(char32_t c) {
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(static_cast<UChar32>(c), &status);
  return U_SUCCESS(status) ? script : USCRIPT_UNKNOWN;
}

bool in_categories(char32_t c, uint32_t mask) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & mask) != 0; }

bool is_ascii_letter(char32_t c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; }

// What VerifyDnsLength and CheckHyphens would find: ICU always reports it, WHATWG asks for it when strict only.
constexpr uint32_t kStrictErrors = UIDNA_ERROR_EMPTY_LABEL | UIDNA_ERROR_LABEL_TOO_LONG |
                                   UIDNA_ERROR_DOMAIN_NAME_TOO_LONG | UIDNA_ERROR_LEADING_HYPHEN |
                                   UIDNA_ERROR_TRAILING_HYPHEN | UIDNA_ERROR_HYPHEN_3_4;

// Letters whose mapping came with UTS 46 revisions after ICU 72's (31 and 33); 0: ignored.
struct NewMapping {
  char32_t first, last, to;  // a range maps to `to`, `to` + 1, ... (or all to nothing)
};
constexpr NewMapping kNewMappings[] = {
    {0x04C0, 0x04C0, 0x04CF},   {0x10A0, 0x10C5, 0x2D00},   {0x180E, 0x180E, 0},        {0x1E9E, 0x1E9E, 0x00DF},
    {0x206A, 0x206F, 0},        {0x2132, 0x2132, 0x214E},   {0x2183, 0x2183, 0x2184},   {0x2F868, 0x2F868, 0x36FC},
    {0x2F874, 0x2F874, 0x5F33}, {0x2F91F, 0x2F91F, 0x43AB}, {0x2F95F, 0x2F95F, 0x7AAE}, {0x2F9BF, 0x2F9BF, 0x4D57},
};

std::string map_newer(std::string_view domain) {
  std::string out;
  out.reserve(domain.size());
  for (std::size_t at = 0; at < domain.size();) {
    const char32_t c = utf8::next(domain, at);
    const auto* row = std::find_if(std::begin(kNewMappings), std::end(kNewMappings),
                                   [c](const NewMapping& m) { return c >= m.first && c <= m.last; });
    if (row == std::end(kNewMappings)) {
      utf8::append(out, c);
    } else if (row->to != 0) {
      utf8::append(out, row->to + (c - row->first));
    }
  }
  return out;
}

struct CloseIdna {
  void operator()(UIDNA* idna) const { uidna_close(idna); }
};

std::string run_idna(std::string_view domain, bool strict, UIDNAInfo& info, UErrorCode& status) {
  const uint32_t options = UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII |
                           UIDNA_NONTRANSITIONAL_TO_UNICODE | (strict ? uint32_t{UIDNA_USE_STD3_RULES} : 0U);
  const std::unique_ptr<UIDNA, CloseIdna> idna(uidna_openUTS46(options, &status));
  if (U_FAILURE(status)) return {};
  std::string out(domain.size() * 2 + 64, '\0');
  for (int attempt = 0; attempt < 2; ++attempt) {
    status = U_ZERO_ERROR;
    info = UIDNA_INFO_INITIALIZER;
    const int32_t length = uidna_nameToASCII_UTF8(idna.get(), domain.data(), static_cast<int32_t>(domain.size()),
                                                  out.data(), static_cast<int32_t>(out.size()), &info, &status);
    out.resize(static_cast<std::size_t>(std::max(length, 0)));
    if (status != U_BUFFER_OVERFLOW_ERROR) break;
  }
  return out;
}

// Bytes that no white space begins with, and those that continue a character.
constexpr auto kMayBeSpace = [] {
  std::array<bool, 256> may{};
  for (std::size_t byte = 0; byte < may.size(); ++byte) {
    may[byte] = byte <= ' ' || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
  }
  return may;
}();

constexpr bool may_be_space(char c) { return kMayBeSpace[static_cast<unsigned char>(c)]; }

bool is_space_at(std::string_view text, std::size_t& at) { return is_space(utf8::next(text, at)); }

std::size_t behind_spaces(std::string_view text, std::size_t at) {
  for (std::size_t next = at; next < text.size() && may_be_space(text[next]) && is_space_at(text, next);) at = next;
  return at;
}

}  // namespace

std::string nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return normalise(form, text, status);
}

bool is_nfc(std::string_view text) {
  if (is_ascii(text) || !fits(text)) return true;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  return U_SUCCESS(status) && form->isNormalizedUTF8(piece(text), status) && U_SUCCESS(status);
}

std::string nfkc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCInstance(status);
  return normalise(form, text, status);
}

std::string fold(std::string_view text) {
  if (is_ascii(text) || !fits(text)) return lower_ascii(text);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8Fold(0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

std::string lower(std::string_view text) {
  if (is_ascii(text) || !fits(text)) return lower_ascii(text);
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  UErrorCode status = U_ZERO_ERROR;
  icu::CaseMap::utf8ToLower("", 0, piece(text), sink, nullptr, status);
  return U_SUCCESS(status) ? out : std::string(text);
}

bool is_letter_beyond_ascii(char32_t c) { return (c >= 0x4E00 && c <= 0x9FFF) || in_categories(c, U_GC_L_MASK); }

bool is_digit_beyond_ascii(char32_t c) { return in_categories(c, U_GC_ND_MASK); }

bool is_space_beyond_ascii(char32_t c) {
  if (c >= 0x3001 && c < 0xFEFF) return false;
  return c == 0xFEFF || c == 0x200B || u_isUWhiteSpace(static_cast<UChar32>(c));
}

bool is_punctuation(char32_t c) { return in_categories(c, U_GC_P_MASK); }

bool is_upper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : u_isUUppercase(static_cast<UChar32>(c)); }

bool is_han(char32_t c) {
  if (c < 0x2E80) return false;
  if (c >= 0x4E00 && c <= 0x9FFF) return true;
  return script_of(c) == USCRIPT_HAN;
}

bool is_kana(char32_t c) {
  if (c < 0x3041) return false;
  if (c >= 0x3100 && c < 0x31F0) return false;
  const UScriptCode script = script_of(c);
  return script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA || c == 0x30FC || c == 0xFF70;
}

bool is_hangul(char32_t c) {
  if (c < 0x1100) return false;
  if (c >= 0xAC00 && c <= 0xD7A3) return true;
  return script_of(c) == USCRIPT_HANGUL;
}

bool is_cyrillic(char32_t c) { return c >= 0x400 && script_of(c) == USCRIPT_CYRILLIC; }

bool is_latin(char32_t c) { return c < 0x80 ? is_ascii_letter(c) : script_of(c) == USCRIPT_LATIN; }

std::string_view trim(std::string_view text) {
  std::size_t start = 0;
  if (!text.empty() && !may_be_space(text.front()) && text.back() > ' ') return text;
  for (std::size_t at = 0; start < text.size() && is_space_at(text, at);) start = at;
  std::size_t end = text.size();
  while (end > start) {
    std::size_t at = end;
    if (!is_space(utf8::previous(text, at))) break;
    end = std::max(at, start);
  }
  return text.substr(start, end - start);
}

std::string collapse(std::string_view text) {
  text = trim(text);
  std::string out;
  out.reserve(text.size());
  std::size_t unwritten = 0, at = 0;
  // What stands before `at` is no space.
  while (at < text.size()) {
    const std::size_t start = at++;
    if (!may_be_space(text[start])) continue;
    if (text[start] == ' ' && at < text.size() && !may_be_space(text[at])) continue;  // it stays as it is
    at = start;
    if (!is_space_at(text, at)) continue;
    out += text.substr(unwritten, start - unwritten);
    at = behind_spaces(text, at);
    if (at < text.size()) out += ' ';
    unwritten = at;
  }
  return out += text.substr(unwritten);
}

bool domain_to_ascii(std::string_view domain, bool strict, std::string& ascii) {
  ascii.clear();
  if (!fits(domain)) return false;
  if (!strict && is_ascii(domain)) {  // WHATWG URL 3.3: lower case, even where an "xn--" label is wrong
    ascii = lower_ascii(domain);
    return !ascii.empty();
  }
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  UErrorCode status = U_ZERO_ERROR;
  std::string out = run_idna(map_newer(domain), strict, info, status);
  const uint32_t errors = strict ? info.errors : info.errors & ~kStrictErrors;
  if (U_FAILURE(status) || errors != 0 || out.empty()) return false;
  ascii = std::move(out);
  return true;
}

}  // namespace winnow::unicode
