// The line between an article's title and its text.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "extract/about.h"
#include "extract/jsonld.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxSubtitle = 1200;
constexpr std::size_t kNearTitle = 4000;     // bytes of text behind the title in which a stated subtitle is shown
constexpr std::size_t kBehindTitle = 500;    // bytes of text between the title and a line that is named a subtitle
constexpr std::size_t kDirectlyBehind = 40;  // and a heading that is named nothing
constexpr std::size_t kMostNodes = 200;      // of a subtitle that are looked at

bool class_says_subtitle(const std::string& words) {
  constexpr auto kWords = std::to_array<std::string_view>(
      {"standfirst", "subtitle",  "subheadline", "subhead",   "subheading",  "dek",         "deck",
       "lead",       "lede",      "intro",       "strapline", "sottotitolo", "chapo",       "vorspann",
       "sapo",       "subtitulo", "bajada",      "linhafina", "untertitel",  "summary",     "teasertext",
       "sommario",   "daoyu",     "zhaiyao",     "ingress",   "lid",         "standfirsts", "excerpt"});
  return std::any_of(kWords.begin(), kWords.end(), [&words](auto word) { return has_word(words, word); });
}

bool shows_subtitle(const Page& page, NodeId id) {
  const parse::Node& node = page.document()[id];
  if (node.tag == Tag::h2) return true;
  if (node.attribute_count == 0 || node.tag == Tag::a || node.tag == Tag::img) return false;
  if (page.document().attribute(id, "itemprop") == "alternativeHeadline") return true;
  return class_says_subtitle(page.words(id));
}

// What is no line of text: a picture and its caption, a button, a credit.
bool is_furniture(Tag tag) {
  return tag == Tag::figure || tag == Tag::figcaption || tag == Tag::cite || tag == Tag::button;
}

enum class Holds { text, teaser, byline };

// Pictures, list items and links make a teaser or a bar of an element, whatever its name; a time makes a byline.
Holds what_it_holds(const Document& document, NodeId element) {
  std::size_t all = 0, linked = 0;
  NodeId end_of_link = element;
  Holds holds = Holds::text;
  const std::size_t end = std::min<std::size_t>(document[element].end, element + kMostNodes);
  for (NodeId id = element + 1; id < end; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::time) return Holds::byline;
    if (node.tag == Tag::a) end_of_link = node.end;
    if (is_furniture(node.tag) || node.tag == Tag::li) holds = Holds::teaser;
    if (node.tag != Tag::text) continue;
    all += node.text.size();
    linked += id < end_of_link ? node.text.size() : 0;
  }
  return linked * 2 > all ? Holds::teaser : holds;
}

bool is_shown(const Page& page, NodeId heading, std::string_view text) {
  const NodeId behind = heading == kNone ? kNone : page.document()[heading].end;
  if (behind != kNone && behind >= page.document().size()) return false;
  return name_key(article_text(page, behind, kNearTitle)).find(name_key(text)) != std::string::npos;
}

std::string stated(const Page& page, NodeId heading, std::string_view title) {
  for (const std::string& value : at_path(page.article(), "alternativeHeadline")) {
    std::string text = plain(value);
    if (text.empty() || name_key(text) == name_key(title) || !is_shown(page, heading, text)) continue;
    return text;
  }
  return {};
}

}  // namespace

Witness find_subtitle(const Page& page, NodeId heading, std::string_view title) {
  if (std::string text = stated(page, heading, title); !text.empty()) return {std::move(text), "jsonld", 80};
  if (heading == kNone) return {};
  const Document& document = page.document();
  const NodeId behind = document[heading].end;
  const std::size_t end_of_title = behind < document.size() ? page.offset(behind) : 0;
  for (NodeId id = behind; id < document.size(); ++id) {
    const std::size_t at = page.offset(id);
    if (at > end_of_title + kBehindTitle) break;
    const Tag tag = document[id].tag;
    if (is_furniture(tag)) {
      id = document[id].end - 1;
      continue;
    }
    if (tag == Tag::text || page.aside(id) || !shows_subtitle(page, id)) continue;
    // A heading counts directly behind the title only: further on it is a part's.
    if (tag == Tag::h2 && at > end_of_title + kDirectlyBehind) continue;
    std::string text = page.short_text(id, kMaxSubtitle);
    if (text.empty() || name_key(text) == name_key(title)) continue;
    const Holds holds = what_it_holds(document, id);
    if (holds == Holds::byline) id = document[id].end - 1;  // nor is any part of it
    if (holds == Holds::text && !read_byline(text).all) return {std::move(text), "element", 60};
  }
  return {};
}

}  // namespace winnow::extract
