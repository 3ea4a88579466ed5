#include "winnow/internal/repair_tree.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "base/utf8.h"
#include "repair/scan.h"

namespace winnow::internal {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;

constexpr std::array<std::string_view, 4> kReadAttributes = {"content", "title", "alt", "datetime"};

bool is_jsonld(const Document& document, NodeId script) {
  return document.attribute(script, "type").find("ld+json") != std::string_view::npos;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

enum class Kind { skip, text, jsonld };

Kind kind_of(const Document& document, NodeId text) {
  const NodeId parent = document[text].parent;
  if (parent == parse::kNone) return Kind::text;
  const Tag tag = document[parent].tag;
  if (tag == Tag::style) return Kind::skip;
  if (tag != Tag::script) return Kind::text;
  return is_jsonld(document, parent) && !utf8::is_ascii(document[text].text) ? Kind::jsonld : Kind::skip;
}

// All strings of a value, members before what follows them; the value's own depth is bounded by its parser.
template <class Visit>
void for_each_string(Json& root, Visit visit) {
  std::vector<Json*> open{&root};
  while (!open.empty()) {
    Json& value = *open.back();
    open.pop_back();
    if (value.is_string()) visit(value);
    // The accessors are const because a Json is a value; these are our own, mutable ones.
    for (const Json& item : value.array()) open.push_back(const_cast<Json*>(&item));
    for (const auto& [key, member] : value.object()) open.push_back(const_cast<Json*>(&member));
  }
}

// A place in the tree whose text may be repaired.
struct Place {
  NodeId node;
  std::string_view attribute;  // empty: the node's own text
};

struct Segments {
  std::vector<Place> places;
  std::vector<std::pair<NodeId, Json>> scripts;
  std::vector<std::string_view> views;
};

void add_attributes(const Document& document, NodeId element, Segments& out) {
  for (const parse::Attribute& a : document.attributes(element)) {
    if (std::find(kReadAttributes.begin(), kReadAttributes.end(), a.name) == kReadAttributes.end()) continue;
    if (utf8::is_ascii(a.value)) continue;
    out.places.push_back({element, a.name});
    out.views.push_back(a.value);
  }
}

void add_text(const Document& document, NodeId node, Segments& out) {
  const Kind kind = kind_of(document, node);
  if (kind == Kind::skip) return;
  if (kind == Kind::text) {
    out.places.push_back({node, {}});
    out.views.push_back(document[node].text);
  } else if (auto json = Json::parse_lenient(document[node].text)) {
    out.scripts.emplace_back(node, std::move(*json));
  }
}

Segments segments_of(const Document& document) {
  Segments out;
  for (NodeId id = 0; id < document.size(); ++id) {
    if (document[id].tag == Tag::text) {
      add_text(document, id, out);
    } else {
      add_attributes(document, id, out);
    }
  }
  for (auto& [node, json] : out.scripts) {
    for_each_string(json, [&](const Json& s) { out.views.push_back(s.string()); });
  }
  return out;
}

Guess with_surroundings(const repair::Change& change, const std::u32string& segment) {
  constexpr std::size_t kAround = 16;
  const std::size_t from = std::min(change.start > kAround ? change.start - kAround : 0, segment.size());
  const std::size_t to = std::min(change.end + kAround, segment.size());
  return {change, segment.substr(from, to - from), change.start - from};
}

std::string apply(const repair::Plan& plan, std::string_view segment, TextRepairs& out) {
  const std::size_t mark = out.log.mark();
  std::string repaired = plan.apply(segment, out.log);
  std::u32string decoded;
  for (const repair::Change& change : out.log.changes().subspan(mark)) {
    if (change.confidence >= 1.0) continue;
    if (decoded.empty()) decoded = utf8::decode(repaired);
    out.guesses.push_back(with_surroundings(change, decoded));
  }
  return repaired;
}

// Both kinds of views end with the first replacement, so each is read just before its own.
void repair_place(Document& document, const Place& place, const repair::Plan& plan, TextRepairs& out) {
  const std::string_view old =
      place.attribute.empty() ? document[place.node].text : document.attribute(place.node, place.attribute);
  std::string repaired = apply(plan, old, out);
  if (repaired == old) return;
  if (place.attribute.empty()) {
    document.replace_text(place.node, std::move(repaired));
  } else {
    document.replace_attribute(place.node, std::string(place.attribute), std::move(repaired));
  }
}

// A script says again what the page says: its repairs are made, and not counted twice.
void repair_script(Document& document, NodeId node, Json& json, const repair::Plan& plan) {
  bool changed = false;
  repair::Log unlisted;
  for_each_string(json, [&](Json& s) {
    std::string repaired = plan.apply(s.string(), unlisted);
    if (repaired == s.string()) return;
    s = Json(std::move(repaired));
    changed = true;
  });
  if (changed) document.replace_text(node, json.dump());
}

// Ill-formed bytes become U+FFFD, each counted.
std::string scrub(std::string_view text, repair::Log& log) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0, length = 0; at < text.size(); ++length) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    const std::string_view bytes = text.substr(start, at - start);
    utf8::append(out, c);
    if (c != utf8::kReplacement || bytes == "\uFFFD") continue;
    log.note("encoding", length, "", "\uFFFD", "bytes that are no UTF-8");
  }
  return out;
}

