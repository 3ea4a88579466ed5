#include "site/yaml_place.h"

#include <string>

namespace winnow::site {
namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_break(char c) { return c == '\n' || c == '\r'; }
bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

// Follows a scalar's text through its source: quotes, doubled quotes, escapes, and lines that are folded.
class Follower {
 public:
  Follower(std::string_view source, const Yaml& scalar) : source_(source), line_(scalar.line) {
    for (int line = 1; line < scalar.line && at_ < source_.size(); ++at_) line += source_[at_] == '\n' ? 1 : 0;
    line_start_ = at_;
    at_ += static_cast<std::size_t>(scalar.column - 1);
    const char first = at_ < source_.size() ? source_[at_] : '\0';
    if (first == '\'' || first == '"') quote_ = first, ++at_;
    if (first == '|' || first == '>') next_line();
  }

  // Goes behind the character (one byte or more of UTF-8); false where the source says something else.
  bool step(std::string_view character) {
    if (at_ >= source_.size()) return false;
    if (character == " " || character == "\n") return space();
    if (quote_ == '"' && source_[at_] == '\\') ++at_;
    if (quote_ == '\'' && source_.substr(at_, 2) == "''") ++at_;
    if (source_.substr(at_, character.size()) != character) return false;
    at_ += character.size();
    return true;
  }

  [[nodiscard]] FilePlace place() const { return {line_, static_cast<int>(at_ - line_start_) + 1}; }

 private:
  // A space as it is, or a break of the line with the white space around it.
  bool space() {
    std::size_t end = at_;
    while (end < source_.size() && is_blank(source_[end])) ++end;
    if (end < source_.size() && is_break(source_[end])) {
      at_ = end;
      next_line();
      return true;
    }
    if (!is_blank(source_[at_])) return false;
    ++at_;
    return true;
  }

  void next_line() {
    const std::size_t end = source_.find('\n', at_);
    at_ = end == source_.npos ? source_.size() : end + 1;
    line_start_ = at_;
    ++line_;
    while (at_ < source_.size() && is_blank(source_[at_])) ++at_;
  }

  std::string_view source_;
  std::size_t at_ = 0, line_start_ = 0;
  int line_;
  char quote_ = '\0';
};

}  // namespace

FilePlace place_of(std::string_view source, const Yaml& scalar, std::size_t character) {
  Follower follower(source, scalar);
  const std::string_view text = scalar.text;
  std::size_t at = 0;
  for (std::size_t n = 1; n < character && at < text.size(); ++n) {
    std::size_t end = at + 1;
    while (end < text.size() && continues(text[end])) ++end;
    if (!follower.step(text.substr(at, end - at))) return {scalar.line, scalar.column};
    at = end;
  }
  return follower.place();
}

}  // namespace winnow::site
