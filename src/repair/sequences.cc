#include "repair/sequences.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

bool is_upper(char32_t c) { return unicode::is_letter(c) && unicode::is_upper(c); }
bool is_lower(char32_t c) { return unicode::is_letter(c) && !unicode::is_upper(c); }
bool is_lower_ascii(char32_t c) { return c >= 'a' && c <= 'z'; }
bool is_ascii_letter(char32_t c) { return is_lower_ascii(c | 0x20U); }
bool is_space(char32_t c) { return c == 0 || c == ' ' || c == '\t'; }
bool is_drawn(char32_t c) { return c >= 0x2500 && c < 0x25A0; }
bool is_combining(char32_t c) { return c >= 0x300 && c < 0x370; }

// Quotes, dashes, an ellipsis or a trade mark are written behind real letters too.
bool is_common_sign(char32_t c) {
  return (c >= 0x2013 && c <= 0x201E) || c == 0x2026 || c == 0x2122 || c == 0xA0 || c == 0xAE || c == 0xBB ||
         c == 0xBF || c == 0xA1 || c == 0xAB || c == 0xB4;
}
bool is_odd(char32_t c) { return !is_common_sign(c) && !unicode::is_letter(c); }

std::uint8_t length_for(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_tail(unsigned byte) { return (byte & 0xC0U) == 0x80; }

bool is_text(char32_t c, std::size_t size) {
  constexpr char32_t kFirst[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kFirst[size] || c > 0x10FFFF || (c >= 0xD800 && c < 0xF900)) return false;
  return (c & 0xFFFE) != 0xFFFE;
}

std::size_t end_of(const Sequence& s) { return s.at + s.size; }

}  // namespace

Line::Line(std::u32string_view text, std::size_t codec, bool again) : text_(text), codec_(codec), again_(again) {
  find();
  if (!is_hopeless()) judge();
}

std::size_t Line::weight() const {
  std::size_t sum = 0;
  for (const Sequence& s : sequences_) sum += s.accepted ? s.size : 0U;
  return sum;
}

void Line::find() {
  const auto bit = static_cast<CodecSet>(1U << codec_);
  for (std::size_t i = 0; i < text_.size();) {
    if (text_[i] < 0x80 || (tables_.roles(text_[i]).lead() & bit) == 0) {
      ++i;
      continue;
    }
    Sequence found = sequence_at(i);
    if (found.size == 0) found = surrogate_pair_at(i);
    if (found.size == 0) found = grave_at(i);
    if (found.size == 0 && is_tail(byte(i + 1)) && !unicode::is_letter(text_[i + 1])) ++cut_;
    if (found.size != 0) sequences_.push_back(found);
    i += std::max<std::size_t>(found.size, 1);
  }
}

// The k-th byte of a sequence was lost by an earlier conversion. "?" says so in a quotation mark's sequence, and where
// what follows it is no end of a word.
bool Line::is_lost(std::size_t i, std::size_t k, std::size_t size) const {
  const char32_t c = character(i + k);
  if (c == utf8::kReplacement) return true;
  if (c != '?') return false;
  if (k == 2 && byte(i) == 0xE2 && byte(i + 1) == 0x80) return true;
  if (k != 1) return false;
  return size == 3 ? byte(i) == 0xE2 && is_tail(byte(i + 2)) : byte(i) == 0xC3 && !is_space(character(i + 2));
}

Sequence Line::sequence_at(std::size_t i) const {
  Sequence s;
  s.at = static_cast<std::uint32_t>(i);
  s.lead = static_cast<std::uint8_t>(byte(i));
  const std::uint8_t size = length_for(s.lead);
  s.meant = s.lead & (0xFFU >> (size + 1U));
  std::size_t gone = 0;
  for (std::size_t k = 1; k < size; ++k) {
    unsigned next = byte(i + k);
    if (next == 0 && is_lost(i, k, size)) {
      if (++gone * 2 > size) return {};
      next = 0x80;
    } else if (character(i + k) == ' ' && s.lead != 0xC3 && !s.spaced) {
      s.spaced = true;
      next = 0xA0;
    }
    if (!is_tail(next)) return {};
    s.meant = (s.meant << 6U) | (next & 0x3FU);
  }
  s.lost = gone != 0;
  if (s.lost && s.spaced) return {};
  if (s.lost) s.meant = utf8::kReplacement;
  if (s.lost || is_text(s.meant, size)) s.size = size;
  return s;
}

