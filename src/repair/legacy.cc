#include "repair/legacy.h"

#include <algorithm>
#include <limits>
#include <optional>

#include "base/cjk_frequency.h"
#include "repair/codecs.h"
#include "repair/double_byte.h"
#include "repair/mojibake.h"

namespace winnow::repair {
namespace {

// Mean bits of a character (cjk_frequency.h): real texts have 8 to 11, bytes read in a wrong encoding 14 and more.
constexpr double kPlausible = 12.5;
constexpr double kPlausibleInCompany = 13.5;  // other stretches of the document told the encoding
constexpr double kNobodyWrites = 15.0;
constexpr std::size_t kFewest = 8;  // bytes from 0x80 that tell an encoding
constexpr std::size_t kNoWord = 4;  // so many letters with accents in a row are no word's
constexpr std::size_t kSample = 64;
constexpr std::size_t kMostLooked = 1024;  // bytes of a segment that are looked at for its encoding

constexpr std::size_t kShown = 100;  // characters of what stood there; a log shows fewer

bool is_high(char byte) { return static_cast<unsigned char>(byte) >= 0x80; }
unsigned value_of(char byte) { return static_cast<unsigned char>(byte); }

// No trail byte is below: reading starts afresh behind one, whatever stood before.
bool is_break(char byte) { return value_of(byte) < 0x40; }

double mean_bits(std::size_t encoding, std::u32string_view text) {
  constexpr CjkScript kScripts[DoubleByte::kCount] = {CjkScript::simplified, CjkScript::traditional,
                                                      CjkScript::japanese, CjkScript::japanese, CjkScript::korean};
  const auto mean = [&](CjkScript script) {
    double bits = 0;
    std::size_t count = 0;
    for (const char32_t c : text) {
      if (c < 0x80) continue;
      // Half-width Katakana is what Shift_JIS makes of any Latin text; nobody writes whole texts in it.
      bits += c >= 0xFF61 && c <= 0xFF9F ? kNobodyWrites : cjk_bits(script, c);
      if (++count == kSample) break;
    }
    return count == 0 ? kErrorBits : bits / static_cast<double>(count);
  };
  const double bits = mean(kScripts[encoding]);
  return encoding == 0 && bits > kPlausible ? std::min(bits, mean(CjkScript::traditional)) : bits;
}

struct Reading {
  Points text;
  std::size_t errors = 0;
  std::size_t cut = 0;  // bytes at the end that are half a character
};

Reading read(std::size_t encoding, std::string_view bytes) {
  const DoubleByte& table = DoubleByte::table(encoding);
  Reading reading;
  reading.text.resize(bytes.size());
  char32_t* to = reading.text.data();
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const unsigned byte = value_of(bytes[i]);
    if (byte < 0x80) {
      *to++ = byte;
    } else if (const char32_t single = table.alone(byte); single != 0) {
      *to++ = single;
    } else if (i + 1 == bytes.size()) {
      reading.cut = 1;
    } else if (const char32_t c = table.character(byte, value_of(bytes[i + 1])); c != 0) {
      *to++ = c;
      ++i;
    } else {
      *to++ = utf8::kReplacement;
      ++reading.errors;
    }
  }
  reading.text.resize(static_cast<std::size_t>(to - reading.text.data()));
  return reading;
}

std::size_t count_high(std::string_view bytes) {
  return static_cast<std::size_t>(std::count_if(bytes.begin(), bytes.end(), is_high));
}

std::size_t longest_high_run(std::string_view bytes) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char byte : bytes) {
    run = is_high(byte) ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  return longest;
}

// Calls `use` with every part of `bytes` between breaks, and with every break.
template <class Use>
void for_each_piece(std::string_view bytes, Use use) {
  for (std::size_t start = 0; start < bytes.size();) {
    std::size_t end = start;
    while (end < bytes.size() && is_break(bytes[end]) == is_break(bytes[start])) ++end;
    use(bytes.substr(start, end - start), start);
    start = end;
  }
}

// The parts that are no words of any language in Latin script, and no UTF-8 either (mojibake.h).
std::string evidence_in(std::string_view bytes) {
  std::string evidence;
  for_each_piece(bytes.substr(0, kMostLooked), [&](std::string_view piece, std::size_t) {
    if (longest_high_run(piece) < kNoWord || utf8::valid(piece)) return;
    evidence.append(piece).push_back('\n');
  });
  return evidence;
}

bool tells(std::size_t encoding, std::string_view evidence) {
  const Reading reading = read(encoding, evidence.substr(0, 3 * kSample));
  return mean_bits(encoding, reading.text) <= kPlausible;
}

std::optional<std::size_t> encoding_of(std::string_view evidence) {
  std::optional<std::size_t> best;
  double least = std::numeric_limits<double>::max();
  for (std::size_t encoding = 0; encoding < DoubleByte::kCount; ++encoding) {
    const Reading reading = read(encoding, evidence);
    const double mean = mean_bits(encoding, reading.text);
    const auto characters = static_cast<double>(
        std::count_if(reading.text.begin(), reading.text.end(), [](char32_t c) { return c >= 0x80; }));
    if (mean > kPlausible || mean * characters >= least) continue;
    least = mean * characters;
    best = encoding;
  }
  return best;
}

// A stretch of a line whose characters all have bytes in windows-1252, from its first letter with an accent on.
struct Stretch {
  std::size_t start = 0;
  std::string bytes;
};

