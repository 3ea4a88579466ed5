#include "parse/selector_text.h"

#include <algorithm>
#include <string>

namespace winnow::parse::css {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

void append_collapsed(std::string& out, std::string_view text) {
  for (const char c : text) {
    if (!is_space(c)) {
      out += c;
    } else if (out.empty() || out.back() != ' ') {
      out += ' ';
    }
  }
}

bool is_code(const Document& document, NodeId text) {
  const NodeId parent = document[text].parent;
  return parent != kNone && (document[parent].tag == Tag::script || document[parent].tag == Tag::style);
}

}  // namespace

TextSearch::TextSearch(const Document& document, std::string_view wanted) {
  std::string all, needle;
  offsets_.reserve(document.size() + 1);
  for (NodeId id = 0; id < document.size(); ++id) {
    offsets_.push_back(all.size());
    if (document[id].tag == Tag::text && !is_code(document, id)) append_collapsed(all, document[id].text);
  }
  offsets_.push_back(all.size());
  append_collapsed(needle, wanted);
  length_ = needle.size();
  for (std::size_t at = all.find(needle); at != std::string::npos; at = all.find(needle, at + 1)) found_.push_back(at);
}

bool TextSearch::inside(const Document& document, NodeId element) const {
  const auto first = std::lower_bound(found_.begin(), found_.end(), offsets_[element]);
  return first != found_.end() && *first + length_ <= offsets_[document[element].end];
}

}  // namespace winnow::parse::css