// CESU-8: each half of a surrogate pair as three bytes of its own.
Sequence Line::surrogate_pair_at(std::size_t i) const {
  if (byte(i) != 0xED || byte(i + 3) != 0xED) return {};
  const unsigned high = byte(i + 1);
  const unsigned low = byte(i + 4);
  if (high < 0xA0 || high > 0xAF || low < 0xB0 || low > 0xBF || !is_tail(byte(i + 2)) || !is_tail(byte(i + 5)))
    return {};
  Sequence s;
  s.at = static_cast<std::uint32_t>(i);
  s.size = 6;
  s.lead = 0xED;
  s.meant = 0x10000 + ((((high & 0x0FU) << 6U) | (byte(i + 2) & 0x3FU)) << 10U) +
            (((low & 0x0FU) << 6U) | (byte(i + 5) & 0x3FU));
  return s;
}

// "Ã" and a space where there was a no-break space: à. The space stays unless it is doubled, or the word is one that
// Portuguese makes of a preposition: às, àquele, àquela, àquilo.
Sequence Line::grave_at(std::size_t i) const {
  if (byte(i) != 0xC3 || character(i + 1) != ' ') return {};
  const std::u32string_view rest = text_.substr(i + 2);
  const bool doubled = rest.starts_with(U' ');
  const bool joined =
      rest.starts_with(U"s ") || rest.starts_with(U"quele") || rest.starts_with(U"quela") || rest.starts_with(U"quilo");
  Sequence s;
  s.at = static_cast<std::uint32_t>(i);
  s.size = doubled || joined ? 2 : 1;
  s.lead = 0xC3;
  s.spaced = true;
  s.meant = U'à';
  return s;
}

bool Line::touches_letter(const Sequence& s) const {
  return unicode::is_letter(before(s)) || unicode::is_letter(after(s));
}

// A letter of another script, or a sign, in a word of ASCII.
bool Line::is_foreign_here(const Sequence& s) const {
  return text_[s.at] >= 0x370 && (is_ascii_letter(before(s)) || is_ascii_letter(after(s)));
}

// A letter inside a word has the case of its neighbours.
bool Line::fits_case(const Sequence& s) const {
  if (!unicode::is_letter(s.meant)) return true;
  const char32_t left = before(s);
  const char32_t right = after(s);
  if (is_upper(s.meant)) return !is_lower(left) && !(is_upper(left) && is_lower(right));
  return !is_upper(left) || is_lower(right);
}

// A two-character sequence with Ã, Ä or Å in front: an accented letter of a word in Latin script.
bool Line::is_likely_accented(const Sequence& s) const {
  const char32_t second = text_[s.at + 1];
  if (!unicode::is_letter(s.meant) || !fits_case(s)) return false;
  const bool first_page = s.lead == 0xC3 && western();
  if (!first_page && unicode::is_letter(second) && codec_ != kMacintosh) return false;
  if (!is_common_sign(second)) return first_page || touches_letter(s);
  if (second != 0xA0 && unicode::is_letter(before(s)) && unicode::is_letter(after(s))) return true;
  if (!first_page) return false;
  if (second >= 0xA0 && second <= 0xBF) return true;
  const char32_t right = after(s);
  return is_upper(s.meant) && (is_upper(right) || (is_upper(before(s)) && is_space(right)));
}

// Code page 437 reads UTF-8 as lines and corners among letters; a drawing has no words.
bool Line::is_likely_drawn(const Sequence& s) const {
  const char32_t second = text_[s.at + 1];
  if (!unicode::is_letter(s.meant) || !fits_case(s)) return false;
  if (s.size == 3) return is_drawn(second) && touches_letter(s);
  if (!is_drawn(second)) return is_foreign_here(s);
  return s.lead == 0xC3 && is_lower_ascii(before(s)) && is_lower_ascii(after(s));
}

