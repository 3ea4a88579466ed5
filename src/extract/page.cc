#include "extract/page.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "base/unicode.h"
#include "extract/jsonld.h"
#include "extract/word_set.h"

namespace winnow::extract {

using parse::NodeId;
using parse::Tag;

const Json Page::kNull;

namespace {

constexpr std::size_t kMaxMetas = 1024;
constexpr std::size_t kLongestDated = 200;    // bytes of a text that is no prose
constexpr std::size_t kMostDates = 32 << 10;  // bytes of texts with a slash in them
constexpr NodeId kMaxShortNodes = 2000;       // so that nested elements cost no more than their number

constexpr WordSet kAsideWords(std::to_array<std::string_view>(
    {"comment",   "comments",      "commentlist", "disqus",         "respond",         "replies",     "reply",
     "related",   "recommend",     "recommended", "recommendation", "recommendations", "sidebar",     "footer",
     "nav",       "navbar",        "navigation",  "menu",           "breadcrumb",      "breadcrumbs", "popular",
     "trending",  "latest",        "newsletter",  "promo",          "sponsored",       "outbrain",    "taboola",
     "carousel",  "slider",        "ticker",      "copyright",      "toolbar",         "cookie",      "consent",
     "advert",    "advertisement", "mostread",    "readmore",       "upnext",          "pinglun",     "kommentare",
     "kommentar", "commentaires",  "comentarios"}));
constexpr WordSet kTeaserWords(std::to_array<std::string_view>({"teaser", "teasers"}));

bool is_aside_tag(Tag tag) {
  return tag == Tag::nav || tag == Tag::footer || tag == Tag::aside || tag == Tag::form || tag == Tag::noscript ||
         tag == Tag::template_ || tag == Tag::select;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || is_upper(c) || (c & 0x80); }

}  // namespace

std::string split_words(std::string_view value) {
  std::string out = " ";
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool camel = is_upper(c) && i > 0 && !is_upper(value[i - 1]);
    if ((!is_alnum(c) || camel) && out.back() != ' ') out += ' ';
    if (is_alnum(c)) out += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  if (out.back() != ' ') out += ' ';
  return out;
}

std::string without_soft_hyphens(std::string text) {
  constexpr std::string_view kSoftHyphen = "\u00AD";
  for (std::size_t at = text.find(kSoftHyphen); at != text.npos; at = text.find(kSoftHyphen, at)) {
    text.erase(at, kSoftHyphen.size());
  }
  return text;
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != words.npos; at = words.find(word, at + 1)) {
    if (at > 0 && words[at - 1] == ' ' && at + word.size() < words.size() && words[at + word.size()] == ' ')
      return true;
  }
  return false;
}

std::string plain(std::string_view text) {
  if (text.find_first_of("&<") == text.npos) return unicode::collapse(text);
  parse::Document document = parse::parse(text);
  std::string once = document.visible_text(parse::Document::root());
  if (once.find('&') == once.npos) return once;
  return parse::parse(once).visible_text(parse::Document::root());  // entities escaped twice are common
}

Page::Page(const parse::Document& document, const FieldHints& hints)
    : document_(document), hints_(hints), objects_(read_jsonld(document)) {
  if (hints.url) base_ = *hints.url;
  read_words();
  read_metas();
  count_text();
  mark_asides();
  read_language();
  choose_article();
}

void Page::read_metas() {
  for (NodeId id = 0; id < document_.size() && metas_.size() < kMaxMetas; ++id) {
    const Tag tag = document_[id].tag;
    if (tag == Tag::base && document_.has_attribute(id, "href")) {
      if (auto url = Url::parse(document_.attribute(id, "href"), base_ ? &*base_ : nullptr)) base_ = *url;
    }
    if (tag != Tag::meta) continue;
    std::string value = plain(document_.attribute(id, "content"));
    if (value.empty()) continue;
    for (std::string_view key : {"property", "name", "itemprop", "http-equiv"}) {
      std::string name = unicode::lower(unicode::trim(document_.attribute(id, key)));
      if (!name.empty()) metas_.push_back({std::move(name), value});
    }
  }
}

std::vector<std::string> Page::meta(std::string_view name) const {
  std::vector<std::string> values;
  for (const Meta& m : metas_) {
    if (m.name == name) values.push_back(m.value);
  }
  return values;
}

