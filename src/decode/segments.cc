#include "decode/segments.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

#include "base/converter.h"
#include "base/single_byte.h"
#include "base/utf8.h"
#include "decode/detect.h"
#include "decode/likelihood.h"
#include "decode/strays.h"
#include "decode/utf8_share.h"

namespace winnow::decode {
namespace {

// What ends a word. All are below 0x40: no second byte of a multi-byte encoding.
constexpr std::string_view kSeparators = "<>\"'=; \t\r\n\f";
constexpr std::size_t kWidestGap = 2048;  // ASCII between two words of one stretch
constexpr std::size_t kFewestBytes = 8;   // of a stretch that is judged by its characters
constexpr std::size_t kBlock = 1024;
constexpr std::size_t kMostJudged = 512;
constexpr std::size_t kMostNoted = 16;
constexpr double kClearly = 12;

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_separator(char c) {
  static constexpr std::array<bool, 256> kIs = [] {
    std::array<bool, 256> is{};
    for (const char separator : kSeparators) is[static_cast<unsigned char>(separator)] = true;
    return is;
  }();
  return kIs[static_cast<unsigned char>(c)];
}

// A word with bytes beyond ASCII.
struct Word {
  std::size_t start = 0, end = 0;
  Utf8Share share;

  [[nodiscard]] bool valid() const { return share.errors == 0; }
  // Some UTF-8 that other encodings have by chance.
  [[nodiscard]] bool by_chance() const { return share.longer == 0 && share.sequences < 3; }
  // UTF-8 but for a byte here and there.
  [[nodiscard]] bool mostly_utf8() const {
    const bool enough = share.longer != 0 || (share.sequences >= 3 && share.errors * 3 <= share.sequences);
    return enough && share.bytes * 2 > share.high;
  }
};

std::vector<Word> words_of(std::string_view bytes) {
  std::vector<Word> words;
  for (std::size_t at = 0; at < bytes.size();) {
    at = static_cast<std::size_t>(std::find_if(bytes.begin() + static_cast<std::ptrdiff_t>(at), bytes.end(), is_high) -
                                  bytes.begin());
    if (at == bytes.size()) break;
    const std::size_t floor = words.empty() ? 0 : words.back().end;
    std::size_t start = at;
    while (start > floor && !is_separator(bytes[start - 1])) --start;
    while (at < bytes.size() && !is_separator(bytes[at])) ++at;
    words.push_back({start, at, utf8_share(bytes.substr(start, at - start))});
  }
  return words;
}

struct Stretch {
  std::size_t start = 0, end = 0;
  std::string_view encoding;
};

double utf8_bits(std::string_view bytes) { return east_asian_bits("UTF-8", bytes); }

// The East Asian encoding, or the single-byte one of a long stretch, that bytes which are no UTF-8 are in.
std::optional<std::string_view> what_fits(std::string_view bytes) {
  const EastAsian east = best_east_asian(bytes);
  if (east.evidence < kFewestBytes) return std::nullopt;
  const bool sound = east.errors * 50 <= east.evidence;
  if (sound && east.bits + kClearly < std::min(east.single.bits, utf8_bits(condensed(bytes)))) return east.encoding;
  if (east.evidence < 3 * kFewestBytes || east.likely()) return std::nullopt;
  const Detected found = detect(bytes);
  std::size_t errors = 0;
  (void)to_utf8(found.encoding, bytes, &errors);
  return errors == 0 && single_byte(found.encoding) ? std::optional(found.encoding) : std::nullopt;
}

// The words from `first` that may be one stretch: ends behind the last of them that `is_part`.
template <class IsPart, class MayBePart>
std::size_t end_of_stretch(const std::vector<Word>& words, std::size_t first, IsPart is_part, MayBePart may_be) {
  std::size_t end = first + 1;
  for (std::size_t i = first + 1; i < words.size(); ++i) {
    if (words[i].start - words[i - 1].end > kWidestGap) break;
    if (is_part(words[i])) {
      end = i + 1;
    } else if (!may_be(words[i])) {
      break;
    }
  }
  return end;
}

bool is_broken(const Word& word) { return !word.valid() && !word.mostly_utf8(); }

// Judges the words of a stretch together, and if they don't agree each by itself.
void judge_broken(std::string_view bytes, const std::vector<Word>& words, std::size_t first, std::size_t end,
                  std::size_t& judged, std::vector<Stretch>& found) {
  const auto judge = [&](std::size_t start, std::size_t stop) {
    if (judged++ >= kMostJudged) return false;
    const auto encoding = what_fits(bytes.substr(start, stop - start));
    if (encoding) found.push_back({start, stop, *encoding});
    return encoding.has_value();
  };
  if (judge(words[first].start, words[end - 1].end) || end - first == 1) return;
  for (std::size_t i = first; i < end && judged < kMostJudged; ++i) {
    if (is_broken(words[i])) judge(words[i].start, words[i].end);
  }
}

// Stretches of a UTF-8 page that are in something else.
std::vector<Stretch> foreign_in_utf8(std::string_view bytes, const std::vector<Word>& words, std::size_t& judged) {
  std::vector<Stretch> found;
  for (std::size_t i = 0; i < words.size();) {
    if (!is_broken(words[i])) {
      ++i;
      continue;
    }
    const std::size_t end = end_of_stretch(words, i, is_broken, [](const Word& w) { return w.by_chance(); });
    judge_broken(bytes, words, i, end, judged, found);
    i = end;
  }
  return found;
}

bool may_be_utf8(const Word& word) { return word.valid() && word.share.longer > 0; }

// Stretches of UTF-8 in an East Asian page.
std::vector<Stretch> utf8_in(std::string_view encoding, std::string_view bytes, const std::vector<Word>& words) {
  std::vector<Stretch> found;
  std::size_t judged = 0;
  for (std::size_t i = 0; i < words.size() && judged < kMostJudged;) {
    if (!may_be_utf8(words[i])) {
      ++i;
      continue;
    }
    const std::size_t end = end_of_stretch(words, i, may_be_utf8, [](const Word& w) { return w.valid(); });
    const std::string sample = condensed(bytes.substr(words[i].start, words[end - 1].end - words[i].start));
    ++judged;
    if (utf8_bits(sample) + kClearly < east_asian_bits(encoding, sample))
      found.push_back({words[i].start, words[end - 1].end, "UTF-8"});
    i = end;
  }
  return found;
}

void note(Trace& trace, const Stretch& stretch) {
  if (trace.size() > kMostNoted) return;
  const bool more = trace.size() == kMostNoted;
  trace.push_back(
      {"decode", "segment", more ? "…" : std::string(stretch.encoding),
       more ? "and more" : std::to_string(stretch.end - stretch.start) + " bytes at " + std::to_string(stretch.start)});
}

// What was read so far of a page in `encoding`.
struct Reading {
  std::string_view encoding, bytes;
  Mixed mixed;
  std::size_t strays = 0;
  std::size_t judged = 0;  // stretches, of which a page may have kMostJudged

