#include "decode/detect.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <memory>
#include <optional>

#include "base/converter.h"
#include "base/plausible.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::decode {
namespace {

constexpr std::size_t kSample = 256 * 1024;
constexpr std::size_t kLead = 1024;
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
constexpr std::string_view kSiblings[][3] = {
    {"windows-1253", "ISO-8859-7", ""},           {"windows-1250", "ISO-8859-2", "ISO-8859-16"},
    {"windows-1252", "ISO-8859-15", "macintosh"}, {"windows-1251", "ISO-8859-5", ""},
    {"windows-1255", "ISO-8859-8", ""},           {"windows-1256", "ISO-8859-6", ""},
    {"windows-1257", "ISO-8859-13", ""}};

// Characters that nobody writes there: controls, private ones, and signs inside or at the start of a word.
std::size_t oddities(std::string_view encoding, std::string_view sample) {
  const std::string text = to_utf8(encoding, sample);
  std::size_t odd = 0;
  char32_t before = ' ';
  char32_t last = ' ';
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const bool control = (last >= 0x80 && last < 0xA0) || last == utf8::kReplacement;
    const bool sign = last >= 0xA0 && !unicode::is_letter(last) && last != 0xAD && last != 0x2019 && last != 0x2018;
    if (control || (sign && unicode::is_letter(c) && unicode::is_letter(before))) odd += control ? 2 : 1;
    before = last;
    last = c;
  }
  return odd;
}

std::string_view least_odd(std::string_view encoding, std::string_view sample) {
  for (const auto& family : kSiblings) {
    if (std::find(std::begin(family), std::end(family), encoding) == std::end(family)) continue;
    std::size_t least = oddities(encoding, sample);
    for (const std::string_view sibling : family) {
      if (sibling.empty() || least == 0) continue;
      if (const std::size_t odd = oddities(sibling, sample); odd < least) {
        least = odd;
        encoding = sibling;
      }
    }
    break;
  }
  return encoding;
}

// Curly quotes and dashes of windows-1252 among English are all that many pages have beyond ASCII.
bool only_smart_punctuation(std::string_view sample) {
  constexpr std::string_view kSmart = "\x85\x91\x92\x93\x94\x95\x96\x97\x99\xA0\xA3\xA9\xAE\xB7";
  return std::all_of(sample.begin(), sample.end(),
                     [&](char c) { return !is_high(c) || kSmart.find(c) != std::string_view::npos; });
}

// UTF-16 of mostly Latin text has a zero in every other byte.
std::optional<std::string_view> utf16_without_bom(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1});
  if (sample.size() < 8) return std::nullopt;
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t half = sample.size() / 2;
  if (zeros[1] * 10 > half * 3 && zeros[0] * 10 < half) return "UTF-16LE";
  if (zeros[0] * 10 > half * 3 && zeros[1] * 10 < half) return "UTF-16BE";
  return std::nullopt;
}

}  // namespace

std::string_view telling_part(std::string_view bytes) {
  const auto first = static_cast<std::size_t>(std::find_if(bytes.begin(), bytes.end(), is_high) - bytes.begin());
  return bytes.substr(first > kLead ? first - kLead : 0, kSample);
}

EastAsian best_east_asian(std::string_view bytes) {
  EastAsian best;
  for (const std::string_view encoding : kEastAsian) {
    const double plausibility = cjk_plausibility(to_utf8(encoding, bytes));
    if (plausibility > best.plausibility) best = {encoding, plausibility};
  }
  return best;
}

Detected detect(std::string_view bytes) {
  if (const auto utf16 = utf16_without_bom(bytes)) return {*utf16, "zero bytes in every other place"};
  const std::string_view sample = telling_part(bytes);
  const bool ascii = std::none_of(sample.begin(), sample.end(), is_high);
  const std::optional<std::string_view> guess = ask_uchardet(sample);
  if (ascii) return guess == "ISO-2022-JP" ? Detected{*guess, "its escape sequences"} : Detected{"UTF-8", "all ASCII"};
  const EastAsian east = best_east_asian(sample);
  if (east.plausibility >= kPlausible) return {east.encoding, "its frequent characters"};
  if (only_smart_punctuation(sample)) return {kFallback, "typographic punctuation only"};
  if (!guess) return {kFallback, "nothing speaks for another"};
  return {least_odd(*guess, sample), "the statistics of its bytes"};
}

}  // namespace winnow::decode
