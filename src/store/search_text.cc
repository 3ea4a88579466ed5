#include "store/search_text.h"

#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::store {
namespace {

constexpr std::size_t kTypedBytes = 4096;  // a longer question is cut

std::string quoted(std::string_view word) {
  std::string out = "\"";
  for (const char c : word) {
    if (c == '"') out += '"';
    if (c != '\0') out += c;
  }
  return out += '"';
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (unicode::is_letter(c) || unicode::is_digit(c)) return true;
  }
  return false;
}

std::string_view cut(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) --bytes;
  return text.substr(0, bytes);
}

}  // namespace

std::string index_text(std::string_view text) {
  const std::string folded = unicode::fold(unicode::nfkc(text));
  std::string out;
  out.reserve(folded.size() * 2);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    if (!unicode::is_cjk(c)) {
      utf8::append(out, c);
      continue;
    }
    out += ' ';
    utf8::append(out, han::simplified(c));  // either script finds the other
    out += ' ';
  }
  return out;
}

std::string match_expression(std::string_view typed) {
  const std::string words = unicode::collapse(utf8::scrub(cut(typed, kTypedBytes)));
  std::string expression;
  for (std::size_t start = 0; start < words.size();) {
    const std::size_t end = std::min(words.find(' ', start), words.size());
    const std::string word = index_text(std::string_view(words).substr(start, end - start));
    if (has_word(word)) expression += (expression.empty() ? "" : " ") + quoted(word);
    start = end + 1;
  }
  return expression;
}

}  // namespace winnow::store
