#include "repair/mojibake.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr int kTimesOver = 4;

bool is_upper(char32_t c) { return unicode::is_letter(c) && unicode::is_upper(c); }
bool is_lower(char32_t c) { return unicode::is_letter(c) && !unicode::is_upper(c); }
bool is_space(char32_t c) { return c == 0 || c == ' ' || c == '\t'; }

// Quotes, dashes, an ellipsis or a trade mark are written behind real letters too.
bool is_common_sign(char32_t c) {
  return (c >= 0x2013 && c <= 0x201E) || c == 0x2026 || c == 0x2122 || c == 0xA0 || c == 0xAE || c == 0xBB ||
         c == 0xBF || c == 0xA1 || c == 0xAB || c == 0xB4;
}

// Characters of the text that stand for the bytes of one UTF-8 sequence.
struct Sequence {
  std::size_t at = 0;
  std::size_t size = 0;
  char32_t meant = 0;
  unsigned lead = 0;
  bool accepted = false;
};

class Line {
 public:
  Line(const std::u32string& text, const Codec& codec) : text_(text), codec_(codec) {
    for (std::size_t i = 0; i < text.size();) {
      Sequence found = sequence_at(i);
      if (found.size == 0) found = lost_space_at(i);
      if (found.size != 0) sequences_.push_back(found);
      i += std::max<std::size_t>(found.size, 1);
    }
    judge();
  }

  [[nodiscard]] std::size_t weight() const {
    std::size_t sum = 0;
    for (const Sequence& s : sequences_) sum += s.accepted ? s.size : 0;
    return sum;
  }
  [[nodiscard]] std::u32string fixed(Log& log) const;

 private:
  [[nodiscard]] unsigned byte(std::size_t i) const { return i < text_.size() ? codec_.byte_of(text_[i]) : 0U; }
  [[nodiscard]] char32_t before(const Sequence& s) const { return s.at > 0 ? text_[s.at - 1] : U'\0'; }
  [[nodiscard]] char32_t after(const Sequence& s) const {
    return s.at + s.size < text_.size() ? text_[s.at + s.size] : U'\0';
  }
  [[nodiscard]] bool is_1252() const { return codec_.encoding() == "windows-1252"; }

  [[nodiscard]] Sequence sequence_at(std::size_t i) const;
  [[nodiscard]] Sequence surrogate_pair_at(std::size_t i) const;
  [[nodiscard]] bool is_lost(std::size_t i, std::size_t k) const;
  [[nodiscard]] bool touches_letter(const Sequence& s) const;
  [[nodiscard]] bool fits_case(const Sequence& s) const;
  [[nodiscard]] bool is_likely_long(const Sequence& s) const;
  [[nodiscard]] bool is_likely_alone(const Sequence& s) const;
  [[nodiscard]] bool is_likely_accented(const Sequence& s) const;
  [[nodiscard]] std::size_t run_from(std::size_t k) const;
  [[nodiscard]] std::size_t block_from(std::size_t k) const;
  [[nodiscard]] bool covers_all() const;
  [[nodiscard]] Sequence lost_space_at(std::size_t i) const;
  void judge();
  void judge_by_company();

  const std::u32string& text_;
  const Codec& codec_;
  std::vector<Sequence> sequences_;
};

std::size_t length_for(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 2;
  if (lead >= 0xE0 && lead <= 0xEF) return 3;
  return lead >= 0xF0 && lead <= 0xF4 ? 4 : 0;
}

bool is_text(char32_t c, std::size_t size) {
  constexpr char32_t kFirst[] = {0, 0, 0x80, 0x800, 0x10000};
  if (c < kFirst[size] || c > 0x10FFFF || (c >= 0xD800 && c < 0xF900)) return false;
  return (c & 0xFFFE) != 0xFFFE;
}

// The k-th byte of a sequence was lost by an earlier conversion. "?" says so only in the quotes' sequences.
bool Line::is_lost(std::size_t i, std::size_t k) const {
  if (i + k >= text_.size()) return false;
  if (text_[i + k] == utf8::kReplacement) return true;
  return text_[i + k] == '?' && k == 2 && byte(i) == 0xE2 && byte(i + 1) == 0x80;
}

