#include "repair/controls.h"

#include <algorithm>

#include "base/utf8.h"

namespace winnow::repair {
namespace {

// windows-1252, 0x80 to 0x9F; 0 where it has no character.
constexpr char32_t kC1[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                              0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                              0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

bool is_right_to_left(char32_t c) {
  return between(c, 0x590, 0x8FF) || between(c, 0xFB1D, 0xFDFF) || between(c, 0xFE70, 0xFEFC);
}

// Scripts whose letters take other forms beside a joiner: Arabic, Syriac, N'Ko, Mongolian, and those of India and
// south-east Asia.
bool uses_joiners(char32_t c) {
  return between(c, 0x600, 0x8FF) || between(c, 0x900, 0xDFF) || between(c, 0xE00, 0x109F) ||
         between(c, 0x1780, 0x18AF) || between(c, 0xA800, 0xABFF) || between(c, 0xFB50, 0xFEFC) ||
         between(c, 0x11000, 0x11FFF);
}

bool is_emoji_part(char32_t c) {
  return c >= 0x1F000 || between(c, 0x2190, 0x2BFF) || c == 0xFE0F || c == 0x20E3 || c == 0xA9 || c == 0xAE;
}

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_bidi(char32_t c) {
  return c == 0x200E || c == 0x200F || between(c, 0x202A, 0x202E) || between(c, 0x2066, 0x2069);
}

bool is_invisible(char32_t c) {
  return c == 0 || c == 0x7F || c == 0xAD || c == 0x180E || c == 0x200B || between(c, 0x2060, 0x2064) ||
         between(c, 0x206A, 0x206F) || c == 0xFEFF || between(c, 0xFFF9, 0xFFFB);
}

struct Around {
  char32_t before = 0, after = 0;
  bool right_to_left = false;
};

bool is_dropped(char32_t c, const Around& around) {
  if (is_invisible(c)) return true;
  if (is_bidi(c)) return !around.right_to_left;
  if (!is_joiner(c)) return false;
  const bool needed = uses_joiners(around.before) || uses_joiners(around.after) ||
                      (is_emoji_part(around.before) && is_emoji_part(around.after));
  return !needed;
}

}  // namespace

std::string fix_controls(std::string_view text, Log& log) {
  const std::u32string in = utf8::decode(text);
  Around around;
  around.right_to_left = std::any_of(in.begin(), in.end(), is_right_to_left);
  std::u32string out;
  out.reserve(in.size());
  for (std::size_t i = 0; i < in.size(); ++i) {
    around.before = out.empty() ? 0 : out.back();
    around.after = i + 1 < in.size() ? in[i + 1] : 0;
    const char32_t meant = between(in[i], 0x80, 0x9F) ? kC1[in[i] - 0x80] : 0;
    if (meant != 0) {
      log.note("control", out.size(), utf8::of(in[i]), utf8::of(meant),
           "a control that is a character in windows-1252");
      out += meant;
    } else if (is_dropped(in[i], around)) {
      log.note("control", out.size(), utf8::of(in[i]), "", "an invisible character without meaning here");
    } else {
      out += in[i];
    }
  }
  return utf8::encode(out);
}

}  // namespace winnow::repair
