#include "repair/controls.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "repair/points.h"
#include "repair/signs.h"

namespace winnow::repair {
namespace {

// windows-1252, 0x80 to 0x9F; 0 where it has no character.
constexpr char32_t kC1[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                              0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                              0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// The first bytes of all that is_suspect_control() knows.
constexpr std::array<bool, 256> kMayBegin = [] {
  std::array<bool, 256> table{};
  for (const unsigned byte : {0x00U, 0x7FU, 0xC2U, 0xD8U, 0xE1U, 0xE2U, 0xEFU, 0xF3U}) table[byte] = true;
  return table;
}();

bool is_right_to_left(char32_t c) {
  return (between(c, 0x590, 0x8FF) && c != 0x61C) || between(c, 0xFB1D, 0xFDFF) || between(c, 0xFE70, 0xFEFC) ||
         between(c, 0x10800, 0x10FFF) || between(c, 0x1E800, 0x1EFFF);
}

bool holds_right_to_left(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (is_right_to_left(next_point(text, at))) return true;
  }
  return false;
}

bool is_mongolian(char32_t c) { return between(c, 0x1800, 0x180A) || between(c, 0x1810, 0x18AF); }

// Scripts whose letters take other forms beside a joiner: Arabic, Syriac, N'Ko, Mongolian, and those of India and
// south-east Asia.
bool uses_joiners(char32_t c) {
  return between(c, 0x620, 0xDFF) || between(c, 0xE00, 0x109F) || between(c, 0x1780, 0x17FF) || is_mongolian(c) ||
         between(c, 0xA800, 0xABFF) || between(c, 0xFB50, 0xFDFF) || between(c, 0xFE70, 0xFEFC) ||
         between(c, 0x11000, 0x11FFF);
}

bool is_ideograph(char32_t c) {
  return between(c, 0x3400, 0x9FFF) || between(c, 0xF900, 0xFAFF) || between(c, 0x20000, 0x3FFFF);
}

bool is_emoji(char32_t c) {
  return between(c, 0x1F000, 0x1FFFF) || between(c, 0x2100, 0x2BFF) || c == 0x203C || c == 0x2049 || c == 0x20E3 ||
         c == 0xA9 || c == 0xAE || c == 0x3030 || c == 0x303D || c == 0x3297 || c == 0x3299;
}

// The bases of keycaps.
bool is_key(char32_t c) { return between(c, '0', '9') || c == '#' || c == '*'; }

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }
bool is_tag(char32_t c) { return between(c, 0xE0020, 0xE007F); }
bool is_bidi(char32_t c) {
  return c == 0x61C || c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069);
}
bool is_separator(char32_t c) { return c == 0x2028 || c == 0x2029; }

// Whether a variation selector may stand behind `base` (StandardizedVariants.txt, emoji-variation-sequences.txt, IVD).
bool takes(char32_t base, char32_t selector) {
  if (between(selector, 0x180B, 0x180F)) return is_mongolian(base);
  if (selector == 0xFE0E || selector == 0xFE0F) return is_emoji(base) || is_key(base);
  if (between(selector, 0xE0100, 0xE01EF)) return is_ideograph(base);
  return is_ideograph(base) || base == '0' || between(base, 0x1000, 0x109F) || between(base, 0x2200, 0x2AFF) ||
         between(base, 0x3000, 0x30FF) || between(base, 0xA840, 0xA87F) || between(base, 0xFF01, 0xFF60);
}

bool is_selector(char32_t c) {
  return between(c, 0x180B, 0x180F) || between(c, 0xFE00, 0xFE0F) || between(c, 0xE0100, 0xE01EF);
}

bool is_joined(char32_t before, char32_t after) {
  const bool emoji = (is_emoji(before) || before == 0xFE0F) && is_emoji(after);
  return emoji || uses_joiners(before) || uses_joiners(after);
}

// Copies what is kept, run by run, and decides on each suspect.
class Sweep {
 public:
  Sweep(std::string_view text, Log& log) : text_(text), log_(log) { out_.reserve(text.size()); }

