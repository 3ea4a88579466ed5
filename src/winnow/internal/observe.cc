#include "winnow/internal/observe.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/scan.h"
#include "base/time.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "parse/marks.h"

namespace winnow::internal {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostHeadings = 64;     // in which the title is sought
constexpr std::size_t kLongestTitle = 1000;   // bytes
constexpr std::size_t kLongestTime = 80;      // bytes, of an element whose form is told

// A line's own element, or one of those that lines are gathered in: what the text stands in is around them.
bool is_of_a_line(Tag tag) {
  switch (tag) {
    case Tag::p:
    case Tag::ul:
    case Tag::ol:
    case Tag::li:
    case Tag::dl:
    case Tag::dt:
    case Tag::dd:
    case Tag::blockquote:
    case Tag::pre:
    case Tag::figure:
    case Tag::a:
    case Tag::span:
    case Tag::font:
    case Tag::text:
    case Tag::other:
      return true;
    default:
      return parse::is_heading(tag) || !parse::is_block(tag);
  }
}

std::size_t weight_of(const Block& block) {
  std::size_t bytes = block.text.size();
  for (const std::string& item : block.items) bytes += item.size();
  return bytes;
}

// The element that most of the text stands in, the lines' own ones aside.
NodeId holder_of(const JudgedPart& part) {
  const Document& document = part.part.document;
  std::map<NodeId, std::size_t> weights;
  for (const extract::DraftBlock& block : part.kept) {
    NodeId at = block.node;
    if (at == kNone || at >= document.size()) continue;
    while (document[at].parent != kNone && is_of_a_line(document[at].tag)) at = document[at].parent;
    weights[at] += weight_of(block.block);
  }
  const auto most = std::max_element(weights.begin(), weights.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? kNone : most->first;
}

// The heading, else the element with one text, that says the title.
NodeId title_element(const Document& document, std::string_view title) {
  if (title.empty() || title.size() > kLongestTitle) return kNone;
  std::size_t headings = 0;
  NodeId shown = kNone;
  for (NodeId id = std::max<NodeId>(document.first(Tag::body), 1); id < document.size(); ++id) {
    const parse::Node& node = document[id];
    if (parse::is_heading(node.tag) && headings++ < kMostHeadings && document.visible_text(id) == title) return id;
    if (shown != kNone || node.tag != Tag::text || node.text.size() < title.size()) continue;
    if (node.text.size() < 2 * title.size() + 64 && unicode::collapse(node.text) == title) shown = node.parent;
  }
  // Out of a link or a span, to what the template names.
  while (shown != kNone && !parse::is_block(document[shown].tag) && document[shown].attribute_count == 0)
    shown = document[shown].parent;
  return shown;
}

bool is_called_time(const Document& document, NodeId id) {
  if (document[id].tag == Tag::time) return true;
  if (document[id].attribute_count == 0 || document[id].tag == Tag::meta) return false;
  if (document.attribute(id, "itemprop").starts_with("date")) return true;
  for (const std::string_view key : {"class", "id"}) {
    const std::string name = ascii::lower(document.attribute(id, key));
    for (const std::string_view word : {"date", "time", "publish"}) {
      if (name.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

// "00.00.0000", "a 0, 0 at 0:0": runs of letters and of digits as one each.
std::string form_of(std::string_view text) {
  std::string form;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    const char kind = unicode::is_digit(c) ? '0' : unicode::is_letter(c) ? 'a' : c < 0x80 ? static_cast<char>(c) : '?';
    if (form.empty() || form.back() != kind) form += kind;
  }
  return form;
}

// The first such element with a digit in it that is no box of many things.
ElementSeen time_seen(const Document& document) {
  const NodeId body = document.first(Tag::body);
  for (NodeId id = body == kNone ? document.size() : body; id < document.size(); ++id) {
    if (document[id].tag == Tag::text || document[id].end - id > 12 || !is_called_time(document, id)) continue;
    const std::string text = document.visible_text(id);
    if (text.size() > kLongestTime || text.find_first_of("0123456789") == std::string::npos) continue;
    ElementSeen seen = parse::element_seen(document, id);
    seen.marks.push_back(parse::mark_of("form", ":", form_of(text)));
    if (document.has_attribute(id, "datetime")) seen.marks.push_back(parse::mark_of("attribute", ":", "datetime"));
    seen.marks = parse::settled(std::move(seen.marks));
    return seen;
  }
  return {};
}

bool has(const Reading& reading, Field field) {
  const Article& a = reading.article;
  switch (field) {
    case Field::title:
      return !a.title.empty();
    case Field::subtitle:
      return !a.subtitle.empty();
    case Field::summary:
      return !a.summary.empty();
    case Field::body:
      return reading.refused.empty() && !a.text.empty();
    case Field::authors:
      return !a.authors.empty();
    case Field::editors:
      return !a.editors.empty();
    case Field::source:
      return !a.source.empty();
    case Field::published:
      return !a.published_at.empty();
    case Field::modified:
      return !a.modified_at.empty();
    case Field::section:
      return !a.section.empty();
    case Field::tags:
      return !a.tags.empty();
    case Field::next_page:
    case Field::single_page:
      return !reading.next_page.empty();
  }
  return false;
}

std::vector<FieldSeen> fields_seen(const extract::RuleFinds& finds, const Reading& reading) {
  std::vector<FieldSeen> fields;
  for (int i = 0; i <= static_cast<int>(Field::next_page); ++i) {
    const Field field = static_cast<Field>(i);
    const bool named = std::find(finds.named.begin(), finds.named.end(), field) != finds.named.end();
    const bool found = (field == Field::body && !finds.body.empty()) || finds.values.count(field) > 0;
    fields.push_back({field, named, named && found, has(reading, field)});
  }
  return fields;
}

std::uint32_t exactness_of(std::string_view iso) {
  const auto stamp = parse_iso(iso);
  if (!stamp) return 0;
  return !stamp->clock ? 1 : !stamp->offset ? 2 : 3;
}

std::uint32_t count(std::size_t n) { return static_cast<std::uint32_t>(std::min<std::size_t>(n, 1'000'000'000)); }

}  // namespace

Observation observe_page(const JudgedPart& first, std::string_view title, const Options& options) {
  Observation seen;
  const Document& document = first.part.document;
  seen.page = true;
  seen.ruled = !options.rules.empty();
  seen.rule_set = first.part.finds.rule_set;
  seen.exactness = exactness_of(first.part.fields.published_at);
  seen.title_at = parse::element_seen(document, title_element(document, title));
  seen.body_at = parse::element_seen(document, holder_of(first));
  seen.time_at = time_seen(document);
  seen.told = parse::told_by(document);
  seen.layout = parse::layout_of(document);
  return seen;
}

void observe_article(const std::vector<JudgedPart>& parts, Reading& reading) {
  Observation& seen = reading.observation;
  const Article& a = reading.article;
  seen.parts = count(parts.size());
  seen.characters = count(utf8::length(a.text));
  std::size_t removed = 0;
  for (const Removed& one : a.removed) removed += utf8::length(one.text);
  seen.removed = count(removed);
  for (const Block& block : a.body) {
    seen.paragraphs += block.type == BlockType::paragraph ? 1U : 0U;
    seen.images += block.type == BlockType::image ? 1U : 0U;
  }
  seen.links = count(a.links.size());
  seen.title = a.title.empty() ? 0 : hash64(a.title);
  seen.text = a.text.empty() ? 0 : hash64(a.text);
  seen.fields = fields_seen(parts.front().part.finds, reading);
}

}  // namespace winnow::internal
