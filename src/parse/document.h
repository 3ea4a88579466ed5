// The page as a tree of ours: a flat vector of nodes in document order (a node's subtree is the range
// [id, end)), so that every walk is a loop and nothing recurses. Gumbo stays in document.cc.
// Lifetime: views returned by a Document live as long as it does and until that text is replaced.
// Thread-safety: a const Document may be read from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace winnow::parse {

using NodeId = std::uint32_t;
inline constexpr NodeId kNone = ~NodeId{0};

// The elements that some stage asks for by name; any other is kOther (name() still tells).
enum class Tag : std::uint8_t {
  document, text, other,
  html, head, body, title, meta, link, base, script, style, noscript, template_, iframe, object, embed,
  header, footer, nav, aside, main, article, section, div, span, p, br, hr, a, b, strong, i, em, u, s, small,
  font, center, h1, h2, h3, h4, h5, h6, ul, ol, li, dl, dt, dd, blockquote, q, cite, pre, code, samp, kbd,
  table, caption, thead, tbody, tfoot, tr, td, th, img, picture, source, figure, figcaption, video, audio,
  svg, math, canvas, form, input, button, select, option, textarea, label, fieldset, time, address, abbr,
  ins, del, sub, sup, mark, details, summary, ruby, rt, rp, wbr, amp_img
};

struct Attribute {
  std::string_view name;   // lower case
  std::string_view value;  // entities resolved
};

struct Node {
  Tag tag = Tag::other;
  NodeId parent = kNone;
  NodeId first_child = kNone;
  NodeId next_sibling = kNone;
  NodeId end = 0;                   // one past the last node of the subtree
  std::uint32_t attributes = 0;     // index of the first
  std::uint16_t attribute_count = 0;
  std::string_view text;            // Tag::text: the characters; else the element's name in lower case
};

struct ParseLimits {
  std::size_t nodes = 2'000'000;
  std::size_t depth = 512;          // deeper elements are kept, as children of the last allowed level
  bool reduce = true;               // spare the parser what can't shape the tree; the document is the same without
};

class Document {
 public:
  Document();
  ~Document();
  Document(Document&&) noexcept;
  Document& operator=(Document&&) noexcept;

  [[nodiscard]] NodeId size() const { return static_cast<NodeId>(nodes_.size()); }
  [[nodiscard]] const Node& operator[](NodeId id) const { return nodes_[id]; }
  [[nodiscard]] std::span<const Node> nodes() const { return nodes_; }
  [[nodiscard]] static constexpr NodeId root() { return 0; }  // Tag::document

  [[nodiscard]] std::span<Attribute const> attributes(NodeId id) const {
    return {attributes_.data() + nodes_[id].attributes, nodes_[id].attribute_count};
  }
  [[nodiscard]] std::string_view attribute(NodeId id, std::string_view name) const {  // "" when absent
    for (const Attribute& a : attributes(id)) {
      if (a.name == name) return a.value;
    }
    return {};
  }
  [[nodiscard]] bool has_attribute(NodeId id, std::string_view name) const {
    for (const Attribute& a : attributes(id)) {
      if (a.name == name) return true;
    }
    return false;
  }
  // Whether the class attribute has that word (ASCII case-insensitive when `fold`).
  [[nodiscard]] bool has_class(NodeId id, std::string_view word, bool fold = false) const;

  // The first node of that tag inside `within`, or kNone.
  [[nodiscard]] NodeId first(Tag tag, NodeId within = root()) const;
  [[nodiscard]] std::vector<NodeId> all(Tag tag, NodeId within = root()) const;

  // The characters of all text nodes inside, as they are; script and style bodies left out.
  [[nodiscard]] std::string text(NodeId id) const;
  // The same as a reader sees it: white space collapsed, a space at block borders and <br>.
  [[nodiscard]] std::string visible_text(NodeId id) const;

  // For the repair stage: the document keeps the new text.
  void replace_text(NodeId text_node, std::string text);
  void replace_attribute(NodeId element, std::string_view name, std::string value);

  // Some limit cut the page ("more than 2000000 nodes"); empty when it is whole.
  [[nodiscard]] const std::string& truncated() const { return truncated_; }

 private:
  friend class Builder;
  struct Storage;  // the arena and the replaced texts
  std::vector<Node> nodes_;
  std::vector<Attribute> attributes_;
  std::unique_ptr<Storage> storage_;
  std::string truncated_;
};

// Total: any bytes give a document (ill-formed UTF-8 reads as U+FFFD). Linear in the text but for what the
// HTML standard itself makes quadratic, which the limits bound.
[[nodiscard]] Document parse(std::string_view html, const ParseLimits& limits = {});
[[nodiscard]] Document parse_owned(std::string html, const ParseLimits& limits = {});  // saves a copy of a large page

[[nodiscard]] Tag tag_for(std::string_view name);
[[nodiscard]] bool is_block(Tag tag);    // begins a new line for a reader
[[nodiscard]] bool is_heading(Tag tag);  // h1..h6
[[nodiscard]] bool is_void(Tag tag);

// For tests and people: an indented line a node.
[[nodiscard]] std::string dump(const Document& document);

// What to_html writes otherwise than it stands in the document. Texts are HTML, by node.
struct HtmlEdits {
  enum class Write { all, content, nothing };  // the element with what is in it, only that, or neither

  std::unordered_map<NodeId, std::string> attributes;  // added to the start tag
  std::unordered_map<NodeId, std::string> before, behind, inside;  // around the node; right behind its start tag
  std::function<Write(NodeId)> write;                              // empty: all
  std::function<bool(NodeId, const Attribute&)> keeps;             // whether an attribute stays; empty: all do
};

// HTML again, for tests and people.
[[nodiscard]] std::string to_html(const Document& document, const HtmlEdits& edits = {});

}  // namespace winnow::parse
