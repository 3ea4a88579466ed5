#include "base/single_byte.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <string>

namespace winnow {
namespace {

constexpr char16_t kNone = 0xFFFD;

struct Source {
  std::string_view encoding;
  const char* icu;
};
constexpr Source kSources[] = {
    {"IBM866", "ibm-866"},
    {"ISO-8859-2", "ISO-8859-2"},
    {"ISO-8859-3", "ISO-8859-3"},
    {"ISO-8859-4", "ISO-8859-4"},
    {"ISO-8859-5", "ISO-8859-5"},
    {"ISO-8859-6", "ISO-8859-6"},
    {"ISO-8859-7", "ISO-8859-7"},
    {"ISO-8859-8", "ISO-8859-8"},
    {"ISO-8859-8-I", "ISO-8859-8"},
    {"ISO-8859-10", "ISO-8859-10"},
    {"ISO-8859-13", "ISO-8859-13"},
    {"ISO-8859-14", "ISO-8859-14"},
    {"ISO-8859-15", "ISO-8859-15"},
    {"KOI8-R", "KOI8-R"},
    {"KOI8-U", "KOI8-U"},
    {"macintosh", "macintosh"},
    {"windows-874", "windows-874"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1252", "windows-1252"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"x-mac-cyrillic", "x-mac-cyrillic"},
};

// Where ICU's table is not the standard's.
struct Difference {
  std::string_view encoding;
  unsigned char byte;
  char16_t character;
};
constexpr Difference kDifferences[] = {
    {"KOI8-U", 0xAE, 0x045E},
    {"KOI8-U", 0xBE, 0x040E},
    {"macintosh", 0xF0, 0xF8FF},
    {"windows-1253", 0xAA, kNone},
};

// ISO-8859-16, which ICU lacks: 0xA0 to 0xFF.
constexpr char16_t kLatin10[] = {
    0x00A0, 0x0104, 0x0105, 0x0141, 0x20AC, 0x201E, 0x0160, 0x00A7, 0x0161, 0x00A9, 0x0218, 0x00AB, 0x0179, 0x00AD,
    0x017A, 0x017B, 0x00B0, 0x00B1, 0x010C, 0x0142, 0x017D, 0x201D, 0x00B6, 0x00B7, 0x017E, 0x010D, 0x0219, 0x00BB,
    0x0152, 0x0153, 0x0178, 0x017C, 0x00C0, 0x00C1, 0x00C2, 0x0102, 0x00C4, 0x0106, 0x00C6, 0x00C7, 0x00C8, 0x00C9,
    0x00CA, 0x00CB, 0x00CC, 0x00CD, 0x00CE, 0x00CF, 0x0110, 0x0143, 0x00D2, 0x00D3, 0x00D4, 0x0150, 0x00D6, 0x015A,
    0x0170, 0x00D9, 0x00DA, 0x00DB, 0x00DC, 0x0118, 0x021A, 0x00DF, 0x00E0, 0x00E1, 0x00E2, 0x0103, 0x00E4, 0x0107,
    0x00E6, 0x00E7, 0x00E8, 0x00E9, 0x00EA, 0x00EB, 0x00EC, 0x00ED, 0x00EE, 0x00EF, 0x0111, 0x0144, 0x00F2, 0x00F3,
    0x00F4, 0x0151, 0x00F6, 0x015B, 0x0171, 0x00F9, 0x00FA, 0x00FB, 0x00FC, 0x0119, 0x021B, 0x00FF};
static_assert(std::size(kLatin10) == 96);

HighHalf latin10() {
  HighHalf half;
  for (std::size_t i = 0; i < 32; ++i) half[i] = static_cast<char16_t>(0x80 + i);
  std::copy(std::begin(kLatin10), std::end(kLatin10), half.begin() + 32);
  return half;
}

HighHalf user_defined() {
  HighHalf half;
  for (std::size_t i = 0; i < half.size(); ++i) half[i] = static_cast<char16_t>(0xF780 + i);
  return half;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// The character of one byte; an unassigned control stands for itself (all indexes of section 9), ICU's private
// characters for nothing.
char16_t character_of(UConverter* converter, std::size_t byte) {
  const char source = static_cast<char>(byte);
  UChar target[4] = {};
  UErrorCode status = U_ZERO_ERROR;
  const int32_t length = ucnv_toUChars(converter, target, 4, &source, 1, &status);
  const bool known = U_SUCCESS(status) && length == 1 && target[0] >= 0x80 && target[0] != kNone &&
                     !(target[0] >= 0xE000 && target[0] <= 0xF8FF);
  if (known) return target[0];
  return byte < 0xA0 ? static_cast<char16_t>(byte) : kNone;
}

HighHalf from_icu(const Source& source) {
  HighHalf half;
  half.fill(kNone);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(source.icu, &status));
  if (U_FAILURE(status)) return half;
  for (std::size_t i = 0; i < half.size(); ++i) half[i] = character_of(converter.get(), 0x80 + i);
  for (const Difference& d : kDifferences) {
    if (d.encoding == source.encoding) half[d.byte - 0x80U] = d.character;
  }
  return half;
}

}  // namespace

std::optional<HighHalf> single_byte(std::string_view encoding) {
  if (encoding == "ISO-8859-16") return latin10();
  if (encoding == "x-user-defined") return user_defined();
  const Source* source = std::find_if(std::begin(kSources), std::end(kSources),
                                      [encoding](const Source& s) { return s.encoding == encoding; });
  if (source == std::end(kSources)) return std::nullopt;
  return from_icu(*source);
}

}  // namespace winnow
