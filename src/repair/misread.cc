#include "repair/misread.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <vector>

#include "base/cjk_frequency.h"
#include "repair/double_byte.h"

namespace winnow::repair {
namespace {

// Of DoubleByte: GBK, Shift_JIS, Big5. EUC-KR has no pairs for most of what UTF-8 begins with: nothing is left of it.
constexpr std::size_t kEncodings[] = {0, 2, 1};
constexpr double kGain = 12.0;       // bits that a reading must save to be believed
constexpr double kGainInAll = 40.0;  // ... all of a segment's readings, to believe them together
constexpr double kLostBits = 10.0;
constexpr std::size_t kFewest = 2;  // characters that come back
constexpr std::size_t kMany = 4;

bool is_tail(unsigned byte) { return (byte & 0xC0U) == 0x80; }
bool is_mark(char32_t c) { return c == utf8::kReplacement || c == '?'; }

unsigned tails_behind(unsigned lead) {
  if (lead >= 0xC2 && lead <= 0xDF) return 1;
  if (lead >= 0xE0 && lead <= 0xEF) return 2;
  return lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
}

// Letters of Cyrillic and Greek, which cjk_bits takes for signs, come in words here.
constexpr double kLetterBits = 10.0;
bool is_letter(char32_t c) { return (c >= 0x410 && c < 0x450) || (c >= 0x391 && c < 0x3CA); }

// What one of the scripts of East Asia makes of a character at least.
double bits_of(char32_t c) {
  if (c < 0x80) return ascii_bits(c);
  return std::min({cjk_bits(CjkScript::simplified, c), cjk_bits(CjkScript::traditional, c),
                   cjk_bits(CjkScript::japanese, c), cjk_bits(CjkScript::korean, c)});
}

// Characters that read as UTF-8 in a row.
struct Run {
  std::size_t start = 0, end = 0;
  Points meant;
  std::size_t good = 0, lost = 0, starts = 0;
  double gain = 0;
  double bits = 0;  // of what it means

  [[nodiscard]] bool is_tiny() const { return starts == 0 && good <= kMany; }
  [[nodiscard]] bool stands_alone() const;
  void weigh(std::u32string_view text);
};

// Few characters must be common ones: names and old words make pairs of rare ones by chance. Letters, two bytes each,
// are found in real texts sooner than ideographs.
bool Run::stands_alone() const {
  constexpr double kCommon = 11.5;
  if (gain < kGain || good == 0) return false;
  if (starts == 0) return good > kMany && gain >= 2 * kGain;
  if (lost != 0 && starts >= kFewest) return true;
  return good >= kMany || (good >= kFewest && bits <= kCommon * static_cast<double>(good));
}

void Run::weigh(std::u32string_view text) {
  for (const char32_t c : meant) bits += c == utf8::kReplacement ? kLostBits : is_letter(c) ? kLetterBits : bits_of(c);
  gain = -bits;
  for (const char32_t c : text.substr(start, end - start)) gain += is_mark(c) ? 0 : bits_of(c);
}

// Reads one run. It ends where the bytes are no UTF-8, behind the last character that was whole there.
class Reader {
 public:
  Reader(std::u32string_view text, const DoubleByte& table, std::size_t start)
      : text_(text), table_(table), start_(start), at_(start) {}

  Run read();
  [[nodiscard]] std::size_t reached() const { return at_; }

 private:
  struct State {
    std::size_t end = 0, size = 0;
    std::size_t good = 0, lost = 0, starts = 0;
  };

  bool step();
  bool mark(char32_t c);
  bool feed(unsigned byte);
  bool begin(unsigned byte);
  bool go_on(unsigned byte);
  void lose();
  void keep(std::size_t end);

