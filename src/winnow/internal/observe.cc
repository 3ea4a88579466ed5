#include "winnow/internal/observe.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <string>
#include <string_view>

#include "base/hash.h"
#include "base/scan.h"
#include "base/time.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/fields.h"
#include "parse/marks.h"

namespace winnow::internal {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostHeadings = 64;     // in which the title is sought
constexpr std::size_t kLongestTitle = 1000;   // bytes
constexpr std::size_t kLongestTime = 120;     // bytes, of a line that tells it
constexpr std::size_t kMostTimes = 24;        // lines that are read for it

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

NodeId around(const Document& document, NodeId a, NodeId b) {
  while (a != kNone && (b < a || b >= document[a].end)) a = document[a].parent;
  return a;
}

// The element that most of the text stands in: the innermost around each line and the next one.
NodeId holder_of(const JudgedPart& part) {
  const Document& document = part.part.document;
  std::map<NodeId, std::size_t> weights;
  NodeId before = kNone;
  std::size_t weight = 1;
  const auto add = [&](NodeId at) {
    while (at != kNone && document[at].parent != kNone && is_of_a_line(document[at].tag)) at = document[at].parent;
    if (at != kNone) weights[at] += weight;
  };
  for (const extract::DraftBlock& block : part.kept) {
    if (block.node == kNone || block.node >= document.size()) continue;
    weight += weight_of(block.block);
    if (before != kNone) {
      add(around(document, before, block.node));
      weight = 1;
    }
    before = block.node;
  }
  if (weights.empty()) add(before);
  const auto most = std::max_element(weights.begin(), weights.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == weights.end() ? kNone : most->first;
}

bool is_inline(const Document& document, NodeId id) {
  switch (document[id].tag) {
    case Tag::a:
    case Tag::b:
    case Tag::strong:
    case Tag::i:
    case Tag::em:
    case Tag::u:
    case Tag::font:
      return true;
    case Tag::span:
      return document[id].attribute_count == 0;
    default:
      return false;
  }
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
  // Out of a link or what only makes it bold, to what the template names.
  while (shown != kNone && is_inline(document, shown)) shown = document[shown].parent;
  return shown;
}

// "0.0.0", "a0,0 0:0": digits as one each, with what stands between them; words as one, since months and weekdays are
// written in several ways ("May", "Sept.").
std::string form_of(std::string_view text) {
  std::string form, between;
  bool words = false;
  for (std::size_t at = 0; at <= text.size();) {
    const bool end = at == text.size();
    const char32_t c = end ? U'0' : utf8::next(text, at);
    if (unicode::is_digit(c) || end) {
      if (words || !between.empty()) form += words ? "a" : between;
      if (end) return form;
      if (form.empty() || form.back() != '0') form += '0';
      between.clear();
      words = false;
    } else {
      words = words || unicode::is_letter(c);
      if (!unicode::is_space(c) && between.size() < kLongestTime) utf8::append(between, c);
    }
  }
  return form;
}

// By itself a line does not tell whether 04/05 is in April or in May.
bool is_day(const std::string& iso, const std::chrono::year_month_day& day) {
  const auto stamp = parse_iso(iso);
  if (!stamp || stamp->day.year() != day.year()) return false;
  const auto month = [](const auto& date) { return static_cast<unsigned>(date.month()); };
  const auto of_month = [](const auto& date) { return static_cast<unsigned>(date.day()); };
  return stamp->day == day || (month(stamp->day) == of_month(day) && of_month(stamp->day) == month(day));
}

// The element whose text tells the day of the publication.
ElementSeen time_seen(const Document& document, std::string_view published) {
  const auto stamp = parse_iso(published);
  const NodeId body = document.first(Tag::body);
  if (!stamp || body == kNone) return {};
  const std::string day = std::to_string(static_cast<unsigned>(stamp->day.day()));
  std::size_t read = 0;
  for (NodeId id = body; id < document[body].end && read < kMostTimes; ++id) {
    const parse::Node& node = document[id];
    if (node.tag != Tag::text || node.text.size() > kLongestTime || node.text.find(day) == node.text.npos) continue;
    ++read;
    const std::string text = unicode::collapse(node.text);
    if (!is_day(extract::read_byline(text).published, stamp->day)) continue;
    ElementSeen seen = parse::element_seen(document, node.parent);
    Marks form{parse::mark_of("form", ":", form_of(text))};
    if (document.has_attribute(node.parent, "datetime")) form.push_back(parse::mark_of("datetime", "", ""));
    // An element that has no name is told by what is around it, and may get one.
    if (!seen.marks.empty()) seen.marks.insert(seen.marks.end(), form.begin(), form.end());
    seen.around.insert(seen.around.end(), form.begin(), form.end());
    seen.marks = parse::settled(std::move(seen.marks));
    seen.around = parse::settled(std::move(seen.around));
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
  seen.time_at = time_seen(document, first.part.fields.published_at);
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
  for (const Removed& one : a.removed) removed += one.kind == RemovedKind::learned ? 0 : utf8::length(one.text);
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
