#include "survey/page.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/json.h"
#include "base/scan.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "discover/links.h"
#include "extract/fields.h"
#include "extract/jsonld.h"
#include "parse/document.h"
#include "survey/base_url.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMostLinks = 5000;
constexpr std::size_t kLongestText = 400;  // bytes of a link's text that are looked at
constexpr std::size_t kSentence = 70;      // weight of a paragraph that is one
constexpr std::size_t kTeaser = 40;        // weight of a text that may be a teaser or more
constexpr std::size_t kLongestTeaser = 500;
constexpr std::size_t kRow = 3;
constexpr int kAncestors = 3;  // that tell the make of a link

// Tag and classes of the link and of what is around it, digits aside.
std::string make_of(const Document& document, NodeId link) {
  std::string out;
  NodeId id = link;
  for (int up = 0; up <= kAncestors && id != parse::kNone; ++up, id = document[id].parent) {
    out += document[id].text;
    out += '.';
    for (const char c : document.attribute(id, "class")) {
      if (!ascii::is_digit(c)) out += c;
    }
    out += ' ';
  }
  return out;
}

// At most kLongestText bytes: an anchor may be around half a page.
std::string text_of(const Document& document, NodeId link) {
  std::string text, picture;
  for (NodeId id = link; id < document[link].end && text.size() < kLongestText; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::script || node.tag == Tag::style) {
      id = node.end - 1;
    } else if (node.tag == Tag::text) {
      text += node.text.substr(0, kLongestText);
    } else if (node.tag == Tag::img && picture.empty()) {
      picture = document.attribute(id, "alt");
    } else if (parse::is_block(node.tag) || node.tag == Tag::br || node.tag == Tag::span) {
      text += ' ';
    }
  }
  text = unicode::collapse(utf8::scrub(text));
  if (text.empty()) text = unicode::collapse(document.attribute(link, "title"));
  return text.empty() ? unicode::collapse(picture) : text;
}

// Where each make of headline stands in the page, and the prose around it.
class Rows {
 public:
  // Prose that is not far behind a headline belongs to it.
  void add_text(std::size_t weight) {
    all_ += weight;
    if (last_ == nullptr) return;
    last_->gap += weight;
    if (last_->gap <= kLongestTeaser) last_->teased += weight;
  }
  void add_headline(const std::string& make, std::size_t link) {
    Make& found = makes_[make];
    found.gap = 0;
    if (std::find(found.links.begin(), found.links.end(), link) == found.links.end()) found.links.push_back(link);
    last_ = &found;
  }
  void take(Page& page) {
    page.sentences = all_;
    for (auto& [make, found] : makes_) {
      if (found.links.size() >= kRow) page.rows.push_back({std::move(found.links), found.teased});
    }
  }

 private:
  struct Make {
    std::vector<std::size_t> links;
    std::size_t teased = 0, gap = 0;
  };
  std::map<std::string, Make> makes_;
  Make* last_ = nullptr;
  std::size_t all_ = 0;
};

void add_prose(const Document& document, NodeId id, Rows& rows) {
  const std::size_t weight = weight_of(unicode::collapse(document[id].text));
  if (weight >= kTeaser) rows.add_text(weight);
}