// Three characters and more. «está»… and «слова»… are such sequences too, and are nothing but themselves.
bool Line::is_likely_long(const Sequence& s) const {
  if (s.lost) return s.lead == 0xE2 || (western() && (s.lead == 0xEF || s.lead == 0xF0));
  const char32_t second = text_[s.at + 1];
  const char32_t third = text_[s.at + 2];
  if (western()) {
    if (s.size > 3 || (s.lead == 0xE2 && second == 0x2122)) return true;
    return !is_common_sign(second) || !is_common_sign(third);
  }
  if (s.size == 4) return byte(s.at + 1) == 0x9F && s.meant >= 0x1F000;
  if (s.size == 3 && s.lead == 0xE2 && byte(s.at + 1) == 0x80) return true;
  const bool latin = codec_ == kMacintosh ? s.lead == 0xE1 : codec_ != kWindows1251 && codec_ != kWindows1253;
  return s.size == 3 && (is_foreign_here(s) || (latin && unicode::is_letter(s.meant) && touches_letter(s))) &&
         (is_odd(second) || is_odd(third));
}

// Whether a space stands where the byte A0 was, in a line that has other sequences.
bool Line::is_likely_space(const Sequence& s) const {
  if (s.lead == 0xC3) return s.size == 2 || !is_upper(before(s));
  if (s.lead == 0xC2) return !is_upper(before(s));
  if (s.size == 2)
    return !unicode::is_letter(before(s)) && (is_lower_ascii(after(s)) || length_for(byte(end_of(s))) != 0);
  for (std::size_t k = 1; k < s.size; ++k) {
    if (s.lead != 0xE2 && is_common_sign(text_[s.at + k])) return false;
  }
  return true;
}

bool Line::is_likely_alone(const Sequence& s) const {
  if (s.spaced) return s.lead == 0xC3 && western() && is_lower(before(s));
  if (s.size == 2 && s.lost) return is_upper(text_[s.at]) && is_lower(before(s)) && is_lower_ascii(after(s));
  if (codec_ == kCodePage437 && !s.lost && is_likely_drawn(s)) return true;
  if (s.size >= 3) return is_likely_long(s);
  if (codec_ == kCodePage437) return false;
  if (s.lead == 0xC2) return western() && s.meant >= 0xA0 && !is_upper(before(s));
  if (s.lead >= 0xC3 && s.lead <= 0xC5) return is_likely_accented(s);
  if (s.lead == 0xCE || s.lead == 0xCF)
    return western() && is_lower(s.meant) && unicode::is_letter(before(s)) && unicode::is_letter(after(s));
  return false;
}

// How many sequences of one script follow each other from the k-th on, over spaces.
std::size_t Line::run_from(std::size_t k) const {
  std::size_t n = 1;
  while (k + n < sequences_.size()) {
    const Sequence& last = sequences_[k + n - 1];
    const Sequence& next = sequences_[k + n];
    const bool near = next.at <= end_of(last) + 1;
    const bool same = (next.lead & 0xFEU) == (last.lead & 0xFEU) && unicode::is_letter(next.meant);
    if (!near || !same || next.size != 2 || next.spaced) break;
    ++n;
  }
  return n;
}

// How many sequences stand side by side from the k-th on.
std::size_t Line::block_from(std::size_t k) const {
  std::size_t n = 1;
  while (k + n < sequences_.size() && sequences_[k + n].at == end_of(sequences_[k + n - 1])) ++n;
  return n;
}

// Whether the line has nothing beyond ASCII but sequences: it decodes as a whole.
bool Line::covers_all() const {
  std::size_t covered = 0;
  for (const Sequence& s : sequences_) covered += s.spaced ? s.size - 1U : s.size;
  const auto high = std::count_if(text_.begin(), text_.end(), [](char32_t c) { return c >= 0x80; });
  return sequences_.size() > 1 && covered == static_cast<std::size_t>(high);
}

