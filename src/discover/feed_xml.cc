#include "discover/feed_xml.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/scan.h"
#include "discover/feed_text.h"
#include "parse/document.h"

namespace winnow::discover {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::string_view kId[] = {"guid", "id", "atom:id"};
constexpr std::string_view kTitle[] = {"title", "atom:title", "dc:title", "media:title"};
constexpr std::string_view kSummary[] = {
    "description",    "summary",        "atom:summary",    "subtitle", "atom:subtitle", "tagline",   "atom:tagline",
    "dc:description", "itunes:summary", "content:encoded", "content",  "atom:content",  "xhtml:body"};
// dc:date is "a point of time in the resource's life": it stands for whichever is not told otherwise.
constexpr std::string_view kPublished[] = {"published", "atom:published", "issued",  "atom:issued",
                                           "pubdate",   "dcterms:issued", "dc:date", "dcterms:created",
                                           "created",   "atom:created"};
constexpr std::string_view kUpdated[] = {"updated",       "atom:updated",     "modified", "atom:modified",
                                         "lastbuilddate", "dcterms:modified", "dc:date"};

bool begins_line(std::string_view name) {
  if (name.starts_with("xhtml:")) name.remove_prefix(6);
  const parse::Tag tag = parse::tag_for(name);
  return tag == parse::Tag::br || parse::is_block(tag);
}

std::string_view kind_of(std::string_view root) {
  if (root == "rss" || root == "channel") return "rss";
  if (root == "rdf:rdf" || root == "rdf") return "rdf";
  if (root == "feed" || root == "atom:feed") return "atom";
  return "";
}

bool is_entry(std::string_view name) { return name == "item" || name == "entry" || name == "atom:entry"; }

// Whether an element that begins a new line for a reader was closed right before this text.
bool behind_block(const XmlTree& tree, XmlId text) {
  for (XmlId i = text - 1; i != tree.parent(text) && i != kNoXml; i = tree.parent(i)) {
    if (begins_line(tree.name(i))) return true;
  }
  return false;
}

// The characters of an element with markup in it, a space where a reader sees a new line.
std::string inner_text(const XmlTree& tree, XmlId id) {
  std::string out;
  for (XmlId i = id + 1; i < tree.end(id); ++i) {
    const std::string& name = tree.name(i);
    if (name.empty() ? behind_block(tree, i) : begins_line(name)) out += ' ';
    if (name.empty()) out += tree.text(i);
  }
  return plain(out);
}

// RFC 4287, 3.1, and Atom 0.3's modes: what the element says of its own content. Where it says nothing the standard
// means plain text, but many write HTML: a tag or reference in the text betrays them.
std::string construct(const XmlTree& tree, XmlId id) {
  const std::string type = ascii::lower(tree.attribute(id, "type"));
  const std::string mode = ascii::lower(tree.attribute(id, "mode"));
  std::string text = tree.text(id);
  if (mode == "base64") text = from_base64(text);
  if (mode == "base64" && type.starts_with("text/plain")) return plain(text);
  if (type == "xhtml" || mode == "xml" || !tree.children(id).empty()) return inner_text(tree, id);
  if (type == "text" || type == "text/plain") return plain(text);
  if (type == "html" || mode == "escaped") return html_to_plain(text);
  return maybe_html_to_plain(text);
}

// The children of a feed or an entry, looked up by name.
class Record {
 public:
  Record(const XmlTree& tree, XmlId id, std::string base)
      : tree_(tree), id_(id), children_(tree.children(id)), base_(std::move(base)) {}

  [[nodiscard]] const std::string& base() const { return base_; }

  // The text of the first non-empty child of the first of these names that has one.
  [[nodiscard]] std::string text(Names names) const {
    return first<std::string>(names, [&](XmlId c) { return construct(tree_, c); });
  }

  [[nodiscard]] std::string raw(Names names) const {
    return first<std::string>(names, [&](XmlId c) { return std::string(ascii::trim(tree_.text(c))); });
  }

  [[nodiscard]] std::optional<Stamp> date(Names names) const {
    for (const std::string_view name : names) {
      for (const XmlId child : children_) {
        if (tree_.name(child) != name) continue;
        if (auto stamp = feed_date(tree_.text(child))) return stamp;
      }
    }
    return std::nullopt;
  }

