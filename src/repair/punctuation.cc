#include "repair/punctuation.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::repair {
namespace {

constexpr char32_t kWider = 0xFEE0;  // from ASCII to its full-width form

bool is_chinese(char32_t c) {
  return unicode::is_han(c) || (c >= 0x3001 && c <= 0x3011) || (c >= 0xFF01 && c <= 0xFF60) || c == 0x2018 ||
         c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2026;
}

bool is_mark(char32_t c) { return c == ',' || c == ':' || c == ';' || c == '?' || c == '!'; }

char32_t at(const std::u32string& text, std::size_t i) { return i < text.size() ? text[i] : U'\0'; }
char32_t before(const std::u32string& text, std::size_t i) { return i > 0 ? text[i - 1] : U'\0'; }

bool holds_chinese(const std::u32string& text, std::size_t open, std::size_t close) {
  for (std::size_t i = open + 1; i < close; ++i) {
    if (is_chinese(text[i])) return true;
  }
  return false;
}

// A pair of brackets widens where Chinese stands beside or inside it.
void widen_brackets(std::u32string& text) {
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') open.clear();
    if (text[i] == '(') open.push_back(i);
    if (text[i] != ')' || open.empty()) continue;
    const std::size_t start = open.back();
    open.pop_back();
    constexpr std::size_t kLongest = 400;  // keeps the work linear
    if (i - start > kLongest) continue;
    if (is_chinese(before(text, start)) || is_chinese(at(text, i + 1)) || holds_chinese(text, start, i)) {
      text[start] += kWider;
      text[i] += kWider;
    }
  }
}

void widen_marks(std::u32string& text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_mark(text[i])) continue;
    const char32_t left = before(text, i);
    const char32_t right = at(text, i + 1);
    if (text[i] == ':' && right == '/') continue;
    if (text[i] == '?' && unicode::is_latin(right)) continue;  // a character that was lost
    const bool starts = left == ' ' || left == '\t' || left == '\n' || left == 0;
    if (is_chinese(left) || (is_chinese(right) && !starts)) text[i] += kWider;
  }
}

}  // namespace

std::string widen_punctuation(std::string_view text, Log& log) {
  const std::u32string in = utf8::decode(text);
  std::u32string out = in;
  widen_brackets(out);
  widen_marks(out);
  widen_marks(out);  // a mark beside one that is wide only now
  for (std::size_t i = 0; i < in.size(); ++i) {
    if (in[i] != out[i])
      log.note("punctuation", i, utf8::of(in[i]), utf8::of(out[i]), "half-width punctuation in Chinese text");
  }
  return utf8::encode(out);
}

}  // namespace winnow::repair
