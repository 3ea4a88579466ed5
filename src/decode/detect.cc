#include "decode/detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>

#include "base/converter.h"
#include "base/single_byte.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "decode/likelihood.h"
#include "decode/segments.h"
#include "decode/utf8_share.h"

namespace winnow::decode {
namespace {

constexpr std::size_t kSample = 256 * 1024;
constexpr std::size_t kLead = 1024;
constexpr std::size_t kScanned = 4 * 1024 * 1024;
constexpr std::size_t kCondensed = 32 * 1024;
constexpr std::size_t kNear = 5;
// By how many bits an East Asian reading must be the likelier one, and for texts of a word or two.
constexpr double kMargin = 0, kMarginShort = 12;
constexpr std::size_t kShort = 8;
constexpr double kClearlyUtf16 = 20;
constexpr std::size_t kEnoughLonger = 4;  // sequences of three bytes: some of the page is UTF-8
// Long texts of rare characters (tables, dictionaries) show by their lack of errors what they are.
constexpr std::size_t kLong = 256;
constexpr double kNearlyAsLikely = 1.15;
constexpr std::string_view kEastAsian[] = {"gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
constexpr std::string_view kFallback = "windows-1252";

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

struct DeleteDetector {
  void operator()(uchardet* detector) const { uchardet_delete(detector); }
};

// uchardet's names that are no labels of the standard. What is not here and no label can't be decoded by us.
struct Alias {
  std::string_view theirs, ours;
};
constexpr Alias kAliases[] = {{"UHC", "EUC-KR"},          {"MAC-CYRILLIC", "x-mac-cyrillic"},
                              {"EUC-TW", "Big5"},         {"HZ-GB-2312", "gb18030"},
                              {"ISO-2022-KR", "EUC-KR"},  {"ISO-2022-CN", "gb18030"},
                              {"IBM855", "windows-1251"}, {"UTF-16", "UTF-16LE"},
                              {"IBM862", "windows-1255"}, {"MAC-CENTRALEUROPE", "windows-1250"}};

std::optional<std::string_view> ask_uchardet(std::string_view sample) {
  const std::unique_ptr<uchardet, DeleteDetector> detector(uchardet_new());
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return std::nullopt;
  uchardet_data_end(detector.get());
  const std::string_view name = uchardet_get_charset(detector.get());
  for (const Alias& alias : kAliases) {
    if (alias.theirs == name) return alias.ours;
  }
  return encoding_for_label(name);
}

// Encodings that share most letters, and are told apart by the rest.
constexpr std::string_view kWestern[3] = {"windows-1252", "ISO-8859-15", "macintosh"};
constexpr std::string_view kSiblings[][3] = {
    {"windows-1253", "ISO-8859-7", ""},           {"windows-1250", "ISO-8859-2", "ISO-8859-16"},
    {"windows-1252", "ISO-8859-15", "macintosh"}, {"windows-1251", "ISO-8859-5", ""},
    {"windows-1255", "ISO-8859-8", ""},           {"windows-1256", "ISO-8859-6", ""},
    {"windows-1257", "ISO-8859-13", ""}};

bool is_lower(char32_t c) { return unicode::is_letter(c) && !unicode::is_upper(c); }

// Characters that nobody writes there: controls, private ones, signs inside a word, capitals behind small letters.
std::size_t oddities(std::string_view encoding, std::string_view sample) {
  const std::string text = to_utf8(encoding, sample);
  std::size_t odd = 0;
  char32_t before = ' ';
  char32_t last = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool control = (last >= 0x80 && last < 0xA0) || last == utf8::kReplacement;
    const bool sign = last >= 0xA0 && !unicode::is_letter(last) && last != 0xAD && last != 0x2019 && last != 0x2018;
    const bool camel = last >= 0x80 && unicode::is_upper(last) && is_lower(before) && is_lower(c);
    if (control || camel || (sign && unicode::is_letter(c) && unicode::is_letter(before))) odd += control ? 2 : 1;
    before = last;
    last = c;
  }
  return odd;
}

struct Odd {
  std::string_view encoding;
  std::size_t oddities = 0;
};

Odd least_odd_of(const std::string_view (&family)[3], Odd best, std::string_view sample) {
  for (const std::string_view sibling : family) {
    if (sibling.empty() || best.oddities == 0) continue;
    if (const std::size_t odd = oddities(sibling, sample); odd < best.oddities) best = {sibling, odd};
  }
  return best;
}

// The least odd of the encoding's family; for a word or two, of the Western one too.
std::string_view least_odd(std::string_view encoding, std::string_view sample, std::size_t evidence) {
  Odd best{encoding, oddities(encoding, sample)};
  for (const auto& family : kSiblings) {
    if (std::find(std::begin(family), std::end(family), encoding) == std::end(family)) continue;
    best = least_odd_of(family, best, sample);
    break;
  }
  return evidence < kShort ? least_odd_of(kWestern, best, sample).encoding : best.encoding;
}

// Curly quotes and dashes of windows-1252 among English are all that many pages have beyond ASCII.
bool only_smart_punctuation(std::string_view sample) {
  constexpr std::string_view kSmart = "\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA9\xAE\xB7";
  return std::all_of(sample.begin(), sample.end(),
                     [&](char c) { return !is_high(c) || kSmart.find(c) != std::string_view::npos; });
}

bool is_rare(std::string_view encoding) {
  constexpr std::string_view kRare[] = {"ISO-8859-3", "ISO-8859-4", "ISO-8859-10", "ISO-8859-14", "ISO-8859-16"};
  return std::find(std::begin(kRare), std::end(kRare), encoding) != std::end(kRare);
}

constexpr std::string_view kUtf16[] = {"UTF-16LE", "UTF-16BE"};

// UTF-16 of mostly Latin text has a zero in every other byte.
std::optional<std::string_view> utf16_by_zeros(std::string_view sample) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t half = sample.size() / 2;
  if (zeros[1] * 10 > half * 3 && zeros[0] * 10 < half) return kUtf16[0];
  if (zeros[0] * 10 > half * 3 && zeros[1] * 10 < half) return kUtf16[1];
  return std::nullopt;
}

// That of East Asian text reads far better than the same bytes in any 8-bit encoding.
std::optional<std::string_view> utf16_by_characters(std::string_view sample) {
  double least = best_single_byte(sample).bits;
  for (const std::string_view encoding : kEastAsian) least = std::min(least, east_asian_bits(encoding, sample));
  const double little = east_asian_bits(kUtf16[0], sample), big = east_asian_bits(kUtf16[1], sample);
  if (std::min(little, big) + kClearlyUtf16 >= least) return std::nullopt;
  return kUtf16[little <= big ? 0 : 1];
}

std::optional<Detected> utf16_without_bom(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
  if (sample.size() < 8) return std::nullopt;
  if (const auto encoding = utf16_by_zeros(sample)) return Detected{*encoding, "zero bytes in every other place"};
  if (std::none_of(sample.begin(), sample.end(), is_high) || utf8::valid(sample)) return std::nullopt;
  if (const auto encoding = utf16_by_characters(sample)) return Detected{*encoding, "its frequent characters"};
  return std::nullopt;
}

}  // namespace

