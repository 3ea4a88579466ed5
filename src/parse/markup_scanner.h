// Cuts HTML text into tags, comments and text as the tokenizer of HTML 13.2.5 does, without building anything.
// Private to parse/: it feeds nesting.cc. Views point into the text.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace winnow::parse {

struct RawAttribute {
  std::string_view name;   // in the page's case
  std::string_view value;  // without its quotes; references are not resolved
};

struct Markup {
  enum class Kind { start_tag, end_tag, comment, doctype, text, cdata_opener, end };
  Kind kind = Kind::end;
  std::size_t begin = 0, end = 0;  // where it stands
  std::string_view name;           // of a tag, in the page's case
  bool self_closing = false;
  bool whole = true;                           // of a tag: its '>' is there; else it is no tag (13.2.5.7, EOF)
  std::span<const RawAttribute> attributes{};  // of a start tag, in order; good until the scanner goes on
  std::size_t extra_begin = 0, extra_end = 0;  // the attributes past the allowed count; empty when equal
};

class MarkupScanner {
 public:
  MarkupScanner(std::string_view html, std::size_t most_attributes) : html_(html), most_(most_attributes) {}

  [[nodiscard]] Markup next();
  // Goes behind the raw text of an element whose start tag was just read, to before its end tag. Gives that text.
  std::string_view skip_raw_text(std::string_view name);
  std::string_view skip_all();

 private:
  [[nodiscard]] Markup text();
  [[nodiscard]] Markup declaration();
  [[nodiscard]] Markup bogus_comment();
  [[nodiscard]] Markup tag(bool end_tag);
  void attributes(Markup& tag);
  [[nodiscard]] RawAttribute attribute();
  void skip_script();
  [[nodiscard]] std::size_t find_end_tag(std::string_view name, std::size_t from) const;
  [[nodiscard]] char peek(std::size_t at) const { return at < html_.size() ? html_[at] : '\0'; }
  [[nodiscard]] Markup upto(Markup::Kind kind, std::size_t begin, std::size_t end);

  std::string_view html_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::vector<RawAttribute> attributes_;  // of the tag that was read last
};

}  // namespace winnow::parse
