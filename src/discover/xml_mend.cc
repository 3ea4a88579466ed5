#include "discover/xml_mend.h"

#include <algorithm>
#include <vector>

#include "base/scan.h"
#include "discover/xml_reference.h"

namespace winnow::discover {
namespace {

constexpr std::size_t kMaxDepth = 128;  // libxml2's own limit is 256
constexpr std::size_t kMaxAttributes = 64;

bool is_name_start(char c) { return ascii::is_alpha(c) || c == '_' || static_cast<unsigned char>(c) >= 0x80; }
bool is_name(char c) { return is_name_start(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == ':'; }

// XML 1.0, 2.2: what is no Char and has one byte.
bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r'; }

bool is_special(char c) { return c == '&' || c == '<' || c == '>' || c == '"' || is_control(c); }

class Mender {
 public:
  explicit Mender(std::string_view text) : text_(text) { out_.reserve(text.size() + text.size() / 16); }

  std::string run() && {
    at_ = std::min(text_.find('<'), text_.size());
    while (at_ < text_.size()) {
      if (text_[at_] == '<') {
        markup();
      } else {
        characters(std::min(text_.find('<', at_), text_.size()));
      }
    }
    while (!open_.empty()) close_last();
    return std::move(out_);
  }

 private:
  [[nodiscard]] bool starts(std::string_view word) const { return text_.substr(at_, word.size()) == word; }
  [[nodiscard]] char peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0';
  }

  // Moves behind the next `end`; what stood before it is returned, all the rest where there is none.
  std::string_view through(std::string_view end) {
    const std::size_t start = at_;
    const std::size_t found = text_.find(end, at_);
    at_ = found == text_.npos ? text_.size() : found + end.size();
    return text_.substr(start, std::min(found, text_.size()) - start);
  }

  void markup() {
    if (starts("<!--")) {
      through("-->");
    } else if (starts("<![CDATA[")) {
      at_ += 9;
      if (const auto content = through("]]>"); !open_.empty()) append(content, false);
    } else if (starts("<?")) {
      through(">");
    } else if (starts("<!")) {
      declaration();
    } else if (peek(1) == '/') {
      at_ += 2;
      end_tag();
    } else if (is_name_start(peek(1))) {
      ++at_;
      start_tag();
    } else {
      ++at_;
      if (!open_.empty()) out_ += "&lt;";
    }
  }

  // A DOCTYPE ends at the '>' behind its internal subset.
  void declaration() {
    const std::size_t end = text_.find('>', at_), subset = text_.find('[', at_);
    if (subset < end) {
      at_ = subset;
      through("]");
    }
    through(">");
  }

  void escaped(char c) {
    switch (c) {
      case '&':
        out_ += "&amp;";
        break;
      case '<':
        out_ += "&lt;";
        break;
      case '>':
        out_ += "&gt;";
        break;
      case '"':
        out_ += "&quot;";
        break;
      default:
        if (!is_control(c)) out_ += c;
    }
  }

  // Text outside of any element is left out.
  void characters(std::size_t end) {
    const std::string_view piece = text_.substr(at_, end - at_);
    if (!open_.empty()) append(piece);
    at_ = end;
  }

  void append(std::string_view piece, bool references = true) {
    for (std::size_t i = 0; i < piece.size();) {
      const std::size_t ordinary = run_of_ordinary(piece.substr(i));
      out_ += piece.substr(i, ordinary);
      i += ordinary;
      if (i == piece.size()) break;
      if (references && piece[i] == '&') {
        for (const char c : references_.resolve(piece, i)) escaped(c);
      } else {
        escaped(piece[i++]);
      }
    }
  }

  static std::size_t run_of_ordinary(std::string_view text) {
    std::size_t n = 0;
    while (n < text.size() && !is_special(text[n])) ++n;
    return n;
  }

  std::string_view name() {
    const std::size_t start = at_;
    while (at_ < text_.size() && is_name(text_[at_])) ++at_;
    std::string_view found = text_.substr(start, at_ - start);
    while (found.ends_with(':')) found.remove_suffix(1);
    return found;
  }

  void spaces() {
    while (at_ < text_.size() && ascii::is_space(text_[at_])) ++at_;
  }

  void start_tag() {
    const std::string_view tag = name();
    if (is_item(tag)) close_item();
    const bool kept = open_.size() < kMaxDepth && !(open_.empty() && rooted_);
    const std::size_t mark = out_.size();
    out_ += '<';
    out_ += tag;
    const bool empty = attributes();
    out_ += empty ? "/>" : ">";
    rooted_ = true;
    if (!kept) {
      out_.resize(mark);
    } else if (!empty) {
      open_.push_back(tag);
    }
  }

  // Up to the '>'; whether the tag closed itself. A '<' begins the next tag: this one was never ended.
  bool attributes() {
    std::vector<std::string_view> seen;
    while (at_ < text_.size()) {
      spaces();
      if (peek() == '>') return ++at_, false;
      if (peek() == '/' && peek(1) == '>') return at_ += 2, true;
      if (peek() == '<') return false;
      if (is_name_start(peek())) {
        attribute(seen);
      } else {
        ++at_;
      }
    }
    return false;
  }

  void attribute(std::vector<std::string_view>& seen) {
    const std::string_view key = name();
    spaces();
    std::string_view value;
    if (peek() == '=') {
      ++at_;
      spaces();
      value = attribute_value();
    }
    const bool again = std::find(seen.begin(), seen.end(), key) != seen.end();
    if (again || seen.size() == kMaxAttributes) return;
    seen.push_back(key);
    out_ += ' ';
    out_ += key;
    out_ += "=\"";
    append(value);
    out_ += '"';
  }

  std::string_view attribute_value() {
    const char quote = peek();
    if (quote == '"' || quote == '\'') {
      ++at_;
      return through(std::string_view(&quote, 1));
    }
    const std::size_t start = at_;
    while (at_ < text_.size() && !ascii::is_space(text_[at_]) && text_[at_] != '>' && text_[at_] != '<') ++at_;
    return text_.substr(start, at_ - start);
  }

  // Closes what is still open inside; an end tag without a start is dropped.
  void end_tag() {
    const std::string_view tag = name();
    through(">");
    auto open = std::find(open_.rbegin(), open_.rend(), tag);
    if (open == open_.rend()) {
      open = std::find_if(open_.rbegin(), open_.rend(),
                          [&](std::string_view o) { return ascii::lower(o) == ascii::lower(tag); });
    }
    if (open == open_.rend()) return;
    for (std::size_t levels = static_cast<std::size_t>(open - open_.rbegin()) + 1; levels > 0; --levels) close_last();
  }

  void close_last() {
    out_ += "</";
    out_ += open_.back();
    out_ += '>';
    open_.pop_back();
  }

  // Entries of a feed never stand in each other: a new one ends an unclosed one.
  [[nodiscard]] static bool is_item(std::string_view tag) {
    return tag == "item" || tag == "entry" || tag == "url" || tag == "sitemap";
  }

  void close_item() {
    const auto item = std::find_if(open_.begin(), open_.end(), is_item);
    for (auto levels = open_.end() - item; levels > 0; --levels) close_last();
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::string out_;
  std::vector<std::string_view> open_;
  bool rooted_ = false;
  References references_;
};

}  // namespace

std::string mend_xml(std::string_view text) { return Mender(text).run(); }

}  // namespace winnow::discover
