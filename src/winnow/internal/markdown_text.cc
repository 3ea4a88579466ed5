#include "winnow/internal/markdown_text.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::internal {
namespace {

bool is_in(std::string_view set, char c) { return set.find(c) != std::string_view::npos; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_alpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool is_space_or_end(std::string_view text, std::size_t at) { return at >= text.size() || is_space(text[at]); }

// CommonMark 6.2: "&amp;", "&#38;". Whether the name exists is not asked.
bool is_reference(std::string_view text, std::size_t at) {
  if (text[at] != '&') return false;
  std::size_t end = at + 1;
  if (end < text.size() && text[end] == '#') ++end;
  const std::size_t begin = end;
  while (end < text.size() && (is_digit(text[end]) || is_alpha(text[end]))) ++end;
  return end > begin && end < text.size() && text[end] == ';';
}

// The mark of "1. " or "1) " at the start, seen from that mark.
bool ends_number(std::string_view text, std::size_t at) {
  if ((text[at] != '.' && text[at] != ')') || at == 0 || at > 9 || !is_space_or_end(text, at + 1)) return false;
  return std::all_of(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), is_digit);
}

// At the start of a line these open a heading, a quote, a list item or a line across.
bool opens_block(std::string_view text) {
  const char c = text.front();
  if (c == '>') return true;
  if (c == '#') return is_space_or_end(text, std::min(text.find_first_not_of('#'), text.size()));
  if (c != '-' && c != '+') return false;
  return is_space_or_end(text, 1) || text[1] == c;
}

// GitHub makes links of these by themselves, and takes backslashes inside them for a part of the address.
bool opens_address(std::string_view text, std::size_t at) {
  if (text[at] == ':') return text.substr(at).starts_with("://") && at > 0 && is_alpha(text[at - 1]);
  return text[at] == '.' && text.substr(0, at).ends_with("www");
}

// CommonMark 2.4: what would be read as markup gets a backslash.
bool is_markup(std::string_view text, std::size_t at) {
  return is_in("\\`*_[]<~", text[at]) || is_reference(text, at) || ends_number(text, at) || opens_address(text, at) ||
         (at == 0 && opens_block(text));
}

bool is_blank(char32_t c) { return c <= U' ' || unicode::is_space(c); }

class Line {
 public:
  Line(std::string_view text, std::span<const Link> links, std::string_view more)
      : text_(text), links_(links), more_(more) {
    for (std::size_t at = 0; at < text_.size() && is_blank(utf8::next(text_, at)); begin_ = at) ++place_;
    for (std::size_t at = text_.size(); at > begin_ && is_blank(utf8::previous(text_, at));)
      text_ = text_.substr(0, at);
  }

  std::string run() {
    std::size_t place = place_;
    for (std::size_t at = begin_; at < text_.size(); ++place) {
      close(place);
      open(place);
      const std::size_t start = at;
      static_cast<void>(utf8::next(text_, at));
      put(start, at);
    }
    if (url_ != nullptr) close(end_);
    return std::move(out_);
  }

 private:
  void open(std::size_t place) {
    while (url_ == nullptr && next_ < links_.size() && links_[next_].start <= place) {
      const Link& link = links_[next_++];
      if (link.end <= place || link.url.empty()) continue;
      // "!" before the bracket would make an image of it.
      if (out_.ends_with('!')) out_.insert(out_.size() - 1, "\\");
      out_ += '[';
      url_ = &link.url;
      end_ = link.end;
    }
  }

  void close(std::size_t place) {
    if (url_ == nullptr || place < end_) return;
    out_ += "](" + markdown_destination(*url_) + ")";
    url_ = nullptr;
  }

  void put(std::size_t start, std::size_t end) {
    const char c = text_[start];
    if (end - start == 1 && static_cast<unsigned char>(c) < 0x20) {
      out_ += ' ';
      return;
    }
    if (is_markup(text_.substr(begin_), start - begin_) || is_in(more_, c)) out_ += '\\';
    out_ += text_.substr(start, end - start);
  }

  std::string_view text_;
  std::span<const Link> links_;
  std::string_view more_;              // what else gets a backslash
  std::size_t begin_ = 0, place_ = 0;  // of the first character that is not white space, in bytes and code points
  std::size_t next_ = 0, end_ = 0;     // the next link; where the open one ends
  const std::string* url_ = nullptr;   // of the open link
  std::string out_;
};

}  // namespace

std::string markdown_text(std::string_view text, std::span<const Link> links) { return Line(text, links, "").run(); }

std::string markdown_cell(std::string_view text, std::span<const Link> links) { return Line(text, links, "|").run(); }

std::string markdown_destination(std::string_view url) {
  std::string out = "<";
  for (std::size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    if (static_cast<unsigned char>(c) <= 0x20) {
      constexpr std::string_view kHex = "0123456789ABCDEF";
      ((out += '%') += kHex[static_cast<unsigned char>(c) >> 4]) += kHex[static_cast<unsigned char>(c) & 15];
      continue;
    }
    // A bar would end a table's cell.
    if (is_in("\\<>|", c)) out += '\\';
    out += c;
    if (is_reference(url, i)) out += "amp;";
  }
  return out + '>';
}

std::string markdown_address(const std::string& url) {
  bool plain = url.find("://") != std::string::npos;
  for (std::size_t i = 0; i < url.size(); ++i)
    plain = plain && static_cast<unsigned char>(url[i]) > 0x20 && !is_in("<>|\\", url[i]) && !is_reference(url, i);
  return plain ? "<" + url + ">" : "[" + markdown_text(url) + "](" + markdown_destination(url) + ")";
}

}  // namespace winnow::internal
