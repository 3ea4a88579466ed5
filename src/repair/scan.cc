#include "repair/scan.h"

#include <array>

#include "base/unicode.h"
#include "base/utf8.h"
#include "base/variants.h"
#include "repair/plain.h"
#include "repair/points.h"
#include "repair/signs.h"

namespace winnow::repair {
namespace {

// "&", a letter or "#", and ";" near by.
bool is_reference(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongest = 28;
  if (at + 2 >= text.size()) return false;
  const char next = text[at + 1];
  const bool named = next == '#' || ((next | 0x20) >= 'a' && (next | 0x20) <= 'z');
  if (text.substr(at + 1).starts_with("nbsp")) return true;
  return named && text.substr(at, kLongest).find(';') != std::string_view::npos;
}

// A character beyond ASCII, "(" and a letter: how a reading in brackets begins.
bool is_mark(std::string_view text, std::size_t bracket) {
  if (bracket == 0 || static_cast<unsigned char>(text[bracket - 1]) < 0x80 || bracket + 2 >= text.size()) return false;
  const auto letter = static_cast<unsigned char>(text[bracket + 1]);
  return letter >= 0x80 || (letter >= 'a' && letter <= 'z');
}

// U+FFFD itself, rather than what ill-formed bytes read as.
bool is_replacement_itself(std::string_view text, std::size_t end) {
  return end >= 3 && text.substr(end - 3, 3) == "\xEF\xBF\xBD";
}

constexpr std::array<bool, 0x80> kTelling = [] {
  std::array<bool, 0x80> table{};
  for (const unsigned c : {0x00U, 0x20U, 0x26U, 0x28U, 0x7FU}) table[c] = true;
  return table;
}();

bool is_ideograph(char32_t c) { return c >= 0x4E00 && c <= 0x9FFF; }

// Reads characters one by one.
class Look {
 public:
  Look(std::string_view text, Findings& found) : text_(text), found_(found) {}

  // From the character at `at` to `stop` at least, and on until nothing that comes later depends on what was read.
  std::size_t read(std::size_t at, std::size_t stop) {
    while (at < text_.size() && (at < stop || hangs_over())) at = read_one(at);
    return at;
  }
  // Goes on at `at`, behind bytes that were passed unread.
  void resume(std::size_t at) {
    const bool ascii = at == 0 || static_cast<unsigned char>(text_[at - 1]) < 0x80;
    last_ = ascii ? U'\0' : utf8::previous(text_, at);
    run_ = 0;
  }
  // To be asked once, at the end: the composition of a text is ICU's to judge.
  [[nodiscard]] bool may_be_denormal() const { return may_be_denormal_; }

 private:
  [[nodiscard]] bool hangs_over() const { return run_ != 0 || may_lead(last_); }

  std::size_t read_one(std::size_t at) {
    const auto byte = static_cast<unsigned char>(text_[at]);
    if (byte < 0x80) return read_ascii(byte, at);
    const char32_t c = next_point(text_, at);
    if (is_ideograph(c)) {
      read_ideograph(c, at);
    } else {
      read_other(c, at);
    }
    last_ = c;
    return at;
  }

  std::size_t read_ascii(unsigned char c, std::size_t at) {
    if (kTelling[c]) {
      if (c == '\0' || c == '\x7F') found_.controls = true;
      if (c == '&' && is_reference(text_, at)) found_.entities = true;
      if (c == '(' && is_mark(text_, at)) ++found_.marks;
      if (c == ' ' && last_ == 0xC3) found_.mixed = true;
    }
    last_ = 0;
    run_ = 0;
    return at + 1;
  }

  void read_ideograph(char32_t c, std::size_t end) {
    run_ = 0;
    if (is_of_wrong_decoding(last_, c)) found_.mixed = true;
    if (is_rare_metal(c)) read_metal(end);
  }

  void read_other(char32_t c, std::size_t end) {
    run_ = is_latin1(c) ? run_ + 1 : 0;
    if (run_ >= kNoWord || may_follow(last_, c) || is_of_wrong_decoding(last_, c)) found_.mixed = true;
    if (is_suspect_control(c)) found_.controls = true;
    if (is_private_use(c)) found_.private_use = true;
    if (may_compose(c)) may_be_denormal_ = true;
    if (han::unified(c) != c) found_.denormal = true;
    if (c == utf8::kReplacement && !is_replacement_itself(text_, end)) found_.ill_formed = true;
  }

  // Two of them near each other: Chinese in UTF-8 that was read as GBK has one in six characters or so.
  void read_metal(std::size_t end) {
    constexpr std::size_t kNear = 24;  // bytes
    if (metal_ != 0 && end - metal_ <= kNear) found_.mixed = true;
    metal_ = end;
  }

  std::string_view text_;
  Findings& found_;
  char32_t last_ = 0;
  std::size_t run_ = 0;    // letters and signs of Latin-1 up to here
  std::size_t metal_ = 0;  // where the last rare metal ended
  bool may_be_denormal_ = false;
};

// Where the character starts that is the last before `end`, or is cut there.
std::size_t last_character(std::string_view text, std::size_t end) {
  do --end;
  while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
  return end;
}

void judge_form(std::string_view text, const Look& look, Findings& found) {
  if (look.may_be_denormal() && !found.denormal) found.denormal = !unicode::is_nfc(text);
}

}  // namespace

void scan(std::string_view text, Findings& found) {
  constexpr std::size_t kClose = 32;  // bytes that are read where a look in blocks stopped
  Look look(text, found);
  for (std::size_t at = look.read(0, kClose); at < text.size();) {
    const std::size_t end = plain_end(text, at);
    if (end > at) look.resume(at = last_character(text, end));
    at = look.read(at, end + kClose);
  }
  judge_form(text, look, found);
}

Findings scan(std::span<const std::string_view> segments) {
  Findings found;
  for (const std::string_view segment : segments) scan(segment, found);
  return found;
}

void scan_each(std::string_view text, Findings& found) {
  Look look(text, found);
  (void)look.read(0, text.size());
  judge_form(text, look, found);
}

}  // namespace winnow::repair
