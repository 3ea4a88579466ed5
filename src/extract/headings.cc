#include "extract/headings.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <iterator>
#include <optional>

#include "base/unicode.h"
#include "base/utf8.h"
#include "extract/word_set.h"

namespace winnow::extract {
namespace {

using parse::NodeId;
using parse::Tag;

constexpr std::size_t kMaxHeadings = 64;  // elements that are looked at

int heading_weight(const Page& page, NodeId id) {
  const Tag tag = page.document()[id].tag;
  if (tag == Tag::h1) return 30;
  if (tag == Tag::text || page.document()[id].attribute_count == 0) return tag == Tag::h2 || tag == Tag::h3 ? 10 : 0;
  if (page.document().attribute(id, "itemprop").find("headline") != std::string_view::npos) return 25;
  static constexpr WordSet kTitles(std::to_array<std::string_view>(
      {"title", "headline", "biaoti", "bt", "titulo", "titel", "titre", "tit", "subject", "hed", "h1"}));
  if (kTitles.any_in(page.words(id))) return tag == Tag::h2 || tag == Tag::h3 ? 20 : 12;
  return tag == Tag::h2 || tag == Tag::h3 ? 10 : 0;
}

// A heading that links to the front page is the site's name or logo.
bool leads_home(const Page& page, NodeId id) {
  const parse::Document& document = page.document();
  const NodeId parent = document[id].parent;
  for (NodeId link = parent != parse::kNone && document[parent].tag == Tag::a ? parent : id; link < document[id].end;
       ++link) {
    if (document[link].tag == Tag::a && page.leads_home(link)) return true;
  }
  return false;
}

// The words of a text, folded; a Han character is a word of its own.
std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words(1);
  const std::string folded = unicode::lower(text);
  for (std::size_t at = 0; at < folded.size();) {
    const char32_t c = utf8::next(folded, at);
    const bool inner = unicode::is_letter(c) || unicode::is_digit(c);
    if ((!inner || unicode::is_han(c)) && !words.back().empty()) words.emplace_back();
    if (inner) utf8::append(words.back(), c);
  }
  if (words.back().empty()) words.pop_back();
  return words;
}

// The share of the words that two titles have in common, 0..1: editors reword a headline for search engines.
double overlap(std::string_view a, std::string_view b) {
  std::vector<std::string> left = words_of(a), right = words_of(b);
  if (left.size() < 2 || right.size() < 2) return 0;
  std::sort(left.begin(), left.end());
  std::sort(right.begin(), right.end());
  std::vector<std::string> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(std::min(left.size(), right.size()));
}

// Between the steps of a breadcrumb stand marks at most: "News | Europe | Headline".
bool is_mark(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (unicode::is_letter(c) || unicode::is_digit(c)) return false;
  }
  return true;
}

// Inside an element, before a heading: a link to the front page, more links maybe, and no other words.
bool leads_from_home(const Page& page, NodeId element, NodeId heading) {
  const parse::Document& document = page.document();
  bool home = false;
  for (NodeId id = element + 1; id < heading; ++id) {
    const parse::Node& node = document[id];
    if (node.tag == Tag::a && node.end <= heading) {
      home = home || page.leads_home(id);
      id = node.end - 1;
    } else if (node.tag == Tag::text && !is_mark(node.text)) {
      return false;
    }
  }
  return home;
}

// The last step of a breadcrumb: links from the front page on stand before it, nothing behind.
bool ends_trail(const Page& page, NodeId heading) {
  constexpr int kMaxUp = 4;
  constexpr std::size_t kMaxTrail = 160;  // bytes of all steps before it
  const parse::Document& document = page.document();
  const NodeId behind = document[heading].end;
  NodeId up = document[heading].parent;
  for (int level = 0; level < kMaxUp && up != parse::kNone; ++level, up = document[up].parent) {
    const NodeId end = document[up].end;
    if (page.offset(heading) - page.offset(up) > kMaxTrail) return false;
    if (end < document.size() && behind < document.size() && page.offset(end) != page.offset(behind)) return false;
    if (leads_from_home(page, up, heading)) return true;
  }
  return false;
}

bool has_any(const std::string& words, std::initializer_list<std::string_view> list) {
  return std::any_of(list.begin(), list.end(), [&words](std::string_view word) { return has_word(words, word); });
}

// What stands over a headline in one heading with it: "Weather", "Interview".
bool says_kicker(const std::string& words) {
  return has_any(
      words, {"kicker", "dachzeile", "roofline", "topline", "overline", "spitzmarke", "label", "pretitle", "supertitle",
              "surtitre", "surtitle", "antetitulo", "volanta", "cintillo", "occhiello", "eyebrow", "flag"});
}

// An element inside the heading that is the headline itself: by its name, as a block under an inline kicker, or as all
// that follows an element that is named a kicker.
std::string headline_in(const Page& page, NodeId heading, const std::string& whole) {
  const parse::Document& document = page.document();
  bool kicker = false;
  std::string rest;
  for (NodeId id = heading + 1; id < document[heading].end; id = document[id].end) {
    const bool element = document[id].tag != Tag::text;
    const std::string words = element ? page.words(id) : std::string();
    const std::string text = element ? page.short_text(id, kMaxTitle) : unicode::collapse(document[id].text);
    if (rest.empty() && !kicker && element && says_kicker(words)) {
      kicker = true;
      continue;
    }
    const bool under = !rest.empty() && document[id].end == document[heading].end && parse::is_block(document[id].tag);
    const bool named = has_any(words, {"headline", "title", "titel"});
    if (element && (named || under) && text.size() * 2 >= whole.size() && text.size() < whole.size()) return text;
    if (!text.empty()) rest += (rest.empty() ? "" : " ") + text;
  }
  return kicker ? std::string(unicode::trim(rest)) : std::string();
}

}  // namespace

std::vector<Heading> headings_of(const Page& page) {
  std::vector<Heading> headings;
  const parse::Document& document = page.document();
  NodeId id = document.first(Tag::body);
  for (id = id == parse::kNone ? 0 : id; id < document.size() && headings.size() < kMaxHeadings; ++id) {
    const Tag tag = document[id].tag;
    if (tag == Tag::text || page.aside(id) || tag == Tag::a || tag == Tag::input || tag == Tag::meta) continue;
    const int weight = heading_weight(page, id);
    if (weight == 0) continue;
    std::string text = page.short_text(id, kMaxTitle);
    if (text.empty() || leads_home(page, id)) continue;
    const bool in_trail = tag == Tag::h1 && ends_trail(page, id);
    std::string headline = headline_in(page, id, text);
    headings.push_back({id, std::move(text), in_trail ? 2 : weight, std::move(headline), in_trail});
  }
  return headings;
}

int agreement(std::string_view heading, std::string_view stated, bool reworded) {
  const std::string a = name_key(heading), b = name_key(stated);
  if (a.empty() || b.empty()) return 0;
  if (a == b) return 100;
  const std::string& longer = a.size() > b.size() ? a : b;
  const std::string& shorter = a.size() > b.size() ? b : a;
  if (shorter.size() >= 6 && shorter.size() * 3 >= longer.size() && longer.find(shorter) != longer.npos) {
    return 50 + static_cast<int>(49 * shorter.size() / longer.size());
  }
  return reworded && overlap(heading, stated) >= 0.4 ? 40 : 0;
}

}  // namespace winnow::extract
