#include "parse/markup_scanner.h"

#include <algorithm>
#include <array>

namespace winnow::parse {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr bool ends_name(char c) { return is_space(c) || c == '/' || c == '>'; }

// What ends the name of an attribute behind its first character.
constexpr auto kEndsAttributeName = [] {
  std::array<bool, 256> ends{};
  for (const char c : {' ', '\t', '\n', '\r', '\f', '/', '>', '='}) ends[static_cast<unsigned char>(c)] = true;
  return ends;
}();

bool starts_with_name(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  for (std::size_t k = 0; k < name.size(); ++k) {
    if (lower(text[k]) != lower(name[k])) return false;
  }
  return text.size() == name.size() || ends_name(text[name.size()]);
}

}  // namespace

Markup MarkupScanner::upto(Markup::Kind kind, std::size_t begin, std::size_t end) {
  at_ = std::min(end, html_.size());
  Markup found;
  found.kind = kind;
  found.begin = begin;
  found.end = at_;
  return found;
}

Markup MarkupScanner::next() {
  if (at_ >= html_.size()) return upto(Markup::Kind::end, html_.size(), html_.size());
  if (html_[at_] != '<') return text();
  const char c = peek(at_ + 1);
  if (is_letter(c)) return tag(false);
  if (c == '!') return declaration();
  if (c == '?') return bogus_comment();
  if (c != '/') return text();
  return is_letter(peek(at_ + 2)) ? tag(true) : bogus_comment();
}

Markup MarkupScanner::text() { return upto(Markup::Kind::text, at_, html_.find('<', at_ + 1)); }

Markup MarkupScanner::bogus_comment() {
  const std::size_t end = html_.find('>', at_);
  return upto(Markup::Kind::comment, at_, end == std::string_view::npos ? end : end + 1);
}

// 13.2.5.42 ff.: a comment ends at "-->" or "--!>", and at once in "<!-->" and "<!--->".
Markup MarkupScanner::declaration() {
  const std::string_view rest = html_.substr(at_);
  if (rest.starts_with("<![CDATA[")) return upto(Markup::Kind::cdata_opener, at_, at_ + 9);
  if (!rest.starts_with("<!--")) {
    Markup found = bogus_comment();
    if (starts_with_name(rest.substr(2, 8), "doctype")) found.kind = Markup::Kind::doctype;
    return found;
  }
  if (rest.starts_with("<!-->")) return upto(Markup::Kind::comment, at_, at_ + 5);
  if (rest.starts_with("<!--->")) return upto(Markup::Kind::comment, at_, at_ + 6);
  for (std::size_t dash = html_.find("--", at_ + 4); dash != std::string_view::npos;
       dash = html_.find("--", dash + 1)) {
    if (peek(dash + 2) == '>') return upto(Markup::Kind::comment, at_, dash + 3);
    if (peek(dash + 2) == '!' && peek(dash + 3) == '>') return upto(Markup::Kind::comment, at_, dash + 4);
  }
  return upto(Markup::Kind::comment, at_, html_.size());
}

Markup MarkupScanner::tag(bool end_tag) {
  Markup found;
  found.kind = end_tag ? Markup::Kind::end_tag : Markup::Kind::start_tag;
  found.begin = at_;
  const std::size_t name = at_ + (end_tag ? 2 : 1);
  at_ = name;
  while (at_ < html_.size() && !ends_name(html_[at_])) ++at_;
  found.name = html_.substr(name, at_ - name);
  attributes(found);
  found.attributes = attributes_;
  found.whole = at_ < html_.size();
  if (found.extra_begin != 0) found.extra_end = at_;
  if (found.whole) ++at_;
  found.end = at_;
  return found;
}

// Leaves at_ on the tag's '>' or at the end of the text.
void MarkupScanner::attributes(Markup& found) {
  attributes_.clear();
  for (std::size_t count = 0; at_ < html_.size() && html_[at_] != '>';) {
    found.self_closing = html_[at_] == '/';
    if (found.self_closing || is_space(html_[at_])) {
      ++at_;
      continue;
    }
    if (count == most_ && found.extra_begin == 0) found.extra_begin = at_;
    const RawAttribute read = attribute();
    if (count++ < most_) attributes_.push_back(read);
  }
}

// 13.2.5.33 ff.: a quote counts only behind "=".
RawAttribute MarkupScanner::attribute() {
  const std::size_t name = at_;
  do ++at_;
  while (at_ < html_.size() && !kEndsAttributeName[static_cast<unsigned char>(html_[at_])]);
  RawAttribute read{html_.substr(name, at_ - name), {}};
  std::size_t value = at_;
  while (is_space(peek(value)) && value < html_.size()) ++value;
  if (peek(value) != '=') return read;
  do ++value;
  while (value < html_.size() && is_space(html_[value]));
  at_ = value;
  const char quote = peek(at_);
  if (quote == '"' || quote == '\'') {
    const std::size_t end = std::min(html_.find(quote, at_ + 1), html_.size());
    read.value = html_.substr(value + 1, end - value - 1);
    at_ = std::min(end + 1, html_.size());
    return read;
  }
  while (at_ < html_.size() && !is_space(html_[at_]) && html_[at_] != '>') ++at_;
  read.value = html_.substr(value, at_ - value);
  return read;
}

std::size_t MarkupScanner::find_end_tag(std::string_view name, std::size_t from) const {
  for (std::size_t at = html_.find("</", from); at != std::string_view::npos; at = html_.find("</", at + 2)) {
    if (starts_with_name(html_.substr(at + 2, name.size() + 1), name)) return at;
  }
  return html_.size();
}

std::string_view MarkupScanner::skip_raw_text(std::string_view name) {
  const std::size_t begin = at_;
  if (starts_with_name(name, "script")) {
    skip_script();
  } else {
    at_ = find_end_tag(name, at_);
  }
  return html_.substr(begin, at_ - begin);
}

std::string_view MarkupScanner::skip_all() {
  const std::string_view rest = html_.substr(at_);
  at_ = html_.size();
  return rest;
}

// 13.2.5.15 ff.: behind "<!--" a "<script" hides the next "</script" (the "double escaped" state), until "-->".
void MarkupScanner::skip_script() {
  bool escaped = false, hidden = false;
  for (;; ++at_) {
    at_ = std::min(escaped ? html_.find_first_of("<-", at_) : html_.find('<', at_), html_.size());
    if (at_ == html_.size()) return;
    if (html_[at_] == '-') {
      if (html_.substr(at_).starts_with("-->")) escaped = hidden = false;
      continue;
    }
    const std::string_view rest = html_.substr(at_ + 1, 8);
    if (rest.starts_with("!--")) {
      escaped = true;
      at_ += 1;  // its own dashes may close it: "<!-->"
    } else if (escaped && starts_with_name(rest, "script")) {
      hidden = true;
    } else if (rest.starts_with("/") && starts_with_name(rest.substr(1), "script")) {
      if (!hidden) return;
      hidden = false;
    }
  }
}

}  // namespace winnow::parse