  [[nodiscard]] std::string link() const {
    if (std::string link = alternate(); !link.empty()) return link;
    for (const XmlId child : children_) {
      const bool empty = tree_.name(child) != "link" || !tree_.attribute(child, "href").empty();
      if (std::string link = empty ? "" : absolute(tree_.text(child), child); !link.empty()) return link;
    }
    return permalink();
  }

  [[nodiscard]] std::string id() const {
    const std::string id = raw(kId);
    return id.empty() ? std::string(tree_.attribute(id_, "rdf:about")) : id;
  }

 private:
  template <class T, class Get>
  T first(Names names, Get get) const {
    for (const std::string_view name : names) {
      for (const XmlId child : children_) {
        if (tree_.name(child) != name) continue;
        if (T value = get(child); !value.empty()) return value;
      }
    }
    return {};
  }

  [[nodiscard]] std::string absolute(std::string_view link, XmlId element) const {
    const std::string_view own = tree_.attribute(element, "xml:base");
    return absolute_link(link, own.empty() ? base_ : absolute_link(own, base_));
  }

  // RFC 4287, 4.2.7: without `rel` a link is an alternate; HTML before other forms. In RSS a link of Atom most often
  // names the feed itself.
  [[nodiscard]] std::string alternate() const {
    std::string other;
    for (const XmlId child : children_) {
      if (tree_.name(child) != "link" && tree_.name(child) != "atom:link") continue;
      const std::string rel = ascii::lower(tree_.attribute(child, "rel"));
      if (!rel.empty() && rel != "alternate" && !rel.ends_with("/alternate")) continue;
      std::string link = absolute(tree_.attribute(child, "href"), child);
      const std::string type = ascii::lower(tree_.attribute(child, "type"));
      if (link.empty()) continue;
      if (type.empty() || type.find("html") != std::string::npos) return link;
      if (other.empty()) other = std::move(link);
    }
    return other;
  }

  // Where there is no link an id that is an address stands for it (RSS 2.0: guid, unless isPermaLink is false).
  [[nodiscard]] std::string permalink() const {
    for (const XmlId child : children_) {
      const std::string& name = tree_.name(child);
      if (name == "guid" && ascii::lower(tree_.attribute(child, "ispermalink")) == "false") continue;
      if (name != "guid" && name != "id" && name != "atom:id") continue;
      if (std::string link = absolute_link(tree_.text(child), ""); !link.empty()) return link;
    }
    const std::string_view about = tree_.attribute(id_, "rdf:about");
    return about.empty() ? std::string() : absolute_link(about, "");
  }

  const XmlTree& tree_;
  XmlId id_;
  std::vector<XmlId> children_;
  std::string base_;
};

// xml:base of an element and of those around it.
std::string base_of(const XmlTree& tree, XmlId id, std::string_view url) {
  std::vector<std::string_view> bases;
  for (XmlId i = id; i != kNoXml; i = tree.parent(i)) {
    if (const auto base = tree.attribute(i, "xml:base"); !base.empty()) bases.push_back(base);
  }
  std::string out(url);
  for (auto base = bases.rbegin(); base != bases.rend(); ++base) {
    if (std::string next = absolute_link(*base, out); !next.empty()) out = std::move(next);
  }
  return out;
}

template <class Out>
void fill(const Record& record, Out& out) {
  out.title = record.text(kTitle);
  out.link = record.link();
  out.id = record.id();
  out.summary = record.text(kSummary);
  out.published = record.date(kPublished);
  out.updated = record.date(kUpdated);
}

// The element that holds the feed's own fields: <channel>, or the root where there is none.
XmlId head_of(const XmlTree& tree, XmlId root) {
  for (const XmlId child : tree.children(root)) {
    if (tree.name(child) == "channel") return child;
  }
  return root;
}

}  // namespace

Feed read_xml_feed(const XmlTree& tree, std::string_view url) {
  Feed feed;
  XmlId root = 0;
  while (root < tree.size() && kind_of(tree.name(root)).empty()) ++root;
  if (root == tree.size()) return feed;
  feed.kind = kind_of(tree.name(root));
  const XmlId head = head_of(tree, root);
  fill(Record(tree, head, base_of(tree, head, url)), feed);
  const std::string fallback = url.empty() ? feed.link : std::string(url);
  for (XmlId id = root; id < tree.size() && feed.entries.size() < kMaxEntries; ++id) {
    if (!is_entry(tree.name(id))) continue;
    fill(Record(tree, id, base_of(tree, id, fallback)), feed.entries.emplace_back());
  }
  return feed;
}

}  // namespace winnow::discover
