#include "survey/next_selector.h"

#include <algorithm>

#include "base/unicode.h"
#include "base/url.h"
#include "discover/links.h"
#include "parse/document.h"
#include "parse/selector.h"
#include "survey/names.h"
#include "survey/paging.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::NodeId;

constexpr std::size_t kLongestText = 40;  // of a link that says "next"

struct Candidates {
  std::vector<std::string> with_classes, with_text, with_place;

  [[nodiscard]] std::vector<std::string> all() const {
    std::vector<std::string> out = with_classes;
    out.insert(out.end(), with_text.begin(), with_text.end());
    out.insert(out.end(), with_place.begin(), with_place.end());
    return out;
  }
};

std::string css_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

NodeId previous_element(const Document& document, NodeId id) {
  NodeId before = parse::kNone;
  const NodeId parent = document[id].parent;
  for (NodeId child = document[parent].first_child; child != parse::kNone && child != id;
       child = document[child].next_sibling) {
    if (document[child].tag != parse::Tag::text) before = child;
  }
  return before;
}

// Pagers without a word for "next" mark where they are: the link behind that is the next.
void add_places(const Document& document, NodeId link, Candidates& out) {
  const std::string name(document[link].text);
  if (const NodeId before = previous_element(document, link); before != parse::kNone) {
    const std::string place = stable_name(document, before);
    if (document[before].text != name || place.find_first_of(".#[") != std::string::npos)
      out.with_place.push_back(place + " + " + name);
  }
  const NodeId parent = document[link].parent;
  if (parent == parse::kNone || document[parent].parent == parse::kNone) return;
  if (const NodeId before = previous_element(document, parent); before != parse::kNone) {
    const std::string place = stable_name(document, before);
    if (place.find_first_of(".#[") != std::string::npos)
      out.with_place.push_back(place + " + " + std::string(document[parent].text) + " " + name);
  }
}

void add_candidates(const Document& document, NodeId link, Candidates& out) {
  const std::string own = stable_name(document, link);
  if (own.find_first_of(".#[") != std::string::npos) out.with_classes.push_back(own);
  NodeId around = document[link].parent;
  for (int up = 0; up < 2 && around != parse::kNone; ++up, around = document[around].parent) {
    const std::string place = stable_name(document, around);
    if (place.find_first_of(".#[") == std::string::npos) continue;
    out.with_classes.push_back(place + " " + own);
    out.with_place.push_back(place + " " + own + ":last-child");
  }
  const std::string text = document.visible_text(link);
  if (!text.empty() && text.size() <= kLongestText && text.find_first_of("0123456789") == std::string::npos) {
    out.with_text.push_back(std::string(document[link].text) + ":contains(" + css_string(unicode::collapse(text)) + ")");
  }
  add_places(document, link, out);
}

Candidates candidates_on(const std::string& html, const std::string& url, const std::string& second) {
  const Document document = parse::parse(html);
  const auto base = Url::parse(url);
  Candidates out;
  for (NodeId id = 1; id < document.size(); ++id) {
    for (const parse::Attribute& attribute : document.attributes(id)) {
      if (attribute.name != "href" && !attribute.name.starts_with("data-")) continue;
      const auto target = Url::parse(attribute.value, base ? &*base : nullptr);
      if (target && target->href() == second && document[id].tag != parse::Tag::link) {
        add_candidates(document, id, out);
        break;
      }
    }
  }
  return out;
}

struct Text {
  std::string html, url;
};

Text text_of(const Looked& looked) {
  return {decode_bytes(looked.answer.bytes, looked.answer.content_type).text, looked.answer.final};
}

bool leads_right(const std::string& selector, const Text& first, const std::string& second,
                 const std::vector<Text>& others) {
  if (discover::read_list(first.html, first.url, "body", selector).next != second) return false;
  return std::all_of(others.begin(), others.end(), [&](const Text& other) {
    const std::string next = discover::read_list(other.html, other.url, "body", selector).next;
    if (next.empty()) return true;
    const auto here = page_of_list(first.url, other.url), there = page_of_list(first.url, next);
    return here && there && *there == *here + 1;
  });
}

}  // namespace

std::string next_selector(const Looked& first, const std::string& second, const std::vector<const Looked*>& others) {
  const Text text = text_of(first);
  std::vector<Text> further;
  for (const Looked* other : others) {
    if (further.size() < 3) further.push_back(text_of(*other));
  }
  for (const std::string& selector : candidates_on(text.html, text.url, second).all()) {
    if (parse::Selector::compile(selector) && leads_right(selector, text, second, further)) return selector;
  }
  return {};
}

}  // namespace winnow::survey