// "Ã" and a space where there was a no-break space: à. The space stays unless it is doubled or the word is "às".
Sequence Line::lost_space_at(std::size_t i) const {
  if (byte(i) != 0xC3 || !is_1252() || i + 1 >= text_.size() || text_[i + 1] != ' ') return {};
  const bool doubled = i + 2 < text_.size() && text_[i + 2] == ' ';
  const bool plural = i + 3 < text_.size() && text_[i + 2] == 's' && text_[i + 3] == ' ';
  return {i, doubled || plural ? std::size_t{2} : std::size_t{1}, U'à', 0xC3, i > 0 && is_lower(text_[i - 1])};
}

// CESU-8: each half of a surrogate pair as three bytes of its own.
Sequence Line::surrogate_pair_at(std::size_t i) const {
  if (byte(i) != 0xED || byte(i + 3) != 0xED) return {};
  const unsigned high = byte(i + 1);
  const unsigned low = byte(i + 4);
  const bool tails = (byte(i + 2) & 0xC0U) == 0x80 && (byte(i + 5) & 0xC0U) == 0x80;
  if (high < 0xA0 || high > 0xAF || low < 0xB0 || low > 0xBF || !tails) return {};
  const char32_t upper = ((high & 0x0FU) << 6U) | (byte(i + 2) & 0x3FU);
  const char32_t lower = ((low & 0x0FU) << 6U) | (byte(i + 5) & 0x3FU);
  return {i, 6, 0x10000 + (upper << 10U) + lower, 0xED, false};
}

Sequence Line::sequence_at(std::size_t i) const {
  const unsigned lead = byte(i);
  const std::size_t size = length_for(lead);
  if (size == 0) return {};
  char32_t meant = lead & (0xFFU >> (size + 1));
  for (std::size_t k = 1; k < size; ++k) {
    const unsigned next = byte(i + k);
    if (next == 0 && k + 1 == size && is_lost(i, k)) return {i, size, utf8::kReplacement, lead, false};
    if ((next & 0xC0U) != 0x80) return surrogate_pair_at(i);
    meant = (meant << 6U) | (next & 0x3FU);
  }
  if (!is_text(meant, size)) return surrogate_pair_at(i);
  return {i, size, meant, lead, false};
}

bool Line::touches_letter(const Sequence& s) const {
  return unicode::is_letter(before(s)) || unicode::is_letter(after(s));
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
  const bool first_page = s.lead == 0xC3 && is_1252();
  if (!first_page && (unicode::is_letter(second) && codec_.encoding() != "macintosh")) return false;
  if (!is_common_sign(second)) return first_page || touches_letter(s);
  if (second != 0xA0 && unicode::is_letter(before(s)) && unicode::is_letter(after(s))) return true;
  if (!first_page) return false;
  const char32_t right = after(s);
  if (second == 0xA0 || (second >= 0xA1 && second <= 0xBF)) return true;
  return is_upper(s.meant) && (is_upper(right) || (is_upper(before(s)) && is_space(right)));
}

// Three characters and more. «está»… and «слова»… are such sequences too, and are nothing but themselves.
bool Line::is_likely_long(const Sequence& s) const {
  if (s.meant == utf8::kReplacement) return s.lead == 0xE2 || (s.lead == 0xEF && is_1252());
  if (!is_1252()) return s.size == 3 && s.lead == 0xE2 && byte(s.at + 1) == 0x80;
  if (s.size > 3 || (s.lead == 0xE2 && text_[s.at + 1] == 0x2122)) return true;
  return !is_common_sign(text_[s.at + 1]) || !is_common_sign(text_[s.at + 2]);
}

bool Line::is_likely_alone(const Sequence& s) const {
  if (s.size >= 3) return is_likely_long(s);
  if (s.size == 1 || text_[s.at + 1] == ' ') return false;  // see lost_space_at
  if (s.lead == 0xC2) return is_1252() && s.meant >= 0xA0 && !is_upper(before(s));
  if (s.lead >= 0xC3 && s.lead <= 0xC5) return is_likely_accented(s);
  if (s.lead == 0xCE || s.lead == 0xCF)
    return is_1252() && is_lower(s.meant) && unicode::is_letter(before(s)) && unicode::is_letter(after(s));
  return false;
}