  std::u32string_view text_;
  const DoubleByte& table_;
  std::size_t start_, at_;
  Points out_;
  State now_, kept_;
  unsigned need_ = 0, size_ = 0;        // bytes that the character still needs; all that it has
  unsigned missing_ = 0, skipped_ = 0;  // bytes that the character needed where a loss began; those passed behind it
  char32_t value_ = 0;
  bool astray_ = false;  // behind a loss, before the next first byte
};

Run Reader::read() {
  while (at_ < text_.size() && step()) {
    ++at_;
    if (need_ == 0) keep(at_);
  }
  // A last byte without its partner may have vanished without a mark.
  const bool ends = at_ == text_.size() || text_[at_] < 0x80;
  if (ends && need_ != 0 && now_.good >= kFewest) lose(), keep(at_);
  out_.resize(kept_.size);
  Run run{start_, kept_.end, std::move(out_), kept_.good, kept_.lost, kept_.starts};
  return run;
}

bool Reader::step() {
  const char32_t c = text_[at_];
  if (is_mark(c)) return mark(c);
  const unsigned bytes = c < 0x80 ? 0 : table_.bytes(c);
  if (bytes == 0 || (bytes > 0xFF && !feed(bytes >> 8U)) || !feed(bytes & 0xFFU)) return false;
  return true;
}

// A question mark between two characters is one; inside one it is a byte that is gone.
bool Reader::mark(char32_t c) {
  if (need_ == 0 && c == '?') return false;
  missing_ = need_;
  lose();
  astray_ = true;
  skipped_ = 0;
  return true;
}

void Reader::lose() {
  out_ += utf8::kReplacement;
  ++now_.lost;
  need_ = 0;
}

bool Reader::feed(unsigned byte) {
  if (need_ != 0) return is_tail(byte) && go_on(byte);
  if (!is_tail(byte)) return begin(byte);
  // The rest of a character whose first byte went with the loss.
  constexpr unsigned kMostTails = 3;
  if (!astray_ || ++skipped_ > kMostTails) return false;
  if (missing_ != 0 && skipped_ == missing_) lose();
  return true;
}

bool Reader::begin(unsigned byte) {
  astray_ = false;
  need_ = tails_behind(byte);
  size_ = need_ + 1;
  value_ = byte & (0xFFU >> (size_ + 1));
  now_.starts += need_ == 2 ? 1U : 0U;
  if (byte < 0x80) out_ += byte;
  return byte < 0x80 || need_ != 0;
}

bool Reader::go_on(unsigned byte) {
  constexpr char32_t kFirst[] = {0, 0, 0x80, 0x800, 0x10000};
  value_ = (value_ << 6U) | (byte & 0x3FU);
  if (--need_ != 0) return true;
  if (value_ < kFirst[size_] || value_ > 0x10FFFF || (value_ >= 0xD800 && value_ < 0xF900)) return false;
  out_ += value_;
  ++(value_ == utf8::kReplacement ? now_.lost : now_.good);
  return true;
}

void Reader::keep(std::size_t end) {
  now_.end = end;
  now_.size = out_.size();
  kept_ = now_;
}

bool may_start(unsigned bytes) { return bytes > 0xFF && tails_behind(bytes >> 8U) != 0 && is_tail(bytes & 0xFFU); }

// Leaves the runs that are believed. A rare character that a good text repeats reads as a letter each time; so what is
// too little by itself counts only where most of the segment is such runs, or as part of longer ones beside a certain
// one.
void judge(std::vector<Run>& runs, std::u32string_view text) {
  std::size_t covered = 0;
  for (const Run& run : runs) covered += run.end - run.start;
  const auto beyond_ascii = std::count_if(text.begin(), text.end(), [](char32_t c) { return c >= 0x80; });
  const bool most = 2 * covered >= static_cast<std::size_t>(beyond_ascii);
  if (!most) std::erase_if(runs, [](const Run& run) { return run.is_tiny(); });
  double gain = 0;
  bool certain = false;
  for (Run& run : runs) {
    run.weigh(text);
    gain += std::max(run.gain, 0.0);
    certain = certain || run.stands_alone();
  }
  const bool much = gain >= kGainInAll;
  std::erase_if(runs, [&](const Run& run) {
    const bool in_company = run.gain > 0 && much && (most || (certain && run.starts != 0));
    return !run.stands_alone() && !in_company;
  });
}

std::vector<Run> runs_of(std::u32string_view text, const DoubleByte& table) {
  std::vector<Run> runs;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] < 0x80 || !may_start(table.bytes(text[at]))) {
      ++at;
      continue;
    }
    Reader reader(text, table, at);
    Run run = reader.read();
    at = std::max(at + 1, std::max(run.end, reader.reached()));
    if (run.good != 0) runs.push_back(std::move(run));
  }
  if (!runs.empty()) judge(runs, text);
  return runs;
}

void replace(Points& text, const std::vector<Run>& runs, std::string_view encoding, Log& log) {
  Points out;
  std::size_t from = 0;
  for (const Run& run : runs) {
    out.append(text, from, run.start - from);
    if (log.detailed())
      log.note("mojibake", out.size(), to_text(std::u32string_view(text).substr(run.start, run.end - run.start)),
               to_text(run.meant), "UTF-8 read as " + std::string(encoding));
    out += run.meant;
    from = run.end;
  }
  out.append(text, from);
  text = std::move(out);
  if (!log.detailed()) log.count("mojibake", runs.size());
}

}  // namespace

bool has_misread(std::string_view text) {
  if (utf8::is_ascii(text)) return false;  // and needs no tables
  const Points points = to_points(text);
  return std::any_of(std::begin(kEncodings), std::end(kEncodings),
                     [&](std::size_t e) { return !runs_of(points, DoubleByte::table(e)).empty(); });
}

bool fix_misread(Points& text, Log& log) {
  bool changed = false;
  for (const std::size_t encoding : kEncodings) {
    const DoubleByte& table = DoubleByte::table(encoding);
    const std::vector<Run> runs = runs_of(text, table);
    if (runs.empty()) continue;
    replace(text, runs, table.encoding(), log);
    changed = true;
  }
  return changed;
}

}  // namespace winnow::repair
