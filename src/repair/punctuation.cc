#include "repair/punctuation.h"

#include <array>
#include <vector>

#include "base/utf8.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }
bool is_digit(char32_t c) { return between(c, '0', '9'); }
bool is_letter(char32_t c) { return between(c | 0x20, 'a', 'z'); }
bool is_space(char32_t c) { return c == ' ' || c == '\t' || c == 0xA0 || c == 0x3000; }
bool is_end(char32_t c) { return c == 0 || c == '\n' || c == '\r'; }
bool is_han(char32_t c) { return between(c, 0x3400, 0x9FFF) || between(c, 0x20000, 0x3FFFF) || c == 0x3007; }

// Ideographs and the signs that stand among them.
bool is_chinese(char32_t c) {
  return is_han(c) || between(c, 0x3001, 0x3011) || between(c, 0x3014, 0x3017) || between(c, 0xFF01, 0xFF60) ||
         between(c, 0x2018, 0x201D) || c == 0x2026;
}

constexpr std::array<bool, 128> kSigns = [] {
  std::array<bool, 128> table{};
  for (const char c : std::string_view(",:;?!()")) table[static_cast<unsigned char>(c)] = true;
  return table;
}();

bool is_sign(char32_t c) { return c < kSigns.size() && kSigns[c]; }

// A sign in the text, and what becomes of it.
struct Sign {
  std::size_t at = 0;  // in bytes
  char kind = 0;
  bool wide = false;
  bool inside = false;  // of half-width brackets
};

class Widener {
 public:
  explicit Widener(std::string_view text) : text_(text) {
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      if (is_sign(byte)) signs_.push_back({at, text[at]});
    }
  }

  std::string run(Log& log) {
    if (signs_.empty()) return std::string(text_);
    judge_brackets();
    for (std::size_t i = 0; i < signs_.size(); ++i) {
      if (signs_[i].kind != '(' && signs_[i].kind != ')') signs_[i].wide = is_wide(i);
    }
    return written(log);
  }

 private:
  void judge_brackets();
  [[nodiscard]] bool is_wide_pair(std::size_t open, std::size_t close) const;
  [[nodiscard]] bool is_wide(std::size_t i) const;
  [[nodiscard]] bool is_wide_in_latin(const Sign& sign, char32_t left, char32_t right) const;
  [[nodiscard]] bool is_prose(std::size_t end) const;
  [[nodiscard]] bool is_chinese_line(std::size_t end) const;
  [[nodiscard]] std::string written(Log& log) const;

  // The neighbours of a sign, as they will be; 0 at the ends of the text.
  [[nodiscard]] char32_t left_of(std::size_t i) const {
    std::size_t at = signs_[i].at;
    if (at == 0) return 0;
    const char32_t c = utf8::previous(text_, at);
    return i > 0 && signs_[i - 1].wide && signs_[i - 1].at == at ? c + kWider : c;
  }
  [[nodiscard]] char32_t right_of(std::size_t i) const {
    std::size_t at = signs_[i].at + 1;
    if (at >= text_.size()) return 0;
    const bool wide = i + 1 < signs_.size() && signs_[i + 1].wide && signs_[i + 1].at == at;
    const char32_t c = next_point(text_, at);
    return wide ? c + kWider : c;
  }

  std::string_view text_;
  std::vector<Sign> signs_;
};

struct Content {
  bool chinese = false;
  bool words = false;  // Latin words, or an abbreviation
};

Content content_of(std::string_view text) {
  Content content;
  bool only_words = true, only_capitals = text.size() > 1, space = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_point(text, at);
    if (is_chinese(c)) content.chinese = true;
    space = space || c == ' ';
    only_words = only_words && (is_letter(c) || c == ' ' || c == '-');
    only_capitals = only_capitals && between(c, 'A', 'Z');
  }
  content.words = (only_words && space) || only_capitals;
  return content;
}

// Brackets widen in pairs.
void Widener::judge_brackets() {
  std::vector<std::size_t> open;
  std::size_t line = 0;
  for (std::size_t i = 0; i < signs_.size(); ++i) {
    if (signs_[i].kind != '(' && signs_[i].kind != ')') continue;
    if (!open.empty() && text_.substr(line, signs_[i].at - line).find('\n') != std::string_view::npos) open.clear();
    line = signs_[i].at;
    if (signs_[i].kind == '(') {
      open.push_back(i);
    } else if (!open.empty()) {
      const bool wide = is_wide_pair(open.back(), i);
      signs_[open.back()].wide = signs_[i].wide = wide;
      for (std::size_t k = open.back() + 1; k < i && !wide; ++k) signs_[k].inside = true;
      open.pop_back();
    }
  }
}

