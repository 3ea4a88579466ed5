#include "discover/links.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "base/scan.h"
#include "base/url.h"
#include "parse/document.h"
#include "parse/marks.h"
#include "parse/selector.h"

namespace winnow::discover {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kLevelsOfALink = 4;
constexpr std::size_t kMaxLinks = 10'000;

// A page with the base of its links (HTML 2.4.3: the first <base href>, itself relative to the page).
struct Page {
  parse::Document document;
  std::optional<Url> url, base;

  Page(std::string_view html, std::string_view address)
      : document(parse::parse(html)), url(Url::parse(address)), base(url) {
    for (const NodeId id : document.all(Tag::base)) {
      if (!document.has_attribute(id, "href")) continue;
      if (auto found = resolve(document.attribute(id, "href"))) base = std::move(found);
      break;
    }
  }

  [[nodiscard]] std::optional<Url> resolve(std::string_view href) const {
    auto found = Url::parse(href, base ? &*base : nullptr);
    if (!found || !found->is_http()) return std::nullopt;
    found->drop_hash();
    return found;
  }

  // The address that an element leads to; "" for none, and for the page itself.
  [[nodiscard]] std::string target(NodeId id) const { return target_of(document.attribute(id, "href")); }

  // The same of an element without href that a script makes lead somewhere: the first of its data-… attributes that is
  // an address.
  [[nodiscard]] std::string script_target(NodeId id) const {
    if (document.has_attribute(id, "href")) return {};
    for (const parse::Attribute& attribute : document.attributes(id)) {
      const bool address =
          attribute.value.starts_with('/') || attribute.value.starts_with('?') || attribute.value.starts_with("http");
      if (!address || !attribute.name.starts_with("data-")) continue;
      if (std::string found = target_of(attribute.value); !found.empty()) return found;
    }
    return {};
  }

 private:
  [[nodiscard]] std::string target_of(std::string_view href) const {
    if (href.empty() || href.front() == '#') return {};
    const auto found = resolve(href);
    if (!found) return {};
    std::string text = found->href();
    return url && text == without_hash(*url) ? std::string() : text;
  }

  static std::string without_hash(Url url) {
    url.drop_hash();
    return url.href();
  }
};

// The element itself where it is a link, else the first <a> inside, else the <a> around it.
NodeId anchor_of(const parse::Document& document, NodeId id) {
  if (document.has_attribute(id, "href")) return id;
  if (const NodeId inner = document.first(Tag::a, id); inner != parse::kNone) return inner;
  for (NodeId up = document[id].parent; up != parse::kNone; up = document[up].parent) {
    if (document[up].tag == Tag::a) return up;
  }
  return parse::kNone;
}

std::vector<NodeId> elements(const Page& page, std::string_view selector, std::string_view otherwise) {
  const auto compiled = parse::Selector::compile(selector.empty() ? otherwise : selector);
  return compiled ? compiled->select(page.document) : std::vector<NodeId>{};
}

std::string next_of(const Page& page, std::string_view next) {
  for (const NodeId id : elements(page, next, "link[rel~=next i], a[rel~=next i]")) {
    if (std::string target = page.script_target(id); !target.empty()) return target;
    const NodeId anchor = anchor_of(page.document, id);
    if (anchor == parse::kNone) continue;
    if (std::string target = page.target(anchor); !target.empty()) return target;
  }
  return {};
}

// A link stands in itself where it has a name, else in the element around it. Links of one make are in one place.
std::uint32_t place_of(const parse::Document& document, NodeId anchor, std::vector<ElementSeen>& elements,
                       std::map<std::string, std::uint32_t>& places) {
  std::string make;
  NodeId at = anchor;
  for (std::size_t level = 0; level < kLevelsOfALink && at != parse::kNone; ++level, at = document[at].parent) {
    make.append(document[at].text).append(" ").append(document.attribute(at, "class")).append("\n");
  }
  const auto [place, is_new] = places.try_emplace(std::move(make), static_cast<std::uint32_t>(elements.size()));
  if (is_new) elements.push_back(parse::element_seen(document, anchor));
  return place->second;
}

bool is_feed_type(std::string_view type) {
  const std::string bare = ascii::lower(ascii::trim(type.substr(0, type.find(';'))));
  static constexpr std::string_view kTypes[] = {
      "application/rss+xml",    "application/atom+xml",   "application/feed+json", "application/rdf+xml",
      "application/x.atom+xml", "application/x-atom+xml", "application/x-rss+xml"};
  return std::find(std::begin(kTypes), std::end(kTypes), bare) != std::end(kTypes);
}

}  // namespace

ListPage read_list(std::string_view html, std::string_view url, std::string_view links, std::string_view next) {
  const Page page(html, url);
  ListPage out;
  std::set<std::string> seen;
  std::map<std::string, std::uint32_t> places;
  for (const NodeId id : elements(page, links, "body a[href]")) {
    const NodeId anchor = anchor_of(page.document, id);
    if (anchor == parse::kNone) continue;
    std::string target = page.target(anchor);
    if (target.empty() || !seen.insert(target).second) continue;
    out.links.push_back(std::move(target));
    out.places.push_back(place_of(page.document, anchor, out.elements, places));
    if (out.links.size() == kMaxLinks) break;
  }
  out.next = next_of(page, next);
  return out;
}

Alternates read_alternates(std::string_view html, std::string_view url) {
  const Page page(html, url);
  Alternates out;
  for (const NodeId id : elements(page, "link[rel~=alternate i][type][href]", "")) {
    if (!is_feed_type(page.document.attribute(id, "type"))) continue;
    const auto feed = page.resolve(page.document.attribute(id, "href"));
    if (!feed) continue;
    std::string address = feed->href();
    if (std::find(out.feeds.begin(), out.feeds.end(), address) == out.feeds.end())
      out.feeds.push_back(std::move(address));
    if (out.feeds.size() == 64) break;
  }
  return out;
}

}  // namespace winnow::discover