// Most of what was here is gone: what can still be read of it is no text.
bool Line::is_hopeless() const {
  constexpr std::size_t kTrace = 4;
  return western() && cut_ >= kTrace && cut_ > sequences_.size();
}

// Letters with accents that are in no sequence stand around those from `first` to `last`: bytes of another kind, which
// are UTF-8 by chance.
bool Line::is_among_others(std::size_t first, std::size_t last) const {
  constexpr std::size_t kFew = 2;
  const std::size_t low = first == 0 ? 0 : end_of(sequences_[first - 1]);
  const std::size_t high = last + 1 == sequences_.size() ? text_.size() : sequences_[last + 1].at;
  const auto is_other = [this](std::size_t i) {
    return text_[i] >= 0x80 && !is_common_sign(text_[i]) && tables_.byte_of(kWindows1252, text_[i]) != 0;
  };
  std::size_t others = 0;
  for (std::size_t i = sequences_[first].at; i > low && others < kFew && is_other(i - 1); --i) ++others;
  for (std::size_t i = end_of(sequences_[last]); i < high && others < kFew && is_other(i); ++i) ++others;
  return others >= kFew;
}

// Side by side, three sequences are never there by chance; drawings repeat themselves.
void Line::judge_blocks() {
  constexpr std::size_t kNeverByChance = 3;
  for (std::size_t k = 0; k < sequences_.size();) {
    const std::size_t block = block_from(k);
    const Sequence& first = sequences_[k];
    const bool twice = block == 2 && first.lead == 0xC3 && sequences_[k + 1].lead == 0xC2;
    bool certain = block >= kNeverByChance || twice || (again_ && block == 2);
    if (certain && codec_ == kCodePage437) {
      std::size_t changes = 0;
      for (std::size_t i = k + 1; i < k + block; ++i)
        changes += sequences_[i].meant != sequences_[i - 1].meant && unicode::is_letter(sequences_[i].meant) ? 1U : 0U;
      certain = changes >= kNeverByChance;
    }
    certain = certain && !is_among_others(k, k + block - 1);
    for (std::size_t i = k; certain && i < k + block; ++i) sequences_[i].accepted = !sequences_[i].spaced;
    k += block;
  }
}

void Line::judge_runs() {
  const std::size_t needed = western() ? 2 : codec_ == kCodePage437 ? text_.size() : 3;
  for (std::size_t k = 0; k < sequences_.size();) {
    const bool letters = sequences_[k].size == 2 && !sequences_[k].spaced && unicode::is_letter(sequences_[k].meant);
    const std::size_t run = letters ? run_from(k) : 1;
    for (std::size_t i = k; i < k + run; ++i) {
      Sequence& s = sequences_[i];
      const bool likely = (run >= needed && s.lead >= 0xC6 && !s.lost) || is_likely_alone(s);
      s.accepted = s.accepted || (likely && !is_among_others(k, k + run - 1));
    }
    k += run;
  }
}

// What is too little by itself counts beside others that are certain.
void Line::judge_by_company() {
  const bool certain = std::any_of(sequences_.begin(), sequences_.end(), [](const Sequence& s) { return s.accepted; });
  if (!certain) return;
  const bool all = covers_all();
  for (Sequence& s : sequences_) {
    if (s.accepted) continue;
    s.accepted = s.spaced ? is_likely_space(s) : all || s.lost || again_ || (s.lead == 0xC2 && s.meant >= 0xA0);
  }
}

// The same mark over sign after sign: crossed-out or decorated text.
void judge_marks(std::vector<Sequence>& sequences) {
  const auto is_mark = [](const Sequence& s) { return s.size == 2 && !s.spaced && is_combining(s.meant); };
  const auto first = std::find_if(sequences.begin(), sequences.end(), is_mark);
  if (std::count_if(first, sequences.end(), is_mark) < 2) return;
  for (Sequence& s : sequences) s.accepted = s.accepted || (is_mark(s) && s.meant == first->meant);
}

void Line::judge() {
  judge_blocks();
  judge_runs();
  if (western()) judge_marks(sequences_);
  judge_by_company();
}

}  // namespace winnow::repair