// The next stretch from `at` on, which is moved behind it; nothing is there when its bytes are empty.
Stretch next_stretch(std::u32string_view text, std::size_t& at) {
  const Codecs& tables = Codecs::tables();
  while (at < text.size() && tables.byte_of(kWindows1252, text[at]) == 0) ++at;
  Stretch stretch;
  stretch.start = at;
  const auto byte_at = [&](std::size_t i) -> unsigned {
    return text[i] < 0x80 ? static_cast<unsigned>(text[i]) : tables.byte_of(kWindows1252, text[i]);
  };
  while (at < text.size() && (text[at] == 0 || byte_at(at) != 0)) ++at;
  stretch.bytes.resize(at - stretch.start);
  for (std::size_t i = 0; i < stretch.bytes.size(); ++i)
    stretch.bytes[i] = static_cast<char>(byte_at(stretch.start + i));
  return stretch;
}

// A word such as Zürich or señor, whose letters happen to be a character of the encoding that nobody writes.
bool is_latin_word(std::size_t encoding, std::string_view piece) {
  return !is_high(piece.front()) && longest_high_run(piece) == 1 &&
         mean_bits(encoding, read(encoding, piece).text) > kNobodyWrites;
}

bool has_latin_words(std::size_t encoding, std::string_view bytes) {
  bool found = false;
  for_each_piece(bytes, [&](std::string_view piece, std::size_t) {
    found = found || (!is_break(piece.front()) && count_high(piece) != 0 && is_latin_word(encoding, piece));
  });
  return found;
}

bool is_plausible(std::size_t encoding, std::string_view bytes, const Reading& reading) {
  const std::size_t high = count_high(bytes);
  if (reading.errors != 0 || high < 2 || (high == 2 && bytes.size() != 2)) return false;
  return mean_bits(encoding, reading.text) <= (high < kNoWord ? kPlausible : kPlausibleInCompany);
}

double confidence(std::size_t encoding, std::u32string_view text) {
  constexpr double kBest = 0.99, kCertain = 8.5, kSlope = 0.07;  // of bits
  return std::clamp(kBest - (mean_bits(encoding, text) - kCertain) * kSlope, 0.5, kBest);
}

// What a stretch reads as; nothing where it is no text of that encoding.
std::optional<Points> whole(std::size_t encoding, std::string_view bytes, std::u32string_view shown) {
  Reading reading = read(encoding, bytes);
  if (!is_plausible(encoding, bytes, reading) || has_latin_words(encoding, bytes)) return std::nullopt;
  if (reading.cut != 0) reading.text += shown.back();
  return std::move(reading.text);
}

// Its parts, each by itself, beside others that are what they seem.
std::optional<Points> in_parts(std::size_t encoding, std::string_view bytes, std::u32string_view shown) {
  Points out;
  bool changed = false;
  for_each_piece(bytes, [&](std::string_view piece, std::size_t at) {
    const std::u32string_view as_shown = shown.substr(at, piece.size());
    if (longest_high_run(piece) >= kNoWord && !utf8::valid(piece)) {
      const Reading reading = read(encoding, piece);
      if (reading.cut == 0 && is_plausible(encoding, piece, reading)) {
        out += reading.text;
        changed = true;
        return;
      }
    }
    out += as_shown;
  });
  if (!changed) return std::nullopt;
  return out;
}

}  // namespace

bool Legacy::knows(std::string_view evidence) const {
  return std::any_of(encodings_.begin(), encodings_.end(), [&](std::size_t e) { return tells(e, evidence); });
}

void Legacy::look_at(std::u32string_view text) {
  if (look_once(text)) return;
  // Its characters may themselves have been misread as Latin text.
  constexpr std::size_t kMostInside = 512, kMostInAll = 4096;
  if (inside_ > kMostInAll || text.empty()) return;
  Points inside(text.substr(0, kMostInside));
  inside_ += inside.size();
  Log nobody_reads;
  (void)fix_mojibake(inside, nobody_reads, [this](Points& bared, Log&) { (void)look_once(bared); });
}

bool Legacy::look_once(std::u32string_view text) {
  bool any = false;
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    if (stretch.bytes.size() < kFewest) continue;
    const std::string evidence = evidence_in(stretch.bytes);
    if (count_high(evidence) < kFewest) continue;
    if (knows(evidence)) {
      any = true;
    } else if (const auto encoding = encoding_of(evidence)) {
      encodings_.push_back(*encoding);
      any = true;
    }
  }
  return any;
}

bool Legacy::fix(Points& text, Log& log) const {
  Points out;
  std::size_t done = 0;
  for (std::size_t at = 0; at < text.size();) {
    const Stretch stretch = next_stretch(text, at);
    if (utf8::valid(stretch.bytes)) continue;
    const std::u32string_view shown = std::u32string_view(text).substr(stretch.start, stretch.bytes.size());
    for (const std::size_t encoding : encodings_) {
      std::optional<Points> fixed = whole(encoding, stretch.bytes, shown);
      if (!fixed) fixed = in_parts(encoding, stretch.bytes, shown);
      if (!fixed) continue;
      out.append(text, done, stretch.start - done);
      log.note("mojibake", out.size(), to_text(shown.substr(0, kShown)), to_text(*fixed),
               std::string(DoubleByte::table(encoding).encoding()) + " read as windows-1252",
               confidence(encoding, *fixed));
      out += *fixed;
      done = at;
      break;
    }
  }
  if (done == 0) return false;
  out.append(text, done);
  text = std::move(out);
  return true;
}

}  // namespace winnow::repair
