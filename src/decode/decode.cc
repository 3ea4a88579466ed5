#include "decode/decode.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/cjk_frequency.h"
#include "base/converter.h"
#include "base/utf8.h"
#include "decode/detect.h"
#include "decode/labels.h"
#include "decode/likelihood.h"
#include "decode/segments.h"
#include "decode/utf8_share.h"

namespace winnow::decode {
namespace {

struct Witness {
  std::string_view encoding;
  std::string why;
};

// A text with a share of errors up to this one is still in that encoding: a byte lost here and there.
constexpr std::size_t kErrorsPerHundred = 2;
// A declared label loses to another encoding that is likelier by so many bits, of which some for each byte.
constexpr double kClearly = 30;
constexpr double kClearlyPerByte = 0.5;
constexpr double kClearlyPerLetter = 1.5;
// Fewer bytes beyond ASCII than these say nothing against a declared single-byte label.
constexpr std::size_t kEnoughBytes = 8;
// So many multi-byte characters are UTF-8 by more than chance; and so many of three bytes, where all else is not UTF-8.
constexpr std::size_t kEnoughSequences = 3;
constexpr std::size_t kEnoughLonger = 8;
constexpr std::size_t kManySequences = 16;

void note(Text& text, std::string_view action, std::string_view what, std::string_view why) {
  text.trace.push_back({"decode", std::string(action), std::string(what), std::string(why)});
}

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_east_asian(std::string_view encoding) {
  constexpr std::string_view kNames[] = {"GBK", "gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
  return std::find(std::begin(kNames), std::end(kNames), encoding) != std::end(kNames);
}

bool is_utf16(std::string_view encoding) { return encoding.starts_with("UTF-16"); }

bool same_family(std::string_view a, std::string_view b) {
  return a == b || (a == "GBK" && b == "gb18030") || (a == "gb18030" && b == "GBK");
}

Text finish(Text text, std::string_view encoding, std::string_view why, std::string utf8) {
  text.utf8 = std::move(utf8);
  text.encoding = encoding;
  text.why = why;
  note(text, "charset", encoding, why);
  return text;
}

std::vector<Witness> declared(std::string_view bytes, std::string_view content_type, bool html, Text& text) {
  std::vector<Witness> witnesses;
  if (const std::string label = charset_of(content_type); !label.empty()) {
    const auto encoding = encoding_for_label(label);
    if (encoding) witnesses.push_back({*encoding, "HTTP header"});
    if (!encoding) note(text, "charset refused", label, "the HTTP header's label is unknown");
  }
  if (!html) return witnesses;
  if (const auto encoding = xml_encoding(bytes)) witnesses.push_back({*encoding, "XML declaration"});
  if (const auto encoding = meta_encoding(bytes)) witnesses.push_back({*encoding, "meta"});
  return witnesses;
}

// What an East Asian label loses to; "" when nothing is so much likelier.
std::string reads_better(std::string_view encoding, std::string_view bytes, const EastAsian& east) {
  const std::string sample = condensed(bytes);
  const double own =
      east_asian_bits(encoding, sample) - kClearly - kClearlyPerByte * static_cast<double>(sample.size());
  if (east.bits < own && !same_family(encoding, east.encoding))
    return "reads far better as " + std::string(east.encoding);
  return east.single.bits < own ? "reads far better in a single-byte encoding" : std::string();
}

// What a single-byte label loses to.
std::string other_reads_better(std::string_view encoding, std::string_view bytes, const EastAsian& east) {
  const std::string sample = condensed(bytes);
  const double own = single_byte_bits(encoding, sample) - kClearly;
  if (east.evidence < kEnoughBytes) return {};
  if (east.likely() && east.bits < own) return "reads far better as " + std::string(east.encoding);
  const double clearly = kClearlyPerLetter * static_cast<double>(sample.size());
  return east.single.bits < own - clearly ? "reads far better as " + std::string(east.single.encoding) : std::string();
}

// Why the bytes can't be in the declared encoding though it decodes them; "" when they can.
std::string contradiction(std::string_view encoding, std::string_view bytes, const EastAsian& east) {
  if (is_utf16(encoding) && bytes.substr(0, 4096).find('\0') == std::string_view::npos && utf8::valid(bytes))
    return "the bytes are 8-bit text";
  if (is_east_asian(encoding)) return reads_better(encoding, bytes, east);
  if (encoding == "UTF-8" || is_utf16(encoding) || encoding == "ISO-2022-JP" || encoding == "replacement") return {};
  return other_reads_better(encoding, bytes, east);
}

bool few(std::size_t errors, std::size_t of) { return errors * 100 <= of * kErrorsPerHundred; }

Mixed plain(std::string_view bytes) {
  Mixed whole;
  whole.utf8 = to_utf8("UTF-8", bytes, &whole.errors);
  return whole;
}

// Decodes bytes in which the encoding may have errors: the stretches in others by themselves.
Mixed read(std::string_view encoding, std::string_view bytes) {
  Mixed whole;
  whole.utf8 = to_utf8(encoding, bytes, &whole.errors);
  if (whole.errors == 0 || !may_be_mixed(encoding)) return whole;
  Mixed mixed = by_segments(encoding, bytes);
  return mixed.errors < whole.errors ? mixed : whole;
}

Text finish(Text text, std::string_view encoding, std::string_view why, Mixed mixed) {
  text = finish(std::move(text), encoding, why, std::move(mixed.utf8));
  std::move(mixed.trace.begin(), mixed.trace.end(), std::back_inserter(text.trace));
  return text;
}

// The first declared encoding that the bytes don't contradict; notes why the others lost.
std::optional<Text> by_declaration(std::string_view bytes, const std::vector<Witness>& witnesses, Text& text) {
  if (witnesses.empty()) return std::nullopt;
  const EastAsian east = best_east_asian(bytes);
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  std::optional<Text> flawed;
  for (const Witness& witness : witnesses) {
    if (const std::string why = contradiction(witness.encoding, bytes, east); !why.empty()) {
      note(text, "charset refused", witness.encoding, witness.why + ": " + why);
      continue;
    }
    Mixed mixed = witness.encoding == "UTF-8" ? plain(bytes) : read(witness.encoding, bytes);
    if (mixed.errors == 0) return finish(std::move(text), witness.encoding, witness.why, std::move(mixed));
    note(text, "charset doubted", witness.encoding, witness.why + ": " + std::to_string(mixed.errors) + " errors");
    if (!flawed && few(mixed.errors, high)) flawed = finish(text, witness.encoding, witness.why, std::move(mixed));
  }
  return flawed;
}

std::string_view witness_of(std::string_view encoding, const std::vector<Witness>& witnesses,
                            std::string_view otherwise) {
  for (const Witness& witness : witnesses) {
    if (same_family(witness.encoding, encoding)) return witness.why;
  }
  return otherwise;
}

bool reads_ascii(std::string_view encoding) {
  return !is_utf16(encoding) && encoding != "ISO-2022-JP" && encoding != "replacement";
}

// Bytes that are all ASCII are the same text in any of the encodings that contain it.
std::optional<Text> as_ascii(std::string_view bytes, const std::vector<Witness>& witnesses, Text& text) {
  if (!utf8::is_ascii(bytes) || bytes.find('\x1B') != bytes.npos || bytes.find('\0') != bytes.npos) return std::nullopt;
  for (const Witness& witness : witnesses) {
    if (reads_ascii(witness.encoding))
      return finish(std::move(text), witness.encoding, witness.why, std::string(bytes));
  }
  return finish(std::move(text), "UTF-8", "UTF-8", std::string(bytes));
}

// Whether bytes that are no valid UTF-8 are nevertheless, but for lost bytes and stretches in another encoding.
bool is_mostly_utf8(std::string_view bytes, const std::vector<Witness>& witnesses) {
  const Utf8Share share = utf8_share(bytes);
  const auto is_at_least = [&share](std::size_t percent) { return share.bytes * 100 >= share.high * percent; };
  const std::string_view said = witnesses.empty() ? std::string_view() : witnesses.front().encoding;
  if (share.sequences != 0 && few(share.errors, share.sequences)) return !is_east_asian(said);
  if (share.sequences >= kManySequences && is_at_least(75)) return true;
  if (share.sequences < 2 || !is_at_least(50)) return false;
  const EastAsian east = best_east_asian(bytes);
  const double own = east_asian_bits("UTF-8", condensed(bytes));
  const double grace = share.longer >= 2 ? kErrorBits : 0;
  if (own < std::min(east.bits, east.single.bits + grace)) return true;
  if (share.sequences < kEnoughSequences || east.likely() || own > 2 * east.single.bits) return false;
  return said == "UTF-8" || share.longer >= kEnoughLonger;
}

// Whether the valid UTF-8 may be chance: a word or two of a declared East Asian encoding.
bool is_by_chance(std::string_view bytes, const std::vector<Witness>& witnesses) {
  return !witnesses.empty() && is_east_asian(witnesses.front().encoding) &&
         utf8_share(bytes).sequences < kEnoughSequences;
}

// Valid UTF-8 with enough multi-byte sequences is UTF-8, whatever is declared.
std::optional<Text> as_utf8(std::string_view bytes, const std::vector<Witness>& witnesses, Text& text) {
  const bool valid = utf8::valid(bytes);
  if (valid ? is_by_chance(bytes, witnesses) : !is_mostly_utf8(bytes, witnesses)) return std::nullopt;
  for (const Witness& witness : witnesses) {
    if (witness.encoding != "UTF-8")
      note(text, "charset refused", witness.encoding, witness.why + ": the bytes are UTF-8");
  }
  const std::string_view why = witness_of("UTF-8", witnesses, "UTF-8");
  if (valid) return finish(std::move(text), "UTF-8", why, std::string(bytes));
  return finish(std::move(text), "UTF-8", why, by_segments("UTF-8", bytes));
}

}  // namespace

Text to_text(std::string_view bytes, std::string_view content_type, std::string_view forced, bool html) {
  Text text;
  if (const Bom bom = byte_order_mark(bytes); bom.size != 0)
    return finish(std::move(text), bom.encoding, "BOM", read(bom.encoding, bytes.substr(bom.size)));
  if (forced != "auto" && !forced.empty()) {
    if (const auto encoding = encoding_for_label(forced))
      return finish(std::move(text), *encoding, "site file", read(*encoding, bytes));
    note(text, "charset refused", forced, "the forced label is unknown");
  }
  const std::vector<Witness> witnesses = declared(bytes, content_type, html, text);
  if (auto done = as_ascii(bytes, witnesses, text)) return std::move(*done);
  if (auto done = !utf8::is_ascii(bytes) ? as_utf8(bytes, witnesses, text) : std::nullopt) return std::move(*done);
  if (auto done = by_declaration(bytes, witnesses, text)) return std::move(*done);
  const Detected found = detect(bytes);
  note(text, "charset detected", found.encoding, found.why);
  return finish(std::move(text), found.encoding, witness_of(found.encoding, witnesses, "detected"),
                read(found.encoding, bytes));
}

}  // namespace winnow::decode