// Whether another turn may find more: what hid between controls, behind references or a wrong decoding.
bool repair_once(std::string& text, const RepairRequest& request, TextRepairs& out) {
  const RepairOptions& options = request.options;
  repair::Findings found;
  repair::scan(text, found);
  const bool asked_for = options.mirror == Mode::on || options.punctuation == Mode::on;
  if (found == repair::Findings{} && !asked_for && text.size() > repair::kShortText) return false;
  if (found.ill_formed) text = scrub(text, out.log);
  const std::vector<std::string_view> lines = lines_of(text);
  const repair::Plan plan(lines, found, options, request.around);
  out.trace.insert(out.trace.end(), plan.trace().begin(), plan.trace().end());
  if (out.learned.empty()) out.learned = plan.learned();
  if (plan.nothing_to_do()) return false;
  out.log.forget_left();  // of an earlier turn
  std::erase_if(out.guesses,
                [](const Guess& g) { return g.change.confidence == 0 && g.change.before == g.change.after; });
  std::string repaired;
  repaired.reserve(text.size());
  std::size_t counted = 0, offset = 0;  // bytes of the result, and code points in them
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) repaired += '\n';
    const std::size_t mark = out.log.mark();
    const std::string line = apply(plan, lines[i], out);
    if (out.log.mark() != mark) {
      offset += utf8::length(std::string_view(repaired).substr(counted));
      counted = repaired.size();
      out.log.shift(mark, offset);
    }
    repaired += line;
  }
  const bool changed = repaired != text;
  text = std::move(repaired);
  return changed && plan.may_uncover();
}

}  // namespace

TraceStep explain(const repair::Change& change) {
  return {"repair", change.confidence < 1.0 ? "guessed" : "repaired", change.before + " → " + change.after,
          std::string(change.kind) + (change.why.empty() ? "" : ": " + change.why)};
}

TextRepairs repair_document(Document& document, const RepairRequest& request) {
  TextRepairs out{repair::Log(request.detailed), {}, {}, {}};
  Segments segments = segments_of(document);
  const repair::Plan plan(segments.views, request.options, request.around);
  out.trace = plan.trace();
  out.learned = plan.learned();
  if (plan.nothing_to_do()) return out;
  for (const Place& place : segments.places) repair_place(document, place, plan, out);
  for (auto& [node, json] : segments.scripts) repair_script(document, node, json, plan);
  return out;
}

TextRepairs repair_lines(std::string& text, const RepairRequest& request) {
  constexpr int kMostTurns = 3;
  TextRepairs out{repair::Log(request.detailed), {}, {}, {}};
  for (int turn = 0; turn < kMostTurns && repair_once(text, request, out); ++turn) continue;
  return out;
}

}  // namespace winnow::internal
