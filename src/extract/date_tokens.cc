#include "extract/date_tokens.h"

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::extract {
namespace {

constexpr std::size_t kMaxTokens = 4096;

// Fullwidth ASCII variants (Unicode block Halfwidth and Fullwidth Forms) and the dashes as '-'.
char32_t plain(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  if (c == 0x2010 || c == 0x2011 || c == 0x2012 || c == 0x2013 || c == 0x2014 || c == 0x2212) return U'-';
  if (c == 0x2236) return U':';  // RATIO, seen for the colon of a clock
  return c;
}

bool is_ascii_digit(char32_t c) { return c >= U'0' && c <= U'9'; }

bool in_word(char32_t c) {
  if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
  return !unicode::is_space(c) && !unicode::is_punctuation(c) && !unicode::is_han(c) && c != 0xA0;
}

char32_t peek(std::string_view text, std::size_t at) {
  return at < text.size() ? plain(utf8::next(text, at)) : char32_t{0};
}

DateToken read_number(std::string_view text, std::size_t& at) {
  DateToken token{.kind = DateToken::Kind::number, .begin = at};
  while (is_ascii_digit(peek(text, at))) {
    char32_t c = plain(utf8::next(text, at));
    ++token.digits;
    token.value = token.digits > 9 ? 0 : token.value * 10 + static_cast<unsigned>(c - U'0');
  }
  token.end = at;
  return token;
}

DateToken read_word(std::string_view text, std::size_t& at) {
  DateToken token{.kind = DateToken::Kind::word, .begin = at};
  std::string word;
  bool kana_or_latin = in_word(peek(text, at));
  do {
    utf8::append(word, plain(utf8::next(text, at)));
  } while (kana_or_latin && in_word(peek(text, at)) && word.size() < 64);
  token.end = at;
  token.word = unicode::lower(word);
  return token;
}

DateToken read_token(std::string_view text, std::size_t& at) {
  char32_t c = peek(text, at);
  if (is_ascii_digit(c)) return read_number(text, at);
  if (in_word(c) || unicode::is_han(c)) return read_word(text, at);
  DateToken token{.kind = DateToken::Kind::mark, .begin = at};
  token.mark = plain(utf8::next(text, at));
  token.end = at;
  return token;
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool gap = false;
  for (std::size_t at = 0; at < text.size() && tokens.size() < kMaxTokens;) {
    std::size_t behind = at;
    if (unicode::is_space(utf8::next(text, behind))) {
      gap = true;
      at = behind;
      continue;
    }
    tokens.push_back(read_token(text, at));
    tokens.back().gap = gap;
    gap = false;
  }
  return tokens;
}

}  // namespace winnow::extract
