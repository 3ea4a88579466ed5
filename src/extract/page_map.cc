#include "extract/page_map.h"

#include <algorithm>
#include <unordered_map>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/element_words.h"
#include "extract/hidden.h"
#include "extract/line_value.h"
#include "extract/picture_box.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

// What holds no text of the page.
bool is_skipped(Tag tag) {
  switch (tag) {
    case Tag::head:
    case Tag::script:
    case Tag::style:
    case Tag::noscript:
    case Tag::template_:
    case Tag::svg:
    case Tag::canvas:
    case Tag::object:
    case Tag::embed:
    case Tag::select:
    case Tag::option:
    case Tag::textarea:
    case Tag::button:
    case Tag::input:
    case Tag::rp:
    case Tag::rt:
      return true;
    default:
      return false;
  }
}

bool is_player(Tag tag) { return tag == Tag::iframe || tag == Tag::video || tag == Tag::audio; }

bool is_inline(Tag tag) { return !parse::is_block(tag) && tag != Tag::other; }

constexpr std::size_t kUnscripted = 1500;  // bytes of text for readers without scripts that may be an article

// Scripts draw the page, and the text for those without them is nearly all that there is.
bool is_all_unscripted(const Document& document) {
  std::size_t inside = 0, outside = 0;
  NodeId end = 0;
  for (NodeId id = 1; id < document.size(); ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::noscript) {
      end = std::max(end, document[id].end);
    } else if (tag == Tag::text) {
      (id < end ? inside : outside) += unicode::trim(document[id].text).size();
    } else if (is_skipped(tag) || is_player(tag)) {
      id = document[id].end - 1;
    }
  }
  return inside >= kUnscripted && inside > 3 * outside;
}

constexpr std::size_t kLeastTitle = 16;  // bytes of one that is no heading
constexpr double kEnoughBesideTitle = 250;
constexpr double kLeastWeight = 0.4;
constexpr double kBeforeTitle = 0.5;
constexpr double kFarFromTitle = 0.6;
constexpr std::uint32_t kOtherPages = kRelatedWord | kCommentsWord;
constexpr std::uint32_t kInlineNoise = kShareWord | kAdvertWord | kUnseenWord | kCommentsWord;

}  // namespace

PageMap::PageMap(const Document& document, std::span<const NodeId> drop, std::string_view title)
    : document_(document), words_(document.size()), hidden_(document.size()), skip_(document.size()) {
  mark(drop);
  lines_ = cut_lines(document_, skip_, words_);
  find_title(title);
  set_values(lines_);
  sum();
  find_titled_line();
  weigh_by_title();
}

// An article stands behind its title and, where enough stands beside that, not far from it in the tree.
void PageMap::weigh_by_title() {
  if (title_ == kNone) return;
  NodeId near = document_[title_].parent;
  while (document_[near].parent != kNone && good(near) < kEnoughBesideTitle) near = document_[near].parent;
  for (Line& line : lines_) {
    if (line.value <= 0) continue;
    if (line.first < title_) line.value *= kBeforeTitle;
    if (line.first < near || line.first >= document_[near].end) line.value *= kFarFromTitle;
  }
  sum();
}

// Words in a line that are kept from those who hear the page only, since the page tells them otherwise; an icon is
// short.
bool PageMap::is_seen_phrase(NodeId id) const {
  constexpr std::size_t kIcon = 20;
  constexpr NodeId kMostNodes = 32;
  if (!is_inline(document_[id].tag) || !is_only_unvoiced(document_, id)) return false;
  std::size_t size = 0;
  for (NodeId at = id + 1; at < std::min(document_[id].end, id + kMostNodes) && size <= kIcon; ++at) {
    if (document_[at].tag == Tag::text) size += document_[at].text.size();
  }
  return size > kIcon;
}