// How many sequences of one script follow each other from the k-th on, over spaces.
std::size_t Line::run_from(std::size_t k) const {
  std::size_t n = 1;
  while (k + n < sequences_.size()) {
    const Sequence& last = sequences_[k + n - 1];
    const Sequence& next = sequences_[k + n];
    const bool near = next.at <= last.at + last.size + 1;
    const bool same = (next.lead & 0xFEU) == (last.lead & 0xFEU) && unicode::is_letter(next.meant);
    if (!near || !same || next.size != 2) break;
    ++n;
  }
  return n;
}

// How many sequences stand side by side from the k-th on.
std::size_t Line::block_from(std::size_t k) const {
  std::size_t n = 1;
  while (k + n < sequences_.size() && sequences_[k + n].at == sequences_[k + n - 1].at + sequences_[k + n - 1].size)
    ++n;
  return n;
}

// Whether the line has nothing beyond ASCII but sequences: it decodes as a whole.
bool Line::covers_all() const {
  std::size_t covered = 0;
  for (const Sequence& s : sequences_) covered += s.size;
  const auto high = std::count_if(text_.begin(), text_.end(), [](char32_t c) { return c >= 0x80; });
  return sequences_.size() > 1 && covered == static_cast<std::size_t>(high);
}

// What is too little by itself counts beside others that are certain.
void Line::judge_by_company() {
  const bool certain = std::any_of(sequences_.begin(), sequences_.end(), [](const Sequence& s) { return s.accepted; });
  if (!certain) return;
  const bool all = covers_all();
  for (Sequence& s : sequences_) {
    const bool lost = s.meant == utf8::kReplacement || s.meant == U'à';
    s.accepted = s.accepted || all || lost || (s.lead == 0xC2 && s.meant >= 0xA0);
  }
}

void Line::judge() {
  constexpr std::size_t kNeverByChance = 3;
  for (std::size_t k = 0; k < sequences_.size();) {
    const std::size_t block = block_from(k);
    const bool twice = block == 2 && is_1252() && sequences_[k].lead == 0xC3 && sequences_[k + 1].lead == 0xC2;
    for (std::size_t i = k; i < k + block; ++i)
      sequences_[i].accepted = sequences_[i].accepted || block >= kNeverByChance || twice;
    k += block;
  }
  const std::size_t needed = is_1252() ? 2 : kNeverByChance;
  for (std::size_t k = 0; k < sequences_.size();) {
    const std::size_t run = sequences_[k].size == 2 && unicode::is_letter(sequences_[k].meant) ? run_from(k) : 1;
    for (std::size_t i = k; i < k + run; ++i) {
      Sequence& s = sequences_[i];
      if (s.meant == utf8::kReplacement && s.size == 2) continue;
      s.accepted = s.accepted || (run >= needed && s.lead >= 0xC6) || is_likely_alone(s);
    }
    k += run;
  }
  judge_by_company();
}

std::u32string Line::fixed(Log& log) const {
  std::u32string out;
  std::size_t at = 0;
  for (const Sequence& s : sequences_) {
    if (!s.accepted) continue;
    out.append(text_, at, s.at - at);
    log.note("mojibake", out.size(), utf8::encode(std::u32string_view(text_).substr(s.at, s.size)), utf8::of(s.meant),
         "UTF-8 read as " + std::string(codec_.encoding()));
    out += s.meant;
    at = s.at + s.size;
  }
  return out.append(text_, at, text_.size() - at);
}

}  // namespace

std::vector<Codec> usual_codecs() {
  std::vector<Codec> codecs;
  for (const std::string_view encoding : {"windows-1252", "windows-1251", "windows-1250", "macintosh", "windows-1257"})
    codecs.emplace_back(encoding);
  return codecs;
}

std::string fix_mojibake(std::string_view text, std::span<const Codec> codecs, Log& log) {
  std::u32string now = utf8::decode(text);
  for (int time = 0; time < kTimesOver; ++time) {
    const Codec* best = nullptr;
    std::size_t most = 0;
    for (const Codec& codec : codecs) {
      const std::size_t weight = Line(now, codec).weight();
      if (weight > most) {
        most = weight;
        best = &codec;
      }
    }
    if (best == nullptr) break;
    now = Line(now, *best).fixed(log);
  }
  return utf8::encode(now);
}

}  // namespace winnow::repair