std::string Page::first_meta(std::string_view name) const {
  auto found = std::find_if(metas_.begin(), metas_.end(), [name](const Meta& m) { return m.name == name; });
  return found == metas_.end() ? std::string() : found->value;
}

void Page::read_language() {
  const NodeId html = document_.first(Tag::html);
  if (html != parse::kNone) {
    language_ = document_.attribute(html, "lang");
    if (language_.empty()) language_ = document_.attribute(html, "xml:lang");
  }
  for (std::string_view name : {"og:locale", "content-language", "language", "dc.language", "inlanguage"}) {
    if (language_.empty()) language_ = first_meta(name);
  }
  language_ = unicode::lower(unicode::trim(language_.substr(0, language_.find(','))));
  std::replace(language_.begin(), language_.end(), '_', '-');
  std::string spoken(hints_.language.empty() ? std::string_view(language_) : hints_.language);
  if (spoken.empty()) spoken = guess_language(opening_text());
  style_ = extract::date_style(spoken, hints_.zone);
  if (style_.month_first) read_date_order();  // elsewhere nobody writes the month first
}

// A page writes all its dates in one order, and one of them, of a comment or another article, may tell which.
void Page::read_date_order() {
  std::string dates;
  for (NodeId id = 0; id < document_.size() && dates.size() < kMostDates; ++id) {
    const parse::Node& node = document_[id];
    if (node.tag != Tag::text || node.text.size() > kLongestDated || node.text.find('/') == node.text.npos) continue;
    const Tag parent = document_[node.parent].tag;
    if (parent == Tag::script || parent == Tag::style) continue;
    dates += node.text;
    dates += '\n';
  }
  style_.month_first = month_first(dates).value_or(style_.month_first);
}

// The first few thousand bytes that are not in menus: enough to guess the language by.
std::string Page::opening_text() const {
  std::string text;
  for (NodeId id = 0; id < document_.size() && text.size() < 8192; ++id) {
    const parse::Node& node = document_[id];
    if (node.tag != Tag::text || aside_[id] || document_[node.parent].tag == Tag::script) continue;
    text += node.text.substr(0, 2048);
    text += ' ';
  }
  return text;
}

void Page::count_text() {
  offsets_.assign(document_.size(), 0);
  std::uint32_t offset = 0;
  for (NodeId id = 0; id < document_.size(); ++id) {
    const parse::Node& node = document_[id];
    offsets_[id] = offset;
    const Tag parent = node.parent == parse::kNone ? Tag::document : document_[node.parent].tag;
    const bool seen = node.tag == Tag::text && parent != Tag::script && parent != Tag::style;
    if (seen) offset += static_cast<std::uint32_t>(unicode::trim(node.text).size());
  }
  text_size_ = offset;
}

bool Page::says_aside(NodeId id) const {
  const parse::Node& node = document_[id];
  const Tag tag = node.tag;
  if (tag == Tag::text || tag == Tag::html || tag == Tag::body || tag == Tag::article || tag == Tag::main) return false;
  if (node.attribute_count == 0) return is_aside_tag(tag);
  const std::string& own = words(id);
  // The footer of an article holds its byline; a page's does not.
  const bool entry = has_word(own, "entry") || has_word(own, "post") || has_word(own, "article") ||
                     has_word(own, "story") || has_word(own, "meta");
  if (tag == Tag::footer || has_word(own, "footer")) return !entry;
  if (is_aside_tag(tag)) return true;
  return own.size() > 1 && (kAsideWords.any_in(own) || kTeaserWords.any_in(own));
}

bool Page::in_teaser(NodeId id) const {
  bool teaser = false;
  for (NodeId up = id; up != parse::kNone; up = document_[up].parent) {
    if (!says_aside(up)) continue;
    const std::string& own = words(up);
    if (!kTeaserWords.any_in(own) || kAsideWords.any_in(own) || is_aside_tag(document_[up].tag)) return false;
    teaser = true;
  }
  return teaser;
}

bool Page::in_footer(NodeId id) const {
  constexpr int kMaxUp = 12;
  for (int up = 0; up < kMaxUp && id != parse::kNone; ++up, id = document_[id].parent) {
    const Tag tag = document_[id].tag;
    if (tag == Tag::footer || tag == Tag::nav || has_word(words(id), "footer")) return true;
  }
  return false;
}

