#include "parse/marks.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/scan.h"

namespace winnow::parse {
namespace {

constexpr std::size_t kLongestName = 64;       // of a class or id; what is longer is data
constexpr std::size_t kMostClasses = 12;       // of an element
constexpr std::size_t kPathAround = 2, kNamesAround = 3;  // elements around one
constexpr std::size_t kSearchedOfScript = 1 << 20;
// What an article's object says, in schema.org's words, and only where it is a key.
constexpr std::string_view kProperties[] = {"\"headline\"", "\"datePublished\"", "\"dateModified\"", "\"author\"",
                                            "\"articleBody\"", "\"publisher\"", "\"articleSection\"", "\"keywords\"",
                                            "\"description\"", "\"isAccessibleForFree\""};

template <class Use>
void each_class(std::string_view classes, Use use) {
  ascii::Scanner scanner(classes);
  for (std::size_t count = 0; count < kMostClasses; ++count) {
    scanner.skip_spaces();
    const std::string_view name = scanner.run([](char c) { return !ascii::is_space(c); });
    if (name.empty()) return;
    if (name.size() <= kLongestName) use(name);
  }
}

// Marks of id and classes, under that tag.
void add_names(const Document& document, NodeId id, std::string_view tag, Marks& to) {
  each_class(document.attribute(id, "class"), [&](std::string_view name) { to.push_back(mark_of(tag, ".", name)); });
  const std::string_view own = ascii::trim(document.attribute(id, "id"));
  if (!own.empty() && own.size() <= kLongestName) to.push_back(mark_of(tag, "#", own));
}

// Elements that make up a page rather than a text.
bool is_structure(Tag tag) {
  switch (tag) {
    case Tag::header:
    case Tag::footer:
    case Tag::nav:
    case Tag::aside:
    case Tag::main:
    case Tag::article:
    case Tag::section:
    case Tag::div:
    case Tag::table:
    case Tag::tr:
    case Tag::td:
    case Tag::h1:
    case Tag::center:
    case Tag::font:
    case Tag::time:
    case Tag::form:
    case Tag::iframe:
      return true;
    default:
      return false;
  }
}

void add_properties(std::string_view script, Marks& to) {
  script = script.substr(0, kSearchedOfScript);
  for (const std::string_view property : kProperties) {
    if (script.find(property) != script.npos) to.push_back(mark_of("jsonld", ":", property));
  }
}

}  // namespace

std::uint32_t mark_of(std::string_view kind, std::string_view what, std::string_view name) {
  std::string text;
  text.reserve(kind.size() + what.size() + name.size());
  text.append(kind).append(what);
  for (const char c : name) {
    if (!ascii::is_digit(c)) text += c;
  }
  return static_cast<std::uint32_t>(hash64(text));
}

ElementSeen element_seen(const Document& document, NodeId id) {
  ElementSeen seen;
  if (id == kNone || id >= document.size()) return seen;
  seen.name = mark_of(document[id].text, "", "");
  add_names(document, id, "", seen.marks);
  seen.marks = settled(std::move(seen.marks));
  std::string names;
  NodeId at = document[id].parent;
  for (std::size_t level = 0; level < kNamesAround && at != kNone && at != Document::root(); ++level) {
    if (level < kPathAround) names.append(document[at].text).append(">");
    add_names(document, at, "around", seen.around);
    at = document[at].parent;
  }
  seen.around.push_back(mark_of(names, "", ""));
  seen.around = settled(std::move(seen.around));
  return seen;
}

Marks settled(Marks marks) {
  std::sort(marks.begin(), marks.end());
  marks.erase(std::unique(marks.begin(), marks.end()), marks.end());
  if (marks.size() > kObservedMarks) marks.resize(kObservedMarks);
  return marks;
}

Marks layout_of(const Document& document) {
  Marks marks;
  const NodeId body = document.first(Tag::body);
  if (body == kNone) return marks;
  for (NodeId id = body; id < document[body].end; ++id) {
    const Node& node = document[id];
    if (node.tag == Tag::text) continue;
    if (node.tag == Tag::svg || node.tag == Tag::math) {
      id = node.end - 1;
      continue;
    }
    const std::size_t before = marks.size();
    if (node.attribute_count > 0) add_names(document, id, node.text, marks);
    if (marks.size() > before || !is_structure(node.tag) || node.parent == kNone) continue;
    marks.push_back(mark_of(document[node.parent].text, ">", node.text));
  }
  return settled(std::move(marks));
}

Marks told_by(const Document& document) {
  Marks marks;
  for (const NodeId id : document.all(Tag::meta)) {
    for (const std::string_view key : {"name", "property", "itemprop"}) {
      const std::string_view name = ascii::trim(document.attribute(id, key));
      if (!name.empty() && name.size() <= kLongestName) marks.push_back(mark_of("meta", ":", ascii::lower(name)));
    }
  }
  for (const NodeId id : document.all(Tag::script)) {
    const NodeId inside = document[id].first_child;
    if (inside == kNone || document.attribute(id, "type").find("ld+json") == std::string_view::npos) continue;
    add_properties(document[inside].text, marks);
  }
  return settled(std::move(marks));
}

}  // namespace winnow::parse
