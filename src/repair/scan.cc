#include "repair/scan.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

bool is_high(char c) { return static_cast<unsigned char>(c) >= 0x80; }

bool is_suspect_control(char32_t c) {
  if (c < 0x2000) return c == 0 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x180E;
  return (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF ||
         (c >= 0xFFF9 && c <= 0xFFFB);
}

// Characters that stand for the first byte of a UTF-8 sequence in some single-byte encoding, and the two signs of
// macintosh that stand for the commonest of them.
bool may_lead(char32_t c) {
  return (c >= 0xC2 && c < 0x530) || c == 0x221A || c == 0x201A || c == 0x25CA || c == 0x2248 || c == 0x192;
}

bool is_cjk(char32_t c) { return c >= 0x2E80 && c < 0xFF00; }

// A character that stands for a byte from 0x80 to 0xBF more often than for itself behind such a letter.
bool may_follow(char32_t c) { return c >= 0x80 && !is_cjk(c); }

// A Han character, "(" and a letter: how a reading in brackets begins.
bool is_mark(std::string_view text, std::size_t bracket) {
  const auto before = static_cast<unsigned char>(text[bracket - 1]);
  if (before < 0x80 || bracket + 2 >= text.size()) return false;
  const char letter = text[bracket + 1];
  return is_high(letter) || (letter >= 'a' && letter <= 'z');
}

}  // namespace

void scan(std::string_view text, Findings& found) {
  char32_t last = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_high(text[at])) {
      const char c = text[at];
      if (c == '\0' || c == '\x7F') found.controls = true;
      if (c == '&') found.entities = true;
      if (c == '(' && at > 0 && is_mark(text, at)) ++found.marks;
      if (may_lead(last) && (c == ' ' || c == '?')) found.mixed = true;
      last = 0;
      ++at;
      continue;
    }
    const char32_t c = utf8::next(text, at);
    if (is_suspect_control(c)) found.controls = true;
    if (may_lead(last) && may_follow(c)) found.mixed = true;
    last = c;
  }
  if (!unicode::is_nfc(text)) found.denormal = true;
}

}  // namespace winnow::repair
