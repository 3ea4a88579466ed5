#include "repair/mirror.h"

#include <algorithm>
#include <optional>

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

// The figures of the gate; the marks of the known mirrors lie far inside them.
constexpr std::size_t kFewestMarks = 3;
constexpr std::size_t kManyMarks = 10;
constexpr std::size_t kVeryManyMarks = 30;
constexpr double kNearlyAll = 0.9;
constexpr double kMostly = 0.75;  // of many marks: shifted bytes hide some
constexpr double kSparsest = 0.02;
constexpr double kDensest = 0.5;
constexpr std::size_t kLongestSyllable = 6;

constexpr std::u32string_view kToned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ";

bool is_toned(char32_t c) { return kToned.find(c) != std::u32string_view::npos; }
bool is_pinyin(char32_t c) {
  return (c >= 'a' && c <= 'z') || c == U'ü' || c == U'ê' || c == 0x251 || c == 0x261 || is_toned(c);
}

struct Reading {
  std::string syllable;
  std::size_t size = 0;  // with its brackets, in code points
  bool toned = false;    // a neutral tone has no mark, and neither has a word in brackets
};

// "(syllable)" at `at`; some mirrors write a space before the bracket closes.
std::optional<Reading> reading_at(std::u32string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return std::nullopt;
  std::size_t end = at + 1;
  bool toned = false;
  while (end < text.size() && end - at <= kLongestSyllable + 1 && is_pinyin(text[end])) toned |= is_toned(text[end++]);
  const std::size_t letters = end - at - 1;
  if (letters == 0 || letters > kLongestSyllable) return std::nullopt;
  Reading reading{utf8::encode(text.substr(at + 1, letters)), 0, toned};
  if (end < text.size() && (text[end] == ' ' || text[end] == 0xA0)) ++end;
  if (end >= text.size() || text[end] != ')') return std::nullopt;
  reading.size = end + 1 - at;
  return reading;
}

struct Tally {
  std::size_t marked = 0;
  std::size_t all = 0;
  std::map<std::string, std::size_t> readings;
};
using Tallies = std::map<char32_t, Tally>;

// First the keys, then how often each stands there unmarked. Only tone marks make a key; what stands in brackets
// without one may be a reading in the neutral tone, and goes into a tally of its own.
void count_marks(std::u32string_view text, Tallies& tallies, Tallies& neutral) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i + 1] != '(' || !unicode::is_han(text[i])) continue;
    const auto reading = reading_at(text, i + 1);
    if (!reading) continue;
    Tally& tally = (reading->toned ? tallies : neutral)[text[i]];
    ++tally.marked;
    ++tally.readings[reading->syllable];
  }
}

std::size_t count_occurrences(std::u32string_view text, Tallies& tallies) {
  std::size_t han = 0;
  for (const char32_t c : text) {
    if (!unicode::is_han(c)) continue;
    ++han;
    if (const auto found = tallies.find(c); found != tallies.end()) ++found->second.all;
  }
  return han;
}

const std::string& commonest(const std::map<std::string, std::size_t>& readings) {
  return std::max_element(readings.begin(), readings.end(),
                          [](const auto& a, const auto& b) { return a.second < b.second; })
      ->first;
}

double share(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

std::string percent(double value) { return std::to_string(static_cast<int>(value * 100 + 0.5)) + " %"; }

// 著 became of every 着; these words have it in Simplified text too.
bool keeps_zhu(std::u32string_view text, std::size_t i) {
  constexpr std::u32string_view kAfter = U"作名称者书述录文有";
  constexpr std::u32string_view kBefore = U"显编专名原论巨遗卓昭土合译撰拙新旧";
  constexpr std::u32string_view kNotBefore = U"眼手急想力重陆";
  const char32_t after = i + 1 < text.size() ? text[i + 1] : U' ';
  const char32_t before = i > 0 ? text[i - 1] : U' ';
  if (kAfter.find(after) != std::u32string_view::npos) return true;
  return kBefore.find(before) != std::u32string_view::npos && kNotBefore.find(after) == std::u32string_view::npos;
}

std::string to_simplified(std::string_view text) {
  std::u32string out = utf8::decode(han::simplify(text));
  for (std::size_t i = 0; i < out.size(); ++i) {
    if (out[i] == U'著' && !keeps_zhu(out, i)) out[i] = U'着';
  }
  return utf8::encode(out);
}

}  // namespace

bool MirrorGate::open() const {
  if (marks < kFewestMarks || keys < kFewestMarks) return false;
  if (traditional < kNearlyAll || one_reading < kNearlyAll) return false;
  if (always < (marks >= kManyMarks ? kMostly : kNearlyAll)) return false;
  const double density = share(marks, han);
  return density <= kDensest && (density >= kSparsest || marks >= kVeryManyMarks);
}

std::string MirrorGate::describe() const {
  return std::to_string(marks) + " readings on " + std::to_string(keys) + " characters of " + std::to_string(han) +
         "; on Traditional characters " + percent(traditional) + ", one reading each " + percent(one_reading) +
         ", always marked " + percent(always);
}

MirrorGate look_for_mirror(std::span<const std::string_view> segments) {
  Tallies tallies, neutral;
  for (const std::string_view segment : segments) {
    if (segment.find('(') != std::string_view::npos) count_marks(utf8::decode(segment), tallies, neutral);
  }
  MirrorGate gate;
  if (tallies.empty()) return gate;
  for (const std::string_view segment : segments) {
    const std::u32string text = utf8::decode(segment);
    gate.han += count_occurrences(text, tallies);
    (void)count_occurrences(text, neutral);
  }
  std::size_t traditional = 0, single = 0, occurrences = 0;
  for (const auto& [key, tally] : tallies) {
    gate.marks += tally.marked;
    occurrences += tally.all;
    if (han::is_traditional_only(key)) traditional += tally.marked;
    if (tally.readings.size() == 1) ++single;
    gate.readings[key] = commonest(tally.readings);
  }
  gate.keys = tallies.size();
  for (const auto& [key, tally] : neutral) {
    const bool always = share(tally.marked, tally.all) >= kMostly;
    if (han::is_traditional_only(key) && tally.readings.size() == 1 && always)
      gate.readings.emplace(key, commonest(tally.readings));
  }
  gate.traditional = share(traditional, gate.marks);
  gate.one_reading = share(single, gate.keys);
  gate.always = share(gate.marks, occurrences);
  return gate;
}

std::string undo_mirror(std::string_view text, const MirrorGate& gate, Log& log) {
  const std::u32string in = utf8::decode(text);
  std::u32string out;
  out.reserve(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    out += in[i];
    const auto key = gate.readings.find(in[i]);
    if (key == gate.readings.end()) continue;
    const auto reading = reading_at(in, i + 1);
    if (!reading || (!reading->toned && reading->syllable != key->second)) continue;
    log.note("mirror", out.size() - 1, utf8::of(in[i]) + "(" + reading->syllable + ")", utf8::of(in[i]),
         "a reading that the mirror put in");
    i += reading->size;
  }
  const std::string dropped = utf8::encode(out);
  std::string simplified = to_simplified(dropped);
  if (simplified != dropped) log.note("script", 0, dropped, simplified, "the mirror had converted it to Traditional");
  return simplified;
}

}  // namespace winnow::repair
