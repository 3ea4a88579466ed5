#include <gumbo.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "parse/nesting.h"
#include "parse/storage.h"

namespace winnow::parse {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

void* gumbo_allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); }
void gumbo_release(void* arena, void* piece) { static_cast<Arena*>(arena)->release(piece); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

// In SVG and MathML only what our walks treat alike everywhere keeps its tag: <title> there is no page title.
Tag tag_of(const GumboElement& element, std::string_view name) {
  const Tag tag = tag_for(name);
  if (element.tag_namespace == GUMBO_NAMESPACE_HTML) return tag;
  const bool shared = tag == Tag::svg || tag == Tag::math || tag == Tag::script || tag == Tag::style;
  return shared ? tag : Tag::other;
}

}  // namespace

class Builder {
 public:
  explicit Builder(const ParseLimits& limits) : limits_(limits) {}

  Document build(std::string_view html, std::string truncated) && {
    document_.truncated_ = std::move(truncated);
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = gumbo_allocate;
    options.deallocator = gumbo_release;
    options.userdata = &document_.storage_->arena;
    options.max_errors = 0;
    // The output is never given to gumbo_destroy_output: it belongs to the arena.
    const GumboOutput* output = gumbo_parse_with_options(&options, html.data(), html.size());
    if (output != nullptr && output->document != nullptr) convert(output->document->v.document.children);
    return std::move(document_);
  }

 private:
  // An element whose children are being converted; `id` is the node of ours that gets them.
  struct Open {
    const GumboVector* children;
    unsigned next;
    NodeId id;
    NodeId own;  // its own node, which is another one below the last allowed level
  };

  void convert(const GumboVector& top) {
    last_child_.assign(1, kNone);
    std::vector<Open> open{{&top, 0, Document::root(), Document::root()}};
    while (!open.empty()) {
      Open& frame = open.back();
      if (frame.next == frame.children->length || full()) {
        finish(frame);
        open.pop_back();
        continue;
      }
      const auto& child = *static_cast<const GumboNode*>(frame.children->data[frame.next++]);
      if (!is_element(child)) {
        add_text(child, frame.id);
        continue;
      }
      const NodeId id = add_element(child.v.element, frame.id);
      const bool deepest = open.size() > limits_.depth;
      open.push_back({&child.v.element.children, 0, deepest ? frame.id : id, id});
    }
  }

  bool full() {
    if (document_.nodes_.size() < limits_.nodes) return false;
    if (document_.truncated_.empty()) document_.truncated_ = "more than " + std::to_string(limits_.nodes) + " nodes";
    return true;
  }

  void finish(const Open& frame) {
    Node& own = document_.nodes_[frame.own];
    // Below the last allowed level the children became siblings: they are no part of the element.
    own.end = frame.id == frame.own ? document_.size() : frame.own + 1;
  }

  NodeId add(Node node) {
    const NodeId id = document_.size();
    node.end = id + 1;
    NodeId& last = last_child_[node.parent];
    (last == kNone ? document_.nodes_[node.parent].first_child : document_.nodes_[last].next_sibling) = id;
    last = id;
    document_.nodes_.push_back(node);
    last_child_.push_back(kNone);
    return id;
  }

  void add_text(const GumboNode& node, NodeId parent) {
    if (node.type == GUMBO_NODE_COMMENT || node.v.text.text == nullptr) return;
    add({.tag = Tag::text, .parent = parent, .text = node.v.text.text});
  }

  NodeId add_element(const GumboElement& element, NodeId parent) {
    const std::string_view name = name_of(element);
    Node node{.tag = tag_of(element, name), .parent = parent, .text = name};
    node.attributes = static_cast<std::uint32_t>(document_.attributes_.size());
    constexpr unsigned kMost = std::numeric_limits<std::uint16_t>::max();
    node.attribute_count = static_cast<std::uint16_t>(std::min(element.attributes.length, kMost));
    for (unsigned k = 0; k < node.attribute_count; ++k) {
      const auto& attribute = *static_cast<const GumboAttribute*>(element.attributes.data[k]);
      document_.attributes_.push_back({lower_case(attribute.name), attribute.value});
    }
    return add(node);
  }

  std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return lower_case({name.data, name.length}, true);
  }

  // Gumbo gives the names of SVG attributes and of unknown elements in the case of the standard or the page.
  std::string_view lower_case(std::string_view name, bool always_copy = false) {
    const bool as_it_is = std::none_of(name.begin(), name.end(), is_upper);
    if (as_it_is && !always_copy) return name;
    std::string copy(name);
    for (char& c : copy) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return document_.storage_->arena.keep(copy);
  }

  ParseLimits limits_;
  Document document_;
  std::vector<NodeId> last_child_;
};

Document parse(std::string_view html, const ParseLimits& limits) {
  const Bounded bounded = bound_nesting(html.substr(0, kMaxBytes), limits);
  const std::string_view safe = bounded.changed ? std::string_view(bounded.html) : html.substr(0, kMaxBytes);
  std::string truncated = bounded.truncated;
  if (html.size() > kMaxBytes) truncated = "more than " + std::to_string(kMaxBytes) + " bytes";
  return Builder(limits).build(safe, std::move(truncated));
}

}  // namespace winnow::parse