  std::string run() {
    for (std::size_t at = 0; at < text_.size();) {
      if (!kMayBegin[static_cast<unsigned char>(text_[at])]) {
        ++at;
        continue;
      }
      const std::size_t start = at;
      const char32_t c = next_point(text_, at);
      if (is_suspect_control(c)) judge(c, start, at);
    }
    copy_to(text_.size());
    return std::move(out_);
  }

 private:
  void judge(char32_t c, std::size_t start, std::size_t end) {
    copy_to(start);
    if (const char32_t meant = meant_by_c1(c); meant != 0)
      return replace(end, utf8::of(meant), "a control that is a character in windows-1252");
    if (is_separator(c)) return replace(end, " ", "a separator of lines inside a line");
    if (is_dropped(c, end)) replace(end, "", "an invisible character without meaning here");
  }

  bool is_dropped(char32_t c, std::size_t end) {
    if (between(c, 0x80, 0x9F)) return false;  // windows-1252 has nothing there either
    std::size_t at = out_.size();
    const char32_t before = out_.empty() ? U'\0' : utf8::previous(out_, at);
    if (is_selector(c)) return !takes(before, c);
    if (is_tag(c)) return before != 0x1F3F4 && !is_tag(before);  // flags of regions
    if (is_joiner(c)) return !is_joined(before, end < text_.size() ? next_point(text_, end) : U'\0');
    return !is_bidi(c) || !is_right_to_left_text();
  }

  bool is_right_to_left_text() {
    if (right_to_left_ == Answer::unknown) right_to_left_ = holds_right_to_left(text_) ? Answer::yes : Answer::no;
    return right_to_left_ == Answer::yes;
  }

  void copy_to(std::size_t end) {
    const std::string_view run = text_.substr(copied_, end - copied_);
    out_ += run;
    if (log_.detailed()) length_ += utf8::length(run);
    copied_ = end;
  }

  void replace(std::size_t end, std::string_view with, std::string_view why) {
    if (log_.detailed()) {
      log_.note("control", length_, text_.substr(copied_, end - copied_), with, why);
      length_ += utf8::length(with);
    } else {
      log_.count("control", 1);
    }
    out_ += with;
    copied_ = end;
  }

  enum class Answer { unknown, yes, no };

  std::string_view text_;
  Log& log_;
  std::string out_;
  std::size_t copied_ = 0;  // bytes of the text that are done
  std::size_t length_ = 0;  // code points of out_, where the log wants places
  Answer right_to_left_ = Answer::unknown;
};

// Moves `at` behind the private-use characters that stand there; how many they are.
std::size_t skip_private_use(std::string_view text, std::size_t& at) {
  std::size_t run = 0;
  for (std::size_t end = at; end < text.size() && is_private_use(next_point(text, end)); ++run) at = end;
  return run;
}

// By their first bytes; of most lines this is all that is read.
bool may_have_private_use(std::string_view text) {
  if (text.find('\xEE') != text.npos || text.find('\xF3') != text.npos || text.find('\xF4') != text.npos) return true;
  for (std::size_t at = text.find('\xEF'); at != text.npos; at = text.find('\xEF', at + 1)) {
    if (at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xA4) return true;  // U+F8FF and below
  }
  return false;
}

}  // namespace

char32_t meant_by_c1(char32_t c) { return between(c, 0x80, 0x9F) ? kC1[c - 0x80] : U'\0'; }

std::string fix_controls(std::string_view text, Log& log) { return Sweep(text, log).run(); }

void note_private_use(std::string_view text, Log& log) {
  if (!may_have_private_use(text)) return;
  for (std::size_t at = 0, nth = 0; at < text.size();) {
    const std::size_t start = at;
    const std::size_t run = skip_private_use(text, at);
    if (run == 0) {
      (void)next_point(text, at);
    } else {
      const std::string_view shown = text.substr(start, at - start);
      log.note("private_use", nth, shown, shown, "only the page's own font knows what it shows", 0.0);
    }
    nth += std::max<std::size_t>(run, 1);
  }
}

}  // namespace winnow::repair
