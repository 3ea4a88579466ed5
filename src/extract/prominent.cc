#include "extract/prominent.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/fields.h"
#include "extract/section_names.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kShortest = 8, kLongest = 250;  // characters
constexpr std::size_t kHeadline = 20;                 // of a line that only its place over a byline makes the headline
constexpr std::size_t kProse = 240;                   // bytes of one text: there the article has begun
constexpr std::size_t kMostTexts = 400;
constexpr int kMostUp = 5;
constexpr int kBold = 1, kLeastSize = 2;  // how far a text stands out: bold, or set larger

// <font size="+2">, <font size=5>: steps above the size of the text, which is 3.
int font_steps(const Document& document, NodeId id) {
  const std::string size(unicode::trim(document.attribute(id, "size")));
  if (size.empty()) return 0;
  const int steps = std::atoi(size.c_str());
  return std::clamp(size[0] == '+' || size[0] == '-' ? steps : steps - 3, -4, 4);
}

// "font-size: 24px", in the same steps.
int style_steps(std::string_view style) {
  const std::size_t at = style.find("font-size:");
  if (at == style.npos) return 0;
  const std::string value(unicode::trim(style.substr(at + 10, 20)));
  char* end = nullptr;
  const double size = std::strtod(value.c_str(), &end);
  const std::string_view unit = std::string_view(value).substr(static_cast<std::size_t>(end - value.c_str()));
  double pixels = 0;
  if (unit.starts_with("px")) pixels = size;
  if (unit.starts_with("pt")) pixels = size * 4 / 3;
  if (unit.starts_with("em") || unit.starts_with("rem")) pixels = size * 16;
  if (unit.starts_with("%")) pixels = size * 16 / 100;
  return pixels <= 16 ? 0 : std::clamp(static_cast<int>((pixels - 16) / 3), 0, 6);
}

// How far an element makes its text stand out.
int prominence(const Page& page, NodeId id) {
  static constexpr WordSet kTitles(std::to_array<std::string_view>(
      {"title", "headline", "biaoti", "titulo", "titel", "titre", "tit", "subject", "hed", "h1"}));
  const parse::Node& node = page.document()[id];
  int steps = 0;
  if (parse::is_heading(node.tag)) steps = 5 - (static_cast<int>(node.tag) - static_cast<int>(Tag::h1));
  if (node.tag == Tag::b || node.tag == Tag::strong) steps = kBold;
  if (node.tag == Tag::other && node.text == "big") steps = kLeastSize;
  if (node.attribute_count == 0) return steps;
  if (node.tag == Tag::font) steps = 2 * font_steps(page.document(), id);
  if (kTitles.any_in(page.words(id))) steps = std::max(steps, kLeastSize + 1);
  return std::max(steps, style_steps(page.document().attribute(id, "style")));
}

bool is_name_of(const std::vector<std::string>& sites, std::string_view text) {
  const std::string key = name_key(text);
  return std::any_of(sites.begin(), sites.end(), [&key](const std::string& site) { return name_key(site) == key; });
}

bool in_link(const Document& document, NodeId id) {
  for (int up = 0; up < kMostUp && id != kNone; ++up, id = document[id].parent) {
    if (document[id].tag == Tag::a) return true;
  }
  return false;
}

struct Found {
  NodeId node = kNone;
  int steps = 0;
};

// The element around a text that makes it stand out most, and holds no more than it.
Found set_largest(const Page& page, NodeId text, std::size_t size) {
  Found found;
  NodeId up = page.document()[text].parent;
  for (int level = 0; level < kMostUp && up != kNone; ++level, up = page.document()[up].parent) {
    if (page.short_text(up, 2 * size + 40).empty()) break;
    if (const int steps = prominence(page, up); steps > found.steps) found = {up, steps};
  }
  return found;
}

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with("\u3002"); }

}  // namespace

std::optional<Heading> prominent_line(const Page& page, const std::vector<std::string>& sites) {
  const Document& document = page.document();
  const std::vector<std::string> sections = section_names(page);
  Heading best, last, over_byline;
  std::size_t texts = 0;
  for (NodeId id = document.first(Tag::body); id < document.size() && texts < kMostTexts; ++id) {
    if (document[id].tag != Tag::text || page.aside(id)) continue;
    const Tag parent = document[document[id].parent].tag;
    if (parent == Tag::script || parent == Tag::style) continue;
    const std::string_view own = unicode::trim(document[id].text);
    if (own.size() < 2) continue;
    ++texts;
    if (own.size() > kProse) break;
    if (in_link(document, id)) continue;
    const Found found = set_largest(page, id, own.size());
    std::string text = page.short_text(found.node == kNone ? document[id].parent : found.node, kMaxTitle);
    if (const Byline byline = read_byline(text); byline.all || !byline.published.empty()) {
      if (over_byline.text.empty()) over_byline = last;
      continue;
    }
    const std::size_t length = utf8::length(text);
    if (length < kShortest || length > kLongest || is_name_of(sites, text)) continue;
    if (std::binary_search(sections.begin(), sections.end(), name_key(text))) continue;
    if (length >= kHeadline && !ends_sentence(text)) last = {document[id].parent, text, kBold, {}};
    if (found.steps > best.weight) best = {found.node, std::move(text), found.steps, {}};
  }
  if (best.weight < kLeastSize && !over_byline.text.empty()) return over_byline;
  return best.weight >= kBold ? std::optional<Heading>(std::move(best)) : std::nullopt;
}

}  // namespace winnow::extract
