#include "survey/next_selector.h"

#include <algorithm>

#include "base/unicode.h"
#include "discover/links.h"
#include "parse/document.h"
#include "parse/selector.h"
#include "survey/base_url.h"
#include "survey/paging.h"
#include "survey/rules/naming.h"
#include "winnow/winnow.h"

namespace winnow::survey {
namespace {

using parse::Document;
using parse::NodeId;

constexpr std::size_t kLongestText = 40;  // of a link that says "next"
constexpr std::size_t kNames = 3;         // of one element that are tried
constexpr std::size_t kMostCandidates = 120;

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

// Elements that are named by more than their tag, the best names first.
std::vector<std::string> telling_names(const Document& document, NodeId element) {
  std::vector<std::string> out;
  for (Naming& name : own_names(document, element)) {
    if (name.css.find_first_of(".#[") != std::string::npos) out.push_back(std::move(name.css));
  }
  if (out.size() > kNames) out.resize(kNames);
  return out;
}

// Pagers without a word for "next" mark where they are: the link behind that is the next.
void add_places(const Document& document, NodeId link, std::vector<std::string>& out) {
  const std::string name(document[link].text);
  if (const NodeId before = previous_element(document, link); before != parse::kNone) {
    for (const std::string& place : telling_names(document, before)) out.push_back(place + " + " + name);
    if (document[before].text != name) out.push_back(std::string(document[before].text) + " + " + name);
  }
  const NodeId parent = document[link].parent;
  if (document[parent].parent == parse::kNone) return;
  if (const NodeId before = previous_element(document, parent); before != parse::kNone) {
    for (const std::string& place : telling_names(document, before))
      out.push_back(place + " + " + std::string(document[parent].text) + " " + name);
  }
}

void add_candidates(const Document& document, NodeId link, std::vector<std::string>& out) {
  const std::string tag(document[link].text);
  for (Naming& name : names(document, link)) {
    if (name.css != tag) out.push_back(std::move(name.css));
  }
  const std::string text = unicode::collapse(document.visible_text(link));
  const bool words = text.find_first_of("0123456789") == std::string::npos;
  if (words && !text.empty() && text.size() <= kLongestText) {
    out.push_back(tag + ":contains(" + css_string(text) + ")");
  }
  for (NodeId around = document[link].parent; around != parse::kNone; around = document[around].parent) {
    const std::vector<std::string> places = telling_names(document, around);
    for (const std::string& place : places) out.push_back(place + " " + tag + ":last-child");
    if (!places.empty()) break;
  }
  add_places(document, link, out);
}

std::vector<std::string> candidates_on(const std::string& html, const std::string& url, const std::string& second) {
  const Document document = parse::parse(html);
  const BaseUrl base(document, url);
  std::vector<std::string> out;
  for (NodeId id = 1; id < document.size() && out.size() < kMostCandidates; ++id) {
    if (document[id].tag == parse::Tag::text || document[id].tag == parse::Tag::link) continue;
    for (const parse::Attribute& attribute : document.attributes(id)) {
      if (attribute.name != "href" && !attribute.name.starts_with("data-")) continue;
      if (base.absolute(attribute.value) != second) continue;
      add_candidates(document, id, out);
      break;
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
    return here && there && *there > *here;
  });
}

}  // namespace

std::string next_selector(const Looked& first, const std::string& second, const std::vector<const Looked*>& others) {
  const Text text = text_of(first);
  std::vector<Text> further;
  for (const Looked* other : others) {
    if (further.size() < 3) further.push_back(text_of(*other));
  }
  for (const std::string& selector : candidates_on(text.html, text.url, second)) {
    if (parse::Selector::compile(selector) && leads_right(selector, text, second, further)) return selector;
  }
  return {};
}

}  // namespace winnow::survey
