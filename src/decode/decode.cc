#include "decode/decode.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/converter.h"
#include "base/plausible.h"
#include "base/utf8.h"
#include "decode/detect.h"
#include "decode/labels.h"

namespace winnow::decode {
namespace {

struct Witness {
  std::string_view encoding;
  std::string why;
};

// A text with a share of errors up to this one is still in that encoding: a byte lost here and there.
constexpr std::size_t kErrorsPerHundred = 2;
// A declared East Asian label loses to another that reads so much better.
constexpr double kClearlyBetter = 0.4;
// Fewer bytes beyond ASCII than these say nothing against a declared single-byte label.
constexpr std::ptrdiff_t kEnoughBytes = 16;
// So many multi-byte characters are UTF-8 by more than chance.
constexpr std::size_t kEnoughSequences = 3;

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

struct Utf8Count {
  std::size_t sequences = 0, errors = 0;
};

Utf8Count count_utf8(std::string_view bytes) {
  Utf8Count count;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    if (utf8::next(bytes, at) < 0x80) continue;
    const bool wrong = at - start < 2 || (bytes.substr(start, at - start) != "\xEF\xBF\xBD" &&
                                          !utf8::valid(bytes.substr(start, at - start)));
    ++(wrong ? count.errors : count.sequences);
  }
  return count;
}

// Why the bytes can't be in the declared encoding though it decodes them; "" when they can.
std::string contradiction(std::string_view encoding, std::string_view bytes, const EastAsian& east) {
  if (is_utf16(encoding) && bytes.substr(0, 4096).find('\0') == std::string_view::npos && utf8::valid(bytes))
    return "the bytes are 8-bit text";
  if (east.plausibility < kPlausible || same_family(encoding, east.encoding)) return {};
  const std::string better = "reads far better as " + std::string(east.encoding);
  if (is_east_asian(encoding)) {
    const double own = cjk_plausibility(to_utf8(encoding, telling_part(bytes)));
    return east.plausibility - own > kClearlyBetter ? better : std::string();
  }
  if (encoding == "UTF-8" || is_utf16(encoding) || encoding == "ISO-2022-JP" || encoding == "replacement") return {};
  return std::count_if(bytes.begin(), bytes.end(), is_high) >= kEnoughBytes ? better : std::string();
}

bool few(std::size_t errors, std::size_t of) { return errors * 100 <= of * kErrorsPerHundred; }

// The first declared encoding that the bytes don't contradict; notes why the others lost.
std::optional<Text> by_declaration(std::string_view bytes, const std::vector<Witness>& witnesses, Text& text) {
  if (witnesses.empty()) return std::nullopt;
  const EastAsian east = best_east_asian(telling_part(bytes));
  const auto high = static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
  std::optional<Text> flawed;
  for (const Witness& witness : witnesses) {
    if (const std::string why = contradiction(witness.encoding, bytes, east); !why.empty()) {
      note(text, "charset refused", witness.encoding, witness.why + ": " + why);
      continue;
    }
    std::size_t errors = 0;
    std::string utf8 = to_utf8(witness.encoding, bytes, &errors);
    if (errors == 0) return finish(std::move(text), witness.encoding, witness.why, std::move(utf8));
    note(text, "charset doubted", witness.encoding, witness.why + ": " + std::to_string(errors) + " errors");
    if (!flawed && few(errors, high)) flawed = finish(text, witness.encoding, witness.why, std::move(utf8));
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
  if (std::any_of(bytes.begin(), bytes.end(), is_high) ||
      bytes.find_first_of(std::string_view("\x1B\0", 2)) != std::string_view::npos)
    return std::nullopt;
  for (const Witness& witness : witnesses) {
    if (reads_ascii(witness.encoding))
      return finish(std::move(text), witness.encoding, witness.why, std::string(bytes));
  }
  return finish(std::move(text), "UTF-8", "UTF-8", std::string(bytes));
}

// Valid UTF-8 with enough multi-byte sequences is UTF-8, whatever is declared.
std::optional<Text> as_utf8(std::string_view bytes, const std::vector<Witness>& witnesses, Text& text) {
  const Utf8Count count = count_utf8(bytes);
  if (count.sequences == 0 || !few(count.errors, count.sequences)) return std::nullopt;
  const bool contradicted = !witnesses.empty() && is_east_asian(witnesses.front().encoding);
  if (contradicted && (count.sequences < kEnoughSequences || count.errors != 0)) return std::nullopt;
  for (const Witness& witness : witnesses) {
    if (witness.encoding != "UTF-8")
      note(text, "charset refused", witness.encoding, witness.why + ": the bytes are UTF-8");
  }
  return finish(std::move(text), "UTF-8", witness_of("UTF-8", witnesses, "UTF-8"), utf8::scrub(bytes));
}

}  // namespace

Text to_text(std::string_view bytes, std::string_view content_type, std::string_view forced, bool html) {
  Text text;
  if (const Bom bom = byte_order_mark(bytes); bom.size != 0)
    return finish(std::move(text), bom.encoding, "BOM", to_utf8(bom.encoding, bytes.substr(bom.size)));
  if (forced != "auto" && !forced.empty()) {
    if (const auto encoding = encoding_for_label(forced))
      return finish(std::move(text), *encoding, "site file", to_utf8(*encoding, bytes));
    note(text, "charset refused", forced, "the forced label is unknown");
  }
  const std::vector<Witness> witnesses = declared(bytes, content_type, html, text);
  if (auto done = as_ascii(bytes, witnesses, text)) return std::move(*done);
  if (auto done = as_utf8(bytes, witnesses, text)) return std::move(*done);
  if (auto done = by_declaration(bytes, witnesses, text)) return std::move(*done);
  const Detected found = detect(bytes);
  note(text, "charset detected", found.encoding, found.why);
  return finish(std::move(text), found.encoding, witness_of(found.encoding, witnesses, "detected"),
                to_utf8(found.encoding, bytes));
}

}  // namespace winnow::decode