bool has_word(std::string_view list, std::string_view word) {
  return (" " + ascii::lower(list) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// Where a script would go from here: "data-next", "data-url" and their like of a button or box.
std::vector<std::string> targets_of_script(const Document& document, const BaseUrl& base, NodeId id) {
  std::vector<std::string> out;
  for (const parse::Attribute& attribute : document.attributes(id)) {
    const bool address =
        attribute.value.starts_with('/') || attribute.value.starts_with('?') || attribute.value.starts_with("http");
    if (!attribute.name.starts_with("data-") || !address) continue;
    if (std::string target = base.absolute(attribute.value); !target.empty()) out.push_back(std::move(target));
  }
  return out;
}

void read_links(const Document& document, const BaseUrl& base, Page& page) {
  std::map<std::string, std::size_t, std::less<>> index;
  Rows rows;
  for (NodeId id = 0; id < document.size(); ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::script || tag == Tag::style || tag == Tag::head) {
      id = document[id].end - 1;
    } else if (tag == Tag::text) {
      add_prose(document, id, rows);
    }
    if (tag != Tag::a || !document.has_attribute(id, "href")) {
      for (std::string& target : targets_of_script(document, base, id)) {
        if (page.links.size() < kMostLinks && index.emplace(target, page.links.size()).second)
          page.links.push_back({std::move(target), {}});
      }
      continue;
    }
    if (page.next.empty() && has_word(document.attribute(id, "rel"), "next"))
      page.next = base.absolute(document.attribute(id, "href"));
    std::string url = base.absolute(document.attribute(id, "href"));
    std::string text = text_of(document, id);
    const NodeId link = id;
    id = document[id].end - 1;
    if (url.empty()) continue;
    const auto [known, fresh] = index.emplace(url, page.links.size());
    if (fresh && page.links.size() == kMostLinks) break;
    if (weight_of(text) >= kHeadline) rows.add_headline(make_of(document, link), known->second);
    if (fresh) {
      page.links.push_back({std::move(url), std::move(text)});
    } else if (text.size() > page.links[known->second].text.size()) {
      page.links[known->second].text = std::move(text);
    }
  }
  rows.take(page);
}

void read_head(const Document& document, const BaseUrl& base, Page& page) {
  for (const NodeId id : document.all(Tag::link)) {
    const std::string_view rel = document.attribute(id, "rel");
    std::string target = base.absolute(document.attribute(id, "href"));
    if (target.empty()) continue;
    if (has_word(rel, "next") && page.next.empty()) page.next = target;
    if (has_word(rel, "canonical") && page.canonical.empty()) {
      page.canonical = std::move(target);
    } else if (has_word(rel, "amphtml") || (has_word(rel, "alternate") && document.has_attribute(id, "media"))) {
      page.twins.push_back(std::move(target));
    }
  }
}

void read_og_type(const Document& document, Page& page) {
  for (const NodeId id : document.all(Tag::meta)) {
    const std::string_view name = document.attribute(id, "property");
    if (ascii::lower(name.empty() ? document.attribute(id, "name") : name) != "og:type") continue;
    const std::string type = ascii::lower(document.attribute(id, "content"));
    if (type == "article" || type == "news") page.says_article = true;
    if (type.starts_with("video") || type.starts_with("music") || type.starts_with("profile")) page.says_other = true;
  }
}

bool is_other_type(const Json& object) {
  static const std::set<std::string, std::less<>> kOthers = {"VideoObject",    "ImageGallery",      "MediaGallery",
                                                             "CollectionPage", "AboutPage",         "ContactPage",
                                                             "ProfilePage",    "SearchResultsPage", "FAQPage"};
  const std::string& type = object["@type"].string();
  return kOthers.contains(type);
}

void read_types(const Document& document, Page& page) {
  read_og_type(document, page);
  bool other = false, article = false;
  for (const Json& object : extract::read_jsonld(document)) {
    article = article || extract::is_article_type(object);
    other = other || is_other_type(object);
  }
  page.says_article = page.says_article || article;
  page.says_other = page.says_other || (other && !article);
}

void read_players(const Document& document, Page& page) {
  for (const Tag tag : {Tag::video, Tag::audio, Tag::iframe}) page.players += document.all(tag).size();
}

void read_article(const Answer& answer, const Reader& reader, Page& page) {
  const Reading reading =
      reader.read({.bytes = answer.bytes, .url = answer.final, .content_type = answer.content_type, .fetched_at = {}});
  const Article& article = reading.article;
  page.refused = reading.refused;
  page.title = article.title;
  page.published = article.published_at;
  page.modified = article.modified_at;
  page.section = article.section;
  page.next_part = reading.next_page;
  page.language = article.language;
  page.guessed_language = extract::guess_language(article.text);
  page.content_hash = article.content_hash;
  page.near_hash = article.near_hash;
  page.length = weight_of(article.text);
  page.images = article.images.size();
  page.byline = !article.authors.empty() || !article.source.empty();
  for (const Block& block : article.body) {
    std::size_t in_links = 0;
    for (const Link& link : block.links) in_links += link.end - link.start;
    page.linked += in_links;
    if (block.type != BlockType::paragraph && block.type != BlockType::quote) continue;
    const std::size_t weight = weight_of(block.text);
    if (weight < kSentence || in_links * 2 > utf8::length(block.text)) continue;
    page.prose += weight;
    ++page.paragraphs;
  }
}

}  // namespace

std::size_t weight_of(std::string_view text) {
  std::size_t halves = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    halves += unicode::is_cjk(c) ? 5 : 2;
  }
  return halves / 2;
}

Page read_page(const Answer& answer, const Reader& reader) {
  Page page;
  read_article(answer, reader, page);
  const Decoded decoded = decode_bytes(answer.bytes, answer.content_type);
  page.feeds = discover::read_alternates(decoded.text, answer.final).feeds;
  const Document document = parse::parse(decoded.text);
  const BaseUrl base(document, answer.final);
  read_head(document, base, page);
  read_types(document, page);
  read_players(document, page);
  read_links(document, base, page);
  return page;
}

}  // namespace winnow::survey
