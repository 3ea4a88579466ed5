#include "repair/legacy.h"

#include <algorithm>
#include <utility>

#include "base/converter.h"
#include "base/plausible.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kEncodings[] = {"gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
constexpr double kPlausible = 0.45;
constexpr double kPlausibleInCompany = 0.3;  // other segments of the document told the encoding
constexpr std::size_t kFewestBytes = 8;
constexpr std::size_t kFewestInCompany = 4;

// The bytes behind a text all of whose characters are of the Latin encoding.
struct Bytes {
  std::string bytes;
  std::size_t high = 0;
};

std::optional<Bytes> bytes_of(std::string_view text, const Codec& latin) {
  Bytes out;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const unsigned byte = c < 0x80 ? static_cast<unsigned>(c) : latin.byte_of(c);
    if (c >= 0x80 && byte == 0) return std::nullopt;
    out.high += byte >= 0x80 ? 1 : 0;
    out.bytes += static_cast<char>(byte);
  }
  return out;
}

struct Reading {
  std::string text;
  std::size_t errors = 0;
  std::size_t left = 0;  // bytes at the end that are half a character
};

Reading read(std::string_view encoding, std::string_view bytes) {
  Reading reading;
  reading.text = to_utf8(encoding, bytes, &reading.errors);
  if (reading.errors != 1 || static_cast<unsigned char>(bytes.back()) < 0x80) return reading;
  std::size_t errors = 0;
  std::string shorter = to_utf8(encoding, bytes.substr(0, bytes.size() - 1), &errors);
  return errors == 0 ? Reading{std::move(shorter), 0, 1} : reading;
}

std::string_view last_character(std::string_view text) {
  std::size_t at = text.size();
  (void)utf8::previous(text, at);
  return text.substr(at);
}

}  // namespace

std::string_view legacy_encoding(std::string_view text, const Codec& latin) {
  const std::optional<Bytes> source = bytes_of(text, latin);
  if (!source || source->high < kFewestBytes || utf8::valid(source->bytes)) return {};
  std::string_view best;
  double most = kPlausible;
  for (const std::string_view encoding : kEncodings) {
    const double plausibility = cjk_plausibility(read(encoding, source->bytes).text);
    if (plausibility <= most) continue;
    most = plausibility;
    best = encoding;
  }
  return best;
}

std::optional<std::string> fix_legacy(std::string_view text, std::string_view encoding, const Codec& latin,
                                      Log& log) {
  const std::optional<Bytes> source = bytes_of(text, latin);
  if (!source || source->high < kFewestInCompany || utf8::valid(source->bytes)) return std::nullopt;
  Reading reading = read(encoding, source->bytes);
  const double plausibility = cjk_plausibility(reading.text);
  if (plausibility < kPlausibleInCompany) return std::nullopt;
  if (reading.errors != 0) return std::string(text);
  if (reading.left != 0) reading.text += last_character(text);
  log.note("mojibake", 0, text, reading.text, std::string(encoding) + " read as " + std::string(latin.encoding()),
       std::min(0.99, 0.5 + plausibility / 2));
  return std::move(reading.text);
}

}  // namespace winnow::repair
