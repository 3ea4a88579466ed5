#include "parse/document.h"

#include <algorithm>

#include "base/unicode.h"
#include "parse/storage.h"

namespace winnow::parse {
namespace {

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool same(std::string_view x, std::string_view y, bool fold) {
  if (!fold) return x == y;
  return std::equal(x.begin(), x.end(), y.begin(), y.end(), [](char c, char d) { return lower(c) == lower(d); });
}

bool is_code(Tag tag) { return tag == Tag::script || tag == Tag::style; }
bool is_unseen(Tag tag) { return is_code(tag) || tag == Tag::template_ || tag == Tag::noscript || tag == Tag::svg; }

}  // namespace

Document::Document() : storage_(std::make_unique<Storage>()) {
  nodes_.push_back({.tag = Tag::document, .end = 1, .text = {}});
}
Document::~Document() = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;

bool Document::has_class(NodeId id, std::string_view word, bool fold) const {
  const std::string_view words = attribute(id, "class");
  for (std::size_t at = 0; at < words.size();) {
    if (is_space(words[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < words.size() && !is_space(words[end])) ++end;
    if (same(words.substr(at, end - at), word, fold)) return true;
    at = end;
  }
  return false;
}

NodeId Document::first(Tag tag, NodeId within) const {
  for (NodeId id = within; id < nodes_[within].end; ++id) {
    if (nodes_[id].tag == tag) return id;
  }
  return kNone;
}

std::vector<NodeId> Document::all(Tag tag, NodeId within) const {
  std::vector<NodeId> found;
  for (NodeId id = within; id < nodes_[within].end; ++id) {
    if (nodes_[id].tag == tag) found.push_back(id);
  }
  return found;
}

std::string Document::text(NodeId id) const {
  std::string out;
  for (NodeId at = id; at < nodes_[id].end; ++at) {
    const Node& node = nodes_[at];
    if (node.tag == Tag::text) {
      out += node.text;
    } else if (is_code(node.tag) && at != id) {
      at = node.end - 1;
    }
  }
  return out;
}

std::string Document::visible_text(NodeId id) const {
  std::string out;
  std::vector<NodeId> block_ends;
  for (NodeId at = id; at < nodes_[id].end; ++at) {
    for (; !block_ends.empty() && block_ends.back() <= at; block_ends.pop_back()) out += ' ';
    const Node& node = nodes_[at];
    if (node.tag == Tag::text) {
      out += node.text;
    } else if (is_unseen(node.tag) && at != id) {
      at = node.end - 1;
    } else if (is_block(node.tag)) {
      out += ' ';
      block_ends.push_back(node.end);
    }
  }
  return unicode::collapse(out);
}

void Document::replace_text(NodeId text_node, std::string text) {
  if (nodes_[text_node].tag != Tag::text) return;
  nodes_[text_node].text = storage_->replaced.emplace_back(std::move(text));
}

void Document::replace_attribute(NodeId element, std::string_view name, std::string value) {
  const Node& node = nodes_[element];
  for (Attribute& a : std::span(attributes_).subspan(node.attributes, node.attribute_count)) {
    if (a.name != name) continue;
    a.value = storage_->replaced.emplace_back(std::move(value));
    return;
  }
}

}  // namespace winnow::parse
