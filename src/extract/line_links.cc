#include "extract/line_links.h"

#include <algorithm>
#include <utility>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/images.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

bool is_link(const Document& document, NodeId id) {
  return document[id].tag == Tag::a && document.has_attribute(id, "href");
}

NodeId link_around(const Document& document, NodeId id) {
  while (id != kNone && !is_link(document, id)) id = document[id].parent;
  return id;
}

// Follows the text nodes of a line through its text, in which only white space differs.
class Follower {
 public:
  explicit Follower(std::string_view text) : text_(text) {}

  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] std::size_t place() const { return place_; }  // in code points

  // Goes behind the character; false where it is white space, which the line may have otherwise or not at all.
  // Anything else that is not in the line ends it.
  bool pass(char32_t c) {
    std::size_t at = at_, place = place_;
    if (!done() && text_[at] == ' ' && c != U' ') {
      ++at;
      ++place;
    }
    if (at >= text_.size() || utf8::next(text_, at) != c) {
      if (c > U' ' && !unicode::is_space(c)) at_ = text_.size();
      return false;
    }
    at_ = at;
    place_ = place + 1;
    return c != U' ';
  }

 private:
  std::string_view text_;
  std::size_t at_ = 0, place_ = 0;
};

}  // namespace

std::vector<Link> LinkReader::read(const Line& line) const {
  std::vector<Link> links;
  if (line.link_size == 0 || line.role == Role::code) return links;
  const Document& document = map_.document();
  Follower follower(line.text);
  NodeId open = link_around(document, line.first), last = kNone;
  for (NodeId id = line.first; id < document.size() && !follower.done(); ++id) {
    if (map_.skipped(id)) {
      id = document[id].end - 1;
      continue;
    }
    if (is_link(document, id)) open = id;
    if (open != kNone && id >= document[open].end) open = link_around(document, id);
    if (document[id].tag != Tag::text) continue;
    const std::string_view text = document[id].text;
    for (std::size_t at = 0; at < text.size() && !follower.done();) {
      if (!follower.pass(utf8::next(text, at)) || open == kNone) continue;
      if (last != open)
        links.push_back({follower.place() - 1, 0, link_address(document.attribute(open, "href"), base_)});
      links.back().end = follower.place();
      last = open;
    }
  }
  std::erase_if(links, [](const Link& link) { return link.url.empty(); });
  return links;
}

void LinkReader::append(const Line& line, std::string_view separator, std::string& text, std::vector<Link>& links,
                        std::size_t item, std::size_t cell) const {
  if (!text.empty()) text += separator;
  std::vector<Link> own = read(line);
  const std::size_t offset = own.empty() ? 0 : utf8::length(text);
  for (Link& link : own) {
    link.start += offset;
    link.end += offset;
    link.item = item;
    link.cell = cell;
    links.push_back(std::move(link));
  }
  text += line.text;
}

}  // namespace winnow::extract