void PageMap::mark(std::span<const NodeId> drop) {
  std::unordered_map<std::string_view, std::uint32_t> classes;  // many elements have one and the same
  const auto words_of_class = [&](std::string_view name) {
    if (name.empty()) return std::uint32_t{0};
    const auto [known, is_new] = classes.try_emplace(name, 0);
    if (is_new) known->second = part_words(name);
    return known->second;
  };
  const bool unscripted = is_all_unscripted(document_);
  NodeId code_end = 0;  // in code, "comment" is what the colours of the program are named for
  for (NodeId id = 1; id < document_.size(); ++id) {
    const parse::Node& node = document_[id];
    if (node.tag == Tag::text) continue;
    skip_[id] = skip_[id] || (is_skipped(node.tag) && !(unscripted && node.tag == Tag::noscript));
    if (node.tag == Tag::pre) code_end = std::max(code_end, node.end);
    // What stands in a player is for browsers that have none.
    if (is_player(node.tag) && !skip_[id]) std::fill(skip_.begin() + id + 1, skip_.begin() + node.end, true);
    if (skip_[id]) continue;
    // The name of a custom element, which has a hyphen in it, says as much as a class.
    const bool custom = node.tag == Tag::other && node.text.find('-') != node.text.npos;
    if (custom && id >= code_end) words_[id] = words_of_class(node.text);
    if (node.attribute_count == 0) continue;
    if (node.tag != Tag::body && node.tag != Tag::html && id >= code_end) {
      words_[id] |= words_of_class(document_.attribute(id, "class")) | part_words(document_.attribute(id, "id"));
      hidden_[id] = is_hidden(document_, id) && !is_seen_phrase(id);
    }
    if ((words_[id] & kOtherPages) != 0) words_[id] &= ~std::uint32_t{kBodyWord};  // "detail-content--recommended"
    if (document_.attribute(id, "itemprop") == "articleBody") words_[id] |= kBodyWord;
    // Inside a sentence there is nothing to weigh: such a piece goes at once.
    if (is_inline(node.tag) && (hidden_[id] || ((words_[id] & kInlineNoise) != 0 && (words_[id] & kEmbedWord) == 0))) {
      skip_[id] = document_.first(Tag::p, id) == kNone;
    }
  }
  for (const NodeId box : picture_boxes(document_)) words_[box] |= kCaptionWord;
  for (const NodeId id : drop) {
    if (id < skip_.size()) skip_[id] = true;
  }
}

void PageMap::find_title(std::string_view title) {
  title_words_ = bare_text(title);
  const std::string& wanted = title_words_;
  NodeId first_h1 = kNone;
  for (const Line& line : lines_) {
    if (line.role != Role::heading) continue;
    if (line.level == 1 && first_h1 == kNone) first_h1 = line.block;
    if (wanted.size() < 6) continue;
    const std::string text = bare_text(line.text);
    if (text.size() >= 6 && (text == wanted || (text.size() * 2 > wanted.size() && wanted.starts_with(text)))) {
      title_ = line.block;
      title_is_sure_ = true;
      return;
    }
  }
  title_ = first_h1;
}

// Some pages have no heading, or a section's name for one, and the headline in a box of its own over the text.
void PageMap::find_titled_line() {
  if (title_is_sure_ || title_words_.size() < kLeastTitle) return;
  for (std::size_t i = 0; i < lines_.size() && good_[i] * 2 <= good_.back(); ++i) {
    const Line& line = lines_[i];
    if (line.role != Role::paragraph || line.link_size > 0 || lines_in(line.block).size() != 1) continue;
    if (bare_text(line.text) != title_words_) continue;
    title_ = line.block;
    return;
  }
}

void PageMap::sum() {
  good_.assign(1, 0);
  net_.assign(1, 0);
  size_.assign(1, 0);
  for (const Line& line : lines_) {
    good_.push_back(good_.back() + std::max(line.value, 0.0));
    net_.push_back(net_.back() + line.value);
    size_.push_back(size_.back() + line.whole());
  }
}

double PageMap::between(const std::vector<double>& sums, NodeId id) const {
  const auto inside = lines_in(id);
  const auto begin = static_cast<std::size_t>(inside.data() - lines_.data());
  return sums[begin + inside.size()] - sums[begin];
}

double PageMap::good(NodeId id) const { return between(good_, id); }
double PageMap::net(NodeId id) const { return between(net_, id); }
double PageMap::weight(NodeId id) const { return std::max(net(id), kLeastWeight * good(id)); }
double PageMap::size(NodeId id) const { return between(size_, id); }

std::string bare_text(std::string_view text, std::size_t most) {
  std::string out;
  out.reserve(std::min(text.size(), most));
  for (std::size_t at = 0, count = 0; at < text.size() && count < most;) {
    char32_t c = utf8::next(text, at);
    if (c < 0x80) {
      if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
      if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))) continue;
    } else if (!unicode::is_letter(c)) {
      continue;
    }
    utf8::append(out, c);
    ++count;
  }
  return out;
}

}  // namespace winnow::extract