std::string_view telling_part(std::string_view bytes) {
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  return bytes.substr(first > kLead ? first - kLead : 0, kSample);
}

std::string condensed(std::string_view bytes) {
  std::string out;
  bytes = bytes.substr(0, kScanned);
  std::size_t near = kNear;  // ASCII since the last byte beyond it
  for (const char c : bytes) {
    near = is_high(c) ? 0 : near + 1;
    if (near < kNear) out += c;
    if (near == kNear && !out.empty()) out += '\n';
    if (out.size() >= kCondensed) break;
  }
  return out;
}

bool EastAsian::likely() const {
  if (evidence == 0) return false;
  if (bits + (evidence < kShort ? kMarginShort : kMargin) < single.bits) return true;
  return errors == 0 && evidence >= kLong && bits < single.bits * kNearlyAsLikely;
}

EastAsian best_east_asian(std::string_view bytes) {
  const std::string sample = condensed(bytes);
  EastAsian best;
  if (sample.empty()) return best;
  best.single = best_single_byte(sample);
  best.evidence = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), is_high));
  for (const std::string_view encoding : kEastAsian) {
    const double bits = east_asian_bits(encoding, sample);
    if (best.encoding.empty() || bits < best.bits) {
      best.encoding = encoding;
      best.bits = bits;
    }
  }
  (void)to_utf8(best.encoding, sample, &best.errors);
  return best;
}

Detected detect(std::string_view bytes) {
  if (const auto utf16 = utf16_without_bom(bytes)) return *utf16;
  const std::string_view sample = telling_part(bytes);
  const bool ascii = std::none_of(sample.begin(), sample.end(), is_high);
  const std::optional<std::string_view> guess = ask_uchardet(sample);
  if (ascii) return guess == "ISO-2022-JP" ? Detected{*guess, "its escape sequences"} : Detected{"UTF-8", "all ASCII"};
  const EastAsian east = best_east_asian(bytes);
  if (east.likely()) return {east.encoding, "its frequent characters"};
  if (utf8_share(sample).longer >= kEnoughLonger) {
    const EastAsian rest = best_east_asian(without_utf8(sample));
    if (rest.likely()) return {rest.encoding, "the frequent characters of what is no UTF-8"};
  }
  if (only_smart_punctuation(sample)) return {kFallback, "typographic punctuation only"};
  if (!guess) return {kFallback, "nothing speaks for another"};
  if (east.evidence < kShort && is_rare(*guess)) return {kFallback, "too short for a rare encoding"};
  if (!single_byte(*guess))
    return {least_odd(east.single.encoding, sample, east.evidence), "its letters and their case"};
  return {least_odd(*guess, sample, east.evidence), "the statistics of its bytes"};
}

}  // namespace winnow::decode