// What holds the page's heading or half its text is no aside, whatever its name: some sites put all in a <form>.
void Page::mark_asides() {
  aside_.assign(document_.size(), 0);
  const std::vector<NodeId> headings = document_.all(Tag::h1);
  auto holds_heading = [&](NodeId id) {
    auto next = std::lower_bound(headings.begin(), headings.end(), id);
    return next != headings.end() && *next < document_[id].end;
  };
  for (NodeId id = 0; id < document_.size(); ++id) {
    if (!says_aside(id) || holds_heading(id)) continue;
    const NodeId end = document_[id].end;
    const std::uint32_t behind = end < document_.size() ? offsets_[end] : text_size_;
    if ((behind - offsets_[id]) * 2 > text_size_) continue;
    std::fill(aside_.begin() + id, aside_.begin() + end, std::uint8_t{1});
    id = end - 1;
  }
}

void Page::read_words() {
  words_.emplace_back(" ");
  words_of_.assign(document_.size(), 0);
  std::unordered_map<std::string_view, std::uint32_t> classes;  // many elements have one and the same
  for (NodeId id = 0; id < document_.size(); ++id) {
    // The name of a custom element, which has a hyphen in it, says as much as a class.
    const parse::Node& node = document_[id];
    const bool custom = node.tag == Tag::other && node.text.find('-') != node.text.npos;
    if (node.attribute_count == 0 && !custom) continue;
    const std::string_view klass = document_.attribute(id, "class"), own = document_.attribute(id, "id");
    // A slot of a component is named for what it shows.
    const std::string_view slot = klass.empty() && own.empty() ? document_.attribute(id, "slot") : std::string_view();
    const bool by_class = own.empty() && slot.empty() && !custom;
    if (klass.empty() && by_class) continue;
    const auto next = static_cast<std::uint32_t>(words_.size());
    const auto [known, is_new] = by_class ? classes.try_emplace(klass, next) : std::pair(classes.end(), true);
    words_of_[id] = is_new ? next : known->second;
    if (!is_new) continue;
    std::string words = split_words(klass);
    words.pop_back();
    words += split_words(own);
    if (custom) words += split_words(node.text).substr(1);
    if (!slot.empty()) words += split_words(slot).substr(1);
    words_.push_back(std::move(words));
  }
}

std::string Page::short_text(NodeId id, std::size_t max) const {
  const parse::Node& node = document_[id];
  const std::size_t begin = offsets_[id];
  const std::size_t end = node.end < document_.size() ? offsets_[node.end] : begin;
  if (node.end - id > kMaxShortNodes) return {};
  if (node.end < document_.size() && end - begin > max) return {};
  std::string text = document_.visible_text(id);
  if (text.size() > max) text.clear();
  return text;
}

std::string Page::absolute(std::string_view href) const {
  href = unicode::trim(href);
  if (href.empty() || href.size() > 4096) return {};
  std::optional<Url> url = Url::parse(href, base_ ? &*base_ : nullptr);
  return url && url->is_http() ? url->href() : std::string();
}

bool Page::leads_home(NodeId link) const {
  if (!document_.has_attribute(link, "href")) return false;
  const std::string_view href = document_.attribute(link, "href");
  const bool below = href.size() > 1 && href[0] == '/' && href[1] != '/' && href[1] != '.' && href[1] != '#';
  if (below) return false;  // most links of a page
  const std::optional<Url> url = Url::parse(href, base_ ? &*base_ : nullptr);
  return url ? url->pathname().size() <= 1 && url->search().empty() : href == "/";
}

// The article whose address or headline is the page's; else the first that has a headline.
void Page::choose_article() {
  const std::string here = hints_.url ? canonical(*hints_.url) : std::string();
  const std::string title = name_key(first_meta("og:title"));
  std::size_t first = objects_.size();
  for (std::size_t i = 0; i < objects_.size() && is_article_type(objects_[i]); ++i) {
    const Json& object = objects_[i];
    if (first == objects_.size()) first = i;
    for (std::string_view key : {"url", "mainEntityOfPage", "@id"}) {
      const std::string& text = object[key].is_object() ? object[key]["@id"].string() : object[key].string();
      std::optional<Url> url = text.empty() ? std::nullopt : Url::parse(text, base_ ? &*base_ : nullptr);
      if (url && !here.empty() && canonical(*url) == here && !object["headline"].is_null()) {
        article_ = i;
        return;
      }
    }
    if (!title.empty() && name_key(plain(object["headline"].string())) == title) {
      article_ = i;
      return;
    }
  }
  article_ = first;
}

}  // namespace winnow::extract
