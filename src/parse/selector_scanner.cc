#include "parse/selector_scanner.h"

#include <algorithm>

#include "base/scan.h"
#include "base/utf8.h"

namespace winnow::parse::css {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_newline(char c) { return c == '\n' || c == '\r' || c == '\f'; }

// 4.2, "ident-start code point"; every byte of a non-ASCII character counts as one.
bool is_name_start(char c) { return ascii::is_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }

bool is_name(char c) { return is_name_start(c) || ascii::is_digit(c) || c == '-'; }

}  // namespace

bool Scanner::accept(char c) {
  if (done() || peek() != c) return false;
  skip();
  return true;
}

bool Scanner::skip_space() {
  const std::size_t start = at_;
  while (!done() && is_space(peek())) skip();
  return at_ > start;
}

bool Scanner::at_escape(std::size_t ahead) const {
  return peek(ahead) == '\\' && at_ + ahead + 1 < text_.size() && !is_newline(peek(ahead + 1));
}

bool Scanner::at_identifier() const {
  if (peek() == '-') return is_name_start(peek(1)) || peek(1) == '-' || at_escape(1);
  return is_name_start(peek()) || at_escape();
}

// 4.3.7: up to six hex digits and one white space behind them, or the character itself.
void Scanner::escape(std::string& out) {
  skip();
  if (ascii::hex_value(peek()) < 0) {
    utf8::append(out, utf8::next(text_, at_));
    return;
  }
  char32_t value = 0;
  for (int i = 0; i < 6 && ascii::hex_value(peek()) >= 0; ++i, skip()) {
    value = value * 16 + static_cast<char32_t>(ascii::hex_value(peek()));
  }
  if (is_space(peek())) skip();
  utf8::append(out, value == 0 ? utf8::kReplacement : value);
}

std::string Scanner::name() {
  std::string out;
  while (!done()) {
    if (at_escape()) {
      escape(out);
    } else if (is_name(peek())) {
      out += peek();
      skip();
    } else {
      break;
    }
  }
  return out;
}

std::optional<std::string> Scanner::quoted() {
  const char quote = peek();
  skip();
  std::string out;
  while (!done() && peek() != quote) {
    if (at_escape()) {
      escape(out);
    } else if (peek() == '\\') {
      skip(peek(1) == '\r' && peek(2) == '\n' ? 3 : 2);  // an escaped newline is none
    } else if (is_newline(peek())) {
      return std::nullopt;
    } else {
      out += peek();
      skip();
    }
  }
  if (!accept(quote)) return std::nullopt;
  return out;
}

bool Scanner::at_of() const {
  return at_ > 0 && is_space(text_[at_ - 1]) && ascii::lower(text_.substr(at_, 2)) == "of" && !is_name(peek(2)) &&
         !at_escape(2);
}

bool Scanner::accept_of() {
  if (!at_of()) return false;
  skip(2);
  return true;
}

std::string_view Scanner::until_of() {
  const std::size_t start = at_;
  while (!done() && peek() != ')' && !at_of()) skip();
  return text_.substr(start, at_ - start);
}

}  // namespace winnow::parse::css