  void add(std::size_t start, std::size_t end);

 private:
  void add_main(std::string_view run);
};

// A part of the page, the stretches in other encodings by themselves.
void Reading::add(std::size_t start, std::size_t end) {
  const std::string_view part = bytes.substr(start, end - start);
  const std::vector<Word> words = words_of(part);
  std::size_t at = 0;
  for (const Stretch& stretch :
       encoding == "UTF-8" ? foreign_in_utf8(part, words, judged) : utf8_in(encoding, part, words)) {
    add_main(part.substr(at, stretch.start - at));
    std::size_t errors = 0;
    mixed.utf8 += to_utf8(stretch.encoding, part.substr(stretch.start, stretch.end - stretch.start), &errors);
    mixed.errors += errors;
    note(mixed.trace, {start + stretch.start, start + stretch.end, stretch.encoding});
    at = stretch.end;
  }
  add_main(part.substr(at));
}

void Reading::add_main(std::string_view run) {
  std::size_t errors = 0;
  if (encoding == "UTF-8") {
    const Strays read = with_strays(run);
    mixed.utf8 += read.utf8;
    errors = read.errors;
    strays += read.strays;
  } else {
    mixed.utf8 += to_utf8(encoding, run, &errors);
  }
  mixed.errors += errors;
}

// The end of the blocks from `at` that are all valid UTF-8, or all not. Blocks end at separators.
std::size_t end_of_blocks(std::string_view bytes, std::size_t at, bool valid) {
  while (at < bytes.size()) {
    std::size_t end = std::min(at + kBlock, bytes.size());
    while (end < bytes.size() && !is_separator(bytes[end])) ++end;
    if (utf8::valid(bytes.substr(at, end - at)) != valid) break;
    at = end;
  }
  return at;
}

}  // namespace

bool may_be_mixed(std::string_view encoding) {
  constexpr std::string_view kNames[] = {"UTF-8", "GBK", "gb18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"};
  return std::find(std::begin(kNames), std::end(kNames), encoding) != std::end(kNames);
}

std::string without_utf8(std::string_view bytes) {
  std::string rest;
  std::size_t at = 0;
  for (const Word& word : words_of(bytes)) {
    if (!word.valid() || word.share.longer < 2) continue;
    rest += bytes.substr(at, word.start - at);
    at = word.end;
  }
  return rest.append(bytes.substr(at));
}

Mixed by_segments(std::string_view encoding, std::string_view bytes) {
  Reading reading{encoding, bytes, {}};
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t sound = encoding == "UTF-8" ? end_of_blocks(bytes, at, true) : at;
    reading.mixed.utf8 += bytes.substr(at, sound - at);
    const std::size_t end = encoding == "UTF-8" ? end_of_blocks(bytes, sound, false) : bytes.size();
    reading.add(sound, end);
    at = end;
  }
  if (reading.strays != 0)
    reading.mixed.trace.push_back(
        {"decode", "stray bytes", "windows-1252", std::to_string(reading.strays) + " of them"});
  return std::move(reading.mixed);
}

}  // namespace winnow::decode