bool Widener::is_wide_pair(std::size_t open, std::size_t close) const {
  constexpr std::size_t kLongest = 1200;  // bytes; keeps the work linear
  const std::size_t start = signs_[open].at + 1;
  const std::size_t size = signs_[close].at - start;
  if (size > kLongest) return false;
  const char32_t left = left_of(open);
  const char32_t right = right_of(close);
  if (is_space(left)) return false;
  const Content content = content_of(text_.substr(start, size));
  // A call or a page of a manual: f(x), bash(1).
  if ((is_letter(left) || is_digit(left)) && !content.chinese)
    return content.words && (is_chinese(right) || is_sign(right));
  return is_chinese(left) || is_chinese(right) || content.chinese;
}

// A sign between Latin words of a Chinese text: "SOP,Same-Origin" and "是 1,height" have it full-width, for an English
// comma would have a space behind it; "1,000", "a,b" in code and "&a,&b" don't tell.
bool Widener::is_wide_in_latin(const Sign& sign, char32_t left, char32_t right) const {
  if (sign.kind == ':' && is_end(right)) return is_letter(left) && is_chinese_line(sign.at);
  if (sign.kind != ',' || sign.inside) return false;
  if (is_space(left)) return !is_space(right) && !is_end(right) && is_chinese_line(sign.at);
  const bool words = (is_letter(left) || is_digit(left) || left == ')') && is_letter(right);
  return words && is_prose(sign.at) && is_chinese_line(sign.at);
}

// Whether the word before `end` is one of prose: no quote, slash or sign of code in it.
bool Widener::is_prose(std::size_t end) const {
  constexpr std::size_t kLongest = 32;
  for (std::size_t n = 1; n <= kLongest && n <= end; ++n) {
    const char c = text_[end - n];
    if (static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '\n' || c == '(') return true;
    if (!is_letter(static_cast<unsigned char>(c)) && !is_digit(static_cast<unsigned char>(c)) && c != '-' && c != '.' &&
        c != ':' && !(n == 1 && c == ')'))
      return false;
  }
  return true;
}

// Whether ideographs stand near before the sign.
bool Widener::is_chinese_line(std::size_t end) const {
  constexpr std::size_t kNear = 90, kFew = 4;
  std::size_t han = 0;
  for (std::size_t at = end, n = 0; at > 0 && n < kNear && text_[at - 1] != '\n'; ++n)
    han += is_han(utf8::previous(text_, at)) ? 1 : 0;
  return han >= kFew;
}

bool Widener::is_wide(std::size_t i) const {
  const Sign& sign = signs_[i];
  const char32_t left = left_of(i);
  const char32_t right = right_of(i);
  if (sign.kind == ':' && (right == '/' || left == ':' || left == 0xFF1A)) return false;
  if (sign.kind == '?' && is_letter(right)) return false;  // a character that was lost
  if (is_chinese(left)) return true;
  if (sign.kind == '!' && is_letter(left)) return false;  // panic!
  const bool starts = left == 0 || left == '\n';
  if (is_chinese(right) && !is_space(left) && (!starts || sign.kind == ',' || sign.kind == ';')) return true;
  return is_wide_in_latin(sign, left, right);
}

std::string Widener::written(Log& log) const {
  std::string out;
  out.reserve(text_.size() + 2 * signs_.size());
  std::size_t copied = 0, length = 0, changes = 0;
  for (const Sign& sign : signs_) {
    if (!sign.wide) continue;
    ++changes;
    const std::string_view run = text_.substr(copied, sign.at - copied);
    const std::string wide = utf8::of(static_cast<char32_t>(sign.kind) + kWider);
    if (log.detailed()) {
      length += utf8::length(run);
      log.note("punctuation", length++, text_.substr(sign.at, 1), wide, "half-width punctuation in Chinese text");
    }
    out.append(run).append(wide);
    copied = sign.at + 1;
  }
  if (!log.detailed()) log.count("punctuation", changes);
  return out.append(text_.substr(copied));
}

}  // namespace

std::string widen_punctuation(std::string_view text, Log& log) { return Widener(text).run(log); }

}  // namespace winnow::repair
