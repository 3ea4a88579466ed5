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

// Characters that stand for the first byte of a UTF-8 sequence in some single-byte encoding; macintosh has signs there.
bool is_leading_sign(char32_t c) {
  return c == 0x221A || c == 0x201A || c == 0x25CA || c == 0x2248 || c == 0x192 || c == 0x178 || c == 0xFF;
}
bool may_lead(char32_t c) { return (c >= 0xC2 && c < 0x530) || is_leading_sign(c); }

bool is_cjk(char32_t c) { return c >= 0x2E80 && c < 0xFF00; }

// Letters that follow others in words: of French or German, Greek, Russian, Hebrew and Arabic.
bool is_common_letter(char32_t c) {
  if (c < 0x100) return c >= 0xC0 && c != 0xC6 && c != 0xD8 && c != 0xE6 && c != 0xF8;
  return (c >= 0x370 && c < 0x400) || c == 0x401 || (c >= 0x410 && c < 0x450) || c == 0x451 ||
         (c >= 0x590 && c < 0x2000);
}

// What closes a word or a quotation in any Russian text.
bool is_closing(char32_t c) { return c == 0xBB || (c >= 0x2013 && c <= 0x201D) || c == 0x2026; }

// Whether `c` stands for a byte from 0x80 to 0xBF behind `last` rather than for itself.
bool may_follow(char32_t last, char32_t c) {
  return may_lead(last) && c >= 0x80 && !is_cjk(c) && (is_leading_sign(last) || !is_common_letter(c)) &&
         !(last >= 0x410 && is_closing(c));
}

bool is_latin1(char32_t c) { return c >= 0x80 && c < 0x100; }
constexpr std::size_t kNoWord = 4;  // so many letters with accents in a row are no word's

// "&", a letter or "#", and ";" near by.
bool is_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 28;
  if (at + 2 >= text.size()) return false;
  const char next = text[at + 1];
  const bool named = next == '#' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
  return named && text.substr(at, kLongest).find(';') != std::string_view::npos;
}

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
  std::size_t run = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_high(text[at])) {
      const char c = text[at];
      if (c == '\0' || c == '\x7F') found.controls = true;
      if (c == '&' && is_reference(text, at)) found.entities = true;
      if (c == '(' && at > 0 && is_mark(text, at)) ++found.marks;
      if (last == 0xC3 && c == ' ') found.mixed = true;
      last = 0;
      run = 0;
      ++at;
      continue;
    }
    const char32_t c = utf8::next(text, at);
    if (is_suspect_control(c)) found.controls = true;
    run = is_latin1(c) ? run + 1 : 0;
    if (run >= kNoWord || may_follow(last, c)) found.mixed = true;
    last = c;
  }
  if (!found.denormal && !unicode::is_nfc(text)) found.denormal = true;
}

}  // namespace winnow::repair
