#include "site/yaml_place.h"

#include <algorithm>
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

// Behind the quote that closes the one at `at`.
std::size_t quoted_end(std::string_view source, std::size_t at) {
  const char quote = source[at++];
  for (; at < source.size(); ++at) {
    if (quote == '"' && source[at] == '\\') {
      ++at;
    } else if (source[at] == quote) {
      if (quote == '"' || source.substr(at + 1, 1) != "'") return at + 1;
      ++at;
    }
  }
  return source.size();
}

// Behind the bracket that closes the one at `at`. A quote opens a scalar only where one may begin.
std::size_t flow_end(std::string_view source, std::size_t at) {
  int depth = 0;
  bool fresh = true;
  while (at < source.size()) {
    const char c = source[at];
    if (fresh && (c == '"' || c == '\'')) {
      at = quoted_end(source, at);
      fresh = false;
      continue;
    }
    if (c == '#' && at > 0 && (is_blank(source[at - 1]) || is_break(source[at - 1]))) {
      at = std::min(source.find('\n', at), source.size());
      continue;
    }
    ++at;
    if (c == '[' || c == '{') ++depth;
    if ((c == ']' || c == '}') && --depth == 0) return at;
    if (!is_blank(c) && !is_break(c)) fresh = c == '[' || c == '{' || c == ',' || c == ':';
  }
  return at;
}

// The end of a text under '|' or '>': its last line that is as deep as the first.
std::size_t block_scalar_end(std::string_view source, std::size_t at) {
  std::size_t end = std::min(source.find('\n', at), source.size());
  std::size_t deep = 0;
  for (std::size_t line = end + 1; line < source.size();) {
    const std::size_t text = std::min(source.find_first_not_of(" \t", line), source.size());
    const std::size_t stop = std::min(source.find('\n', line), source.size());
    if (text < stop && source[text] != '\r') {
      if (deep == 0) deep = text - line;
      if (deep == 0 || text - line < deep) return end;
      end = stop;
    }
    line = stop + 1;
  }
  return end;
}

std::size_t scalar_end(std::string_view source, std::size_t at, const Yaml& scalar) {
  const char first = at < source.size() ? source[at] : '\0';
  if (first == '"' || first == '\'') return quoted_end(source, at);
  if (first == '|' || first == '>') return block_scalar_end(source, at);
  const FilePlace behind = place_of(source, scalar, scalar.text.size() + 1);
  return offset_of(source, behind.line, behind.column);
}

// Behind the colon of a key without a value, and behind a null that is written out.
std::size_t null_end(std::string_view source, std::size_t key) {
  std::size_t at = source.find(':', key);
  if (at == source.npos) return source.size();
  const std::size_t value = source.find_first_not_of(" \t", ++at);
  for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
    if (value != source.npos && source.substr(value, word.size()) == word) return value + word.size();
  }
  return at;
}

}  // namespace

std::size_t offset_of(std::string_view source, int line, int column) {
  std::size_t at = 0;
  for (int n = 1; n < line && at < source.size(); ++n) at = std::min(source.find('\n', at), source.size() - 1) + 1;
  return std::min(at + static_cast<std::size_t>(std::max(column, 1) - 1), source.size());
}

Span span_of(std::string_view source, const Yaml& node) {
  const std::size_t begin = offset_of(source, node.line, node.column);
  const Yaml* last = &node;
  for (std::size_t at = begin; at < source.size();) {
    if (last->kind == Yaml::Kind::scalar) return {begin, scalar_end(source, at, *last)};
    const bool empty = last->items.empty() && last->members.empty();
    if (source[at] == '[' || source[at] == '{') return {begin, flow_end(source, at)};
    if (last->kind == Yaml::Kind::null || empty) return {begin, at};
    if (last->kind == Yaml::Kind::map) {
      const Yaml::Member& member = last->members.back();
      if (member.value.kind == Yaml::Kind::null)
        return {begin, null_end(source, offset_of(source, member.line, member.column))};
      last = &member.value;
    } else {
      last = &last->items.back();
    }
    at = offset_of(source, last->line, last->column);
  }
  return {begin, begin};
}

Span span_of(std::string_view source, const Yaml::Member& member) {
  const std::size_t begin = offset_of(source, member.line, member.column);
  if (member.value.kind == Yaml::Kind::null) return {begin, null_end(source, begin)};
  return {begin, span_of(source, member.value).end};
}

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
