#include "repair/mirror/search.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/gbk.h"
#include "base/han.h"
#include "base/pinyin.h"
#include "base/utf8.h"
#include "base/variants.h"
#include "repair/mirror/by_syllable.h"
#include "repair/mirror/likelihood.h"
#include "repair/points.h"

namespace winnow::repair::mirror {
namespace {

constexpr std::size_t kMostCandidates = 40;
constexpr std::size_t kMostCompletions = 8;
constexpr float kNewKey = -4;  // a key that the table doesn't have
constexpr float kNewSimplifiedKey = -10;
constexpr float kBareKey = -7;    // keys are always marked
constexpr float kStrayMark = -9;  // what looks like a mark and is none
constexpr float kGivenUp = -25;
constexpr float kLostSign = -6;       // that was eaten, whichever it was
constexpr float kSeen = 1.5;          // for what the document says elsewhere
constexpr float kCounts = 3;          // 第 before a number
constexpr float kCloses = 5;          // a bracket that is open is closed, and no other
constexpr float kHopeless = 16;       // a way so far behind the best never comes back
constexpr unsigned kWideLead = 0xA3;  // full-width ASCII is A3A1 to A3FE
constexpr unsigned kWide = 0x80;

bool is_blank(char32_t c) { return c < 0x21 || c == 0x7F || c == 0xA0; }
bool is_visible_ascii(char32_t c) { return c > 0x20 && c < 0x7F; }

unsigned bytes_of(char32_t c) { return c < 0x80 ? static_cast<unsigned>(c) : gbk::bytes(c); }

constexpr std::u32string_view kOpening = U"“‘《（「『【〈";
constexpr std::u32string_view kPausing = U"、，：；";  // a paragraph hardly ends with them
constexpr std::u32string_view kClosing = U"”’》）」』】〉";

// The last opening bracket or quotation mark of the text that isn't closed; 0 where there is none.
char32_t open_bracket(std::u32string_view text) {
  std::array<unsigned, kClosing.size()> closed{};
  constexpr std::size_t kFar = 200;
  for (std::size_t at = text.size(); at > 0 && at + kFar > text.size(); --at) {
    const std::size_t closing = kClosing.find(text[at - 1]);
    const std::size_t opening = kOpening.find(text[at - 1]);
    if (closing != kClosing.npos) ++closed[closing];
    if (opening != kOpening.npos && closed[opening]-- == 0) return kOpening[opening];
  }
  return 0;
}

// "/p>", "br />", "strong>": the size of what follows the "<" of a tag; 0 where it is none.
std::size_t tag_size(std::u32string_view text) {
  constexpr std::size_t kLongestTag = 32;
  std::size_t at = !text.empty() && text[0] == '/' ? 1 : 0;
  const std::size_t name = at;
  while (at < text.size() && at < kLongestTag && text[at] >= 'a' && text[at] <= 'z') ++at;
  if (at == name) return 0;
  while (at < text.size() && at < kLongestTag && text[at] < 0x80 && text[at] != '>') ++at;
  return at < text.size() && text[at] == '>' ? at + 1 : 0;
}

}  // namespace

Search::Way Search::emit(Way way, char32_t c, bool chosen) {
  if (!alone_) way.score += likelihood(way.last, c);
  nodes_.push_back({way.node, c, chosen, {}});
  way.node = static_cast<std::uint32_t>(nodes_.size() - 1);
  way.last = c;
  return way;
}

// The next byte of the original; false where it can't stand there.
bool Search::put(Way& way, unsigned byte) {
  if (way.bare) way.score += kBareKey;
  const bool key = table_.find(way.bytes & 0xFFU, byte) != nullptr;
  way.bare = key && !way.marked;  // behind a marked key one that overlaps it may be bare: the mirror's order decides
  way.marked = false;
  way.bytes = (way.bytes << 8U | byte) & 0xFFFFU;
  if (way.pending == 0 && byte > 0x80) {
    way.pending = byte;
    return byte != 0xFF;
  }
  const char32_t c = way.pending != 0 ? gbk::character(way.pending, byte) : byte == 0x80 ? U'€' : char32_t{byte};
  if (c == 0 || han::unified(c) != c) return false;  // nor does anyone write what normal form C doesn't keep
  way.pending = 0;
  way = emit(way, c, false);
  return true;
}

void Search::arrive(const Way& way, std::size_t at) {
  ways(at).add(way);
  furthest_ = std::max(furthest_, at);
}

// The last two bytes are a key, and this is its mark.
Search::Way Search::with_mark(Way way, const Mark& mark, bool known) {
  way.bare = false;
  way.marked = true;
  if (known) return way;
  const char32_t key = gbk::character(way.bytes >> 8U, way.bytes & 0xFFU);
  way.score += han::simplified(key) != key ? kNewKey : kNewSimplifiedKey;
  Node same = nodes_[way.node];
  same.key = {static_cast<std::uint16_t>(way.bytes), mark.syllable};
  if (way.node == 0) same = {0, 0, false, same.key};
  nodes_.push_back(same);
  way.node = static_cast<std::uint32_t>(nodes_.size() - 1);
  return way;
}

// A mark behind the two bytes that it belongs to. True where nothing else can be meant.
bool Search::step_mark(const Way& way, std::size_t at) {
  const Mark mark = shown_[at] == '(' ? mark_at(shown_, at) : Mark{};
  if (!mark) return false;
  const Key* key = table_.find(way.bytes >> 8U, way.bytes & 0xFFU);
  const char32_t c = gbk::character(way.bytes >> 8U, way.bytes & 0xFFU);
  const bool known = key != nullptr && key->reads(mark.syllable);
  if (!known && (!han::is_toned(mark.syllable) || !han::reads(c, mark.syllable))) return false;
  arrive(with_mark(way, mark, known), at + mark.size);
  return known;
}

// The last character is a sign that was full-width when the bytes were cut.
void Search::widen_last(Way& way) {
  way.bytes += kWide;
  if (way.node == 0) {
    way.wide = true;
    return;
  }
  Node wide = nodes_[way.node];
  wide.c += kWider;
  nodes_.push_back(wide);
  way.node = static_cast<std::uint32_t>(nodes_.size() - 1);
}

// "?reading)": the byte before the bracket and the bracket became one "?". The key's first byte is known.
bool Search::step_eaten(const Way& way, std::size_t at) {
  const Mark mark = shown_[at] == '?' ? mark_at(shown_, at) : Mark{};
  if (!mark) return false;
  Way start = way;
  if (way.pending == 0 && is_visible_ascii(way.bytes & 0xFFU)) widen_last(start);
  const unsigned first = start.bytes & 0xFFU;
  if (!gbk::is_lead(first)) return false;
  bool known = false;
  for (const auto& [syllable, second] : characters_with(first, mark.syllable)) {
    const Key* key = table_.find(first, second);
    const bool in_table = key != nullptr && key->reads(mark.syllable);
    Way next = start;
    if (!put(next, second)) continue;
    arrive(with_mark(next, mark, in_table), at + mark.size);
    known = known || in_table;
  }
  return known;
}

void Search::step_in(const Way& way, std::size_t at) {
  const char32_t c = shown_[at];
  Way next = emit(way, c, false);
  if (way.bare) next.score += kBareKey;
  if (is_visible_ascii(c)) {
    next.bytes = (way.bytes << 8U | static_cast<unsigned>(c)) & 0xFFFFU;
    next.bare = table_.find(way.bytes & 0xFFU, static_cast<unsigned>(c)) != nullptr;
  } else {
    next.bytes = gbk::bytes(c);
    next.bare = table_.find(c) != nullptr;
  }
  next.marked = false;
  if ((c == '(' || c == '?') && han::is_toned(mark_at(shown_, at).syllable)) next.score += kStrayMark;
  arrive(next, at + 1);
}

// ASCII out of step: a trail byte, or the second byte of a folded full-width sign.
void Search::step_sign(const Way& way, std::size_t at) {
  const auto byte = static_cast<unsigned>(shown_[at]);
  Way narrow = way;
  if (byte >= 0x40 && put(narrow, byte)) arrive(narrow, at + 1);
  Way wide = way;
  if (put(wide, kWideLead) && put(wide, byte + kWide)) arrive(wide, at + 1);
  if (byte == '?') step_lost_sign(way, at);
}

Search::Following Search::following(std::size_t at) const {
  const bool blank = at >= shown_.size() || is_blank(shown_[at]);
  while (at < shown_.size() && is_blank(shown_[at])) ++at;
  return {at < shown_.size() ? shown_[at] : U'\0', blank};
}

// How well a character stands before what follows it, by the language, by the document, and by the bracket or quotation
// mark that is `open`: what is added to its likelihood behind the last one.
float Search::fitness(const Way& way, char32_t c, Following following, char32_t open) const {
  const auto [next, blank] = following;
  const auto seen = static_cast<float>(census_.count(way.last, c) + census_.count(c, next));
  float score = likelihood(c, blank ? U'\0' : next) + kSeen * std::log1p(seen);
  const std::size_t closing = kClosing.find(c);
  if (closing != kClosing.npos) score += kOpening[closing] == open ? kCloses : -kCloses;
  if (blank && kOpening.find(c) != kOpening.npos) score -= kCloses;
  if (blank && next == 0 && kPausing.find(c) != kPausing.npos) score -= kCloses;
  if (c == U'第' && next >= '0' && next <= '9') score += kCounts;
  return score;
}

// The likeliest characters with the pending lead byte that was lost at `at`.
void Search::complete(const Way& way, std::size_t at, Following following, std::vector<Way>& out) {
  struct Candidate {
    float score;
    unsigned byte;
    char32_t c;
  };
  std::array<Candidate, 0xFF - 0x81> candidates;
  std::size_t size = 0;
  for (unsigned byte = 0x81; byte < 0xFF; ++byte) {
    const char32_t c = gbk::character(way.pending, byte);
    if (c != 0) candidates[size++] = {likelihood(way.last, c), byte, c};
  }
  const auto likeliest = [&](std::size_t count) {
    size = std::min(size, count);
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(size), candidates.end(),
                      [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  };
  // What the language rules out need not be asked of the document.
  std::fill(candidates.begin() + static_cast<std::ptrdiff_t>(size), candidates.end(), Candidate{-1e9F, 0, 0});
  likeliest(kMostCandidates);
  const char32_t open = open_bracket(shown_.substr(0, at));
  for (std::size_t i = 0; i < size; ++i) candidates[i].score += fitness(way, candidates[i].c, following, open);
  std::fill(candidates.begin() + static_cast<std::ptrdiff_t>(size), candidates.end(), Candidate{-1e9F, 0, 0});
  likeliest(kMostCompletions);
  for (std::size_t i = 0; i < size; ++i) {
    Way completed = way;
    if (!put(completed, candidates[i].byte)) continue;
    completed.score = way.score + candidates[i].score;
    nodes_.back().chosen = true;
    out.push_back(completed);
  }
}

// A lead byte vanished before white space, or before a character that CP936 doesn't have.
void Search::step_lost(const Way& way, std::size_t at) {
  std::vector<Way> completed;
  complete(way, at, following(at), completed);
  for (Way& next : completed) {
    next = emit(next, shown_[at], false);
    next.bytes = 0;
    arrive(next, at + 1);
  }
}

// Whether a bracket closes behind `at` that never opened.
bool Search::bracket_closes(std::size_t at) const {
  constexpr std::size_t kFar = 60;
  for (std::size_t i = at; i < shown_.size() && i < at + kFar; ++i) {
    if (shown_[i] == ')') return true;
    if (const Mark mark = shown_[i] == '(' || shown_[i] == '?' ? mark_at(shown_, i) : Mark{}) i += mark.size - 1;
    if (shown_[i] == '(') return false;
  }
  return false;
}

// "?": the last byte of a character and a sign behind it, both eaten. Of a tag and of a no-break space enough is left
// to know the sign; of brackets their end. At the end of the text it is a lead byte alone.
void Search::step_lost_sign(const Way& way, std::size_t at) {
  const std::u32string_view rest = shown_.substr(at + 1);
  const std::size_t tag = tag_size(rest);
  const bool space = rest.starts_with(U"nbsp;");
  const bool ends = tag != 0 || rest.empty();
  const char32_t sign = space ? U'\u00A0' : bracket_closes(at + 1) ? U'(' : utf8::kReplacement;
  std::vector<Way> completed;
  // What was eaten is hardly ever anything but a digit.
  complete(way, at + 1, {ends ? U'\0' : sign == utf8::kReplacement ? U'0' : sign, ends || space}, completed);
  for (Way& next : completed) {
    const float score = next.score;  // which has the sign already
    if (!ends) next = emit(next, sign, !space);
    next.score = score + kLostSign;
    next.bytes = 0;
    arrive(next, at + 1 + (space ? 5 : tag));
  }
}

void Search::step_out(const Way& way, std::size_t at) {
  const char32_t c = shown_[at];
  const unsigned bytes = gbk::bytes(c);
  if (is_visible_ascii(c)) return step_sign(way, at);
  if (is_blank(c) || (bytes == 0 && c != U'€')) return step_lost(way, at);
  Way next = way;
  const bool stands = c == U'€' ? put(next, 0x80) : put(next, bytes >> 8U) && put(next, bytes & 0xFFU);
  if (stands) arrive(next, at + 1);
}

void Search::step(const Way& way, std::size_t at) {
  if (step_mark(way, at) || step_eaten(way, at)) return;
  // The only way to the only next place needs no score.
  alone_ = !several_ && furthest_ == at && !is_visible_ascii(shown_[at]) && !is_blank(shown_[at]);
  if (way.pending == 0) {
    step_in(way, at);
  } else {
    step_out(way, at);
  }
  alone_ = false;
}

void Search::Ways::add(const Way& way) {
  Way* worst = ways_.data();
  for (std::size_t i = 0; i < size_; ++i) {
    Way& other = ways_[i];
    if (other.pending == way.pending && other.last == way.last && other.bytes == way.bytes) {
      const float gap = std::abs(other.score - way.score);
      if (way.score > other.score) other = way;
      other.gap = std::min(other.gap, gap);
      return;
    }
    if (other.score < worst->score) worst = &other;
  }
  if (size_ < ways_.size()) {
    ways_[size_++] = way;
  } else if (way.score > worst->score) {
    *worst = way;
  }
}

bool Search::is_settled(std::size_t at) {
  const std::span<const Way> here = ways(at).all();
  if (here.size() != 1 || here.front().pending != 0 || here.front().bare) return false;
  if (shown_[at] == '(' && mark_at(shown_, at)) return false;  // it may be of a key that stands only here
  for (std::size_t i = at + 1; i <= furthest_; ++i) {
    if (!ways(i).all().empty()) return false;
  }
  return true;
}

// No reading of the bytes stands: the pending one is lost for good, and what is shown is taken as it is.
void Search::give_up(const Way& way, std::size_t at) {
  Way next = way;
  next.pending = 0;
  next.bytes = 0;
  next.score += kGivenUp;
  if (way.pending != 0) next = emit(next, utf8::kReplacement, true);
  step_in(next, at);
}

void Search::write(const Way& way, Original& original) const {
  if (way.wide) original.text.back() += kWider;
  std::vector<const Node*> nodes;
  for (std::uint32_t node = way.node; node != 0; node = nodes_[node].before) nodes.push_back(&nodes_[node]);
  for (auto node = nodes.rbegin(); node != nodes.rend(); ++node) {
    if ((*node)->key.bytes != 0) original.keys.push_back((*node)->key);
    if ((*node)->chosen) original.choices.push_back({original.text.size(), way.gap, (*node)->c == utf8::kReplacement});
    if ((*node)->c != 0) original.text += (*node)->c;
  }
}

// At the end of the text a pending byte has lost its trail.
void Search::finish() {
  std::vector<Way> completed;
  for (const Way& way : ways(shown_.size()).all()) {
    if (way.pending == 0) completed.push_back(way);
    if (way.pending != 0) complete(way, shown_.size(), {0, true}, completed);
  }
  const auto by_score = [](const Way& a, const Way& b) { return a.score > b.score; };
  std::sort(completed.begin(), completed.end(), by_score);
  if (completed.size() > 1)
    completed.front().gap = std::min(completed.front().gap, completed.front().score - completed[1].score);
  ways(shown_.size()).clear();
  if (!completed.empty()) ways(shown_.size()).add(completed.front());
}

float Search::best_of(std::span<const Way> ways) {
  return std::max_element(ways.begin(), ways.end(), [](const Way& a, const Way& b) { return a.score < b.score; })
      ->score;
}

std::size_t Search::run(std::size_t at, Original& original) {
  nodes_.assign(1, {});
  Way start{};
  start.gap = std::numeric_limits<float>::max();
  start.last = original.text.empty() ? U'\0' : original.text.back();
  start.bytes = original.text.empty() ? 0 : bytes_of(original.text.back());
  furthest_ = at;
  ways(at).add(start);
  for (std::size_t place = at; place < shown_.size(); ++place) {
    if (ways(place).all().empty()) continue;
    if (place != at && is_settled(place)) {
      write(ways(place).all().front(), original);
      ways(place).clear();
      return place;
    }
    const Ways here = ways(place);
    ways(place).clear();
    several_ = here.all().size() > 1;
    const float best = best_of(here.all());
    for (const Way& way : here.all()) {
      if (way.score >= best - kHopeless) step(way, place);
    }
    if (furthest_ <= place) give_up(here.all().front(), place);
  }
  finish();
  if (!ways(shown_.size()).all().empty()) write(ways(shown_.size()).all().front(), original);
  ways(shown_.size()).clear();
  return shown_.size();
}

}  // namespace winnow::repair::mirror
