#include "base/han.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kLongestReading = 7;  // "zhuāng" and a digit for the tone

// Where a reading in brackets ends ("(cái)"), or `at` when none begins there. A reading is in small letters; "(AI)"
// behind a Han character is a word.
std::size_t end_of_reading(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '(') return at;
  std::size_t letters = 0;
  for (std::size_t i = at + 1; i < text.size() && letters <= kLongestReading;) {
    const char32_t c = utf8::next(text, i);
    if (c == ')') return letters > 0 ? i : at;
    if (!unicode::is_latin(c) || unicode::is_upper(c)) return at;
    ++letters;
  }
  return at;
}

}  // namespace

std::string fold_for_cues(std::string_view text) {
  if (utf8::is_ascii(text)) return unicode::collapse(unicode::lower(text));
  const std::string narrow = unicode::nfkc(text);
  std::string out;
  for (std::size_t at = 0; at < narrow.size();) {
    const char32_t c = utf8::next(narrow, at);
    utf8::append(out, unicode::is_han(c) ? han::simplified(c) : c);
    if (unicode::is_han(c)) at = end_of_reading(narrow, at);
  }
  return unicode::collapse(unicode::lower(out));
}

}  // namespace winnow::cleaning
