#include <gumbo.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <functional>
#include <limits>

#include "parse/reduce.h"
#include "parse/storage.h"

namespace winnow::parse {
namespace {

constexpr std::string_view kSpaces = " \n\t\f";
constexpr std::size_t kMaxBytes = std::size_t{64} << 20;

void* gumbo_allocate(void* arena, std::size_t size) { return static_cast<Arena*>(arena)->allocate(size); }
void gumbo_release(void* arena, void* piece) { static_cast<Arena*>(arena)->release(piece); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

Tag known_tag(GumboTag tag) {
  static const auto kTags = [] {
    std::array<Tag, GUMBO_TAG_LAST> tags{};
    for (std::size_t i = 0; i < tags.size(); ++i) tags[i] = tag_for(gumbo_normalized_tagname(static_cast<GumboTag>(i)));
    return tags;
  }();
  return kTags[tag];
}

// In SVG and MathML only what our walks treat alike everywhere keeps its tag: <title> there is no page title.
Tag tag_of(const GumboElement& element, std::string_view name) {
  const Tag tag = element.tag < GUMBO_TAG_UNKNOWN ? known_tag(element.tag) : tag_for(name);
  if (element.tag_namespace == GUMBO_NAMESPACE_HTML) return tag;
  const bool shared = tag == Tag::svg || tag == Tag::math || tag == Tag::script || tag == Tag::style;
  return shared ? tag : Tag::other;
}

}  // namespace

class Builder {
 public:
  explicit Builder(const ParseLimits& limits) : limits_(limits) {}

  Document build(std::string html) && {
    if (html.size() > kMaxBytes) {
      html.resize(kMaxBytes);
      document_.truncated_ = "more than " + std::to_string(kMaxBytes) + " bytes";
    }
    const bool reducible = is_reducible(html);
    document_.storage_->page = std::move(html);
    if (reducible && limits_.reduce) {
      unify_newlines(document_.storage_->page);
      reduced_ = reduce(document_.storage_->page, limits_, document_.storage_->arena);
    } else {
      reduced_ = copy_bounded(document_.storage_->page, limits_, reducible, document_.storage_->arena);
    }
    if (!reduced_.truncated.empty()) document_.truncated_ = std::move(reduced_.truncated);
    document_.attributes_ = std::move(reduced_.attributes);
    read();
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

  // 13.2.3.5; of Gumbo's own reading nothing else changes a text.
  static void unify_newlines(std::string& html) {
    std::size_t to = html.find('\r');
    if (to == std::string::npos) return;
    for (std::size_t at = to; at < html.size(); ++at) {
      if (html[at] == '\r' && at + 1 < html.size() && html[at + 1] == '\n') continue;
      html[to++] = html[at] == '\r' ? '\n' : html[at];
    }
    html.resize(to);
  }

  void read() {
    Arena tree;  // Gumbo's: it goes with the output, which is never given to gumbo_destroy_output (that recurses)
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = gumbo_allocate;
    options.deallocator = gumbo_release;
    options.userdata = &tree;
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, reduced_.html.data(), reduced_.html.size());
    if (output != nullptr && output->document != nullptr) convert(output->document->v.document.children);
  }

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
    add({.tag = Tag::text, .parent = parent, .text = whole_text(node.v.text.text)});
  }

  // The text with its runs put in again.
  std::string_view whole_text(const char* text) {
    const std::size_t size = std::strlen(text);
    const char* first = std::find_if(text, text + size, opens_stand_in);
    if (first == text + size || reduced_.runs.empty()) return keep({text, size});
    if (first + kStandInSize == text + size) {
      const std::string_view run = reduced_.runs[stand_in_number(first)];
      if (first == text) return run;
      if (const std::string_view spaced = with_space_before(run); keeps(spaced, {text, first})) return spaced;
    }
    std::string whole(text, first);
    for (const char* at = first; at < text + size;) {
      if (opens_stand_in(*at)) {
        whole += reduced_.runs[stand_in_number(at)];
        at += kStandInSize;
      } else {
        whole += *at++;
      }
    }
    return document_.storage_->arena.keep(whole);
  }

  std::string_view keep(std::string_view text) {
    if (text.size() == 1) {
      if (const std::size_t at = kSpaces.find(text[0]); at != kSpaces.npos) return kSpaces.substr(at, 1);
    }
    return document_.storage_->arena.keep(text);
  }

  // The run with the white space before it in the page.
  [[nodiscard]] std::string_view with_space_before(std::string_view run) const {
    const std::string& page = document_.storage_->page;
    const std::less<> before;
    if (before(run.data(), page.data()) || !before(run.data(), page.data() + page.size())) return run;
    const auto end = static_cast<std::size_t>(run.data() - page.data());
    const std::size_t last = end == 0 ? page.npos : page.find_last_not_of(kSpaces, end - 1);
    const std::size_t begin = last == page.npos ? 0 : last + 1;
    return std::string_view(page).substr(begin, end - begin + run.size());
  }

  // Whether `spaced` begins with white space as Gumbo saw it: all of it, or its last character.
  static bool keeps(std::string_view spaced, std::string_view seen) {
    const std::size_t size = std::min(spaced.find_first_not_of(kSpaces), spaced.size());
    const std::string_view space = spaced.substr(0, size);
    return space == seen || (seen.size() == 1 && space.ends_with(seen));
  }

  NodeId add_element(const GumboElement& element, NodeId parent) {
    const std::string_view name = name_of(element);
    Node node{.tag = tag_of(element, name), .parent = parent, .text = name};
    if (!take_aside(element, node)) add_attributes(element.attributes, node);
    return add(node);
  }

  // The attributes that reduce() put aside for the tag. An element that was opened again has a copy of its own.
  bool take_aside(const GumboElement& element, Node& node) {
    const char* begin = reduced_.html.data();
    if (element.original_tag.data == nullptr || reduced_.tags.empty()) return false;
    const auto at = static_cast<std::uint32_t>(element.original_tag.data - begin);
    auto found = std::lower_bound(reduced_.tags.begin(), reduced_.tags.end(), at,
                                  [](const TagAttributes& tag, std::uint32_t place) { return tag.at < place; });
    if (found == reduced_.tags.end() || found->at != at) return false;
    node.attributes = found->first;
    node.attribute_count = found->count;
    return true;
  }

  void add_attributes(const GumboVector& attributes, Node& node) {
    node.attributes = static_cast<std::uint32_t>(document_.attributes_.size());
    constexpr unsigned kMost = std::numeric_limits<std::uint16_t>::max();
    node.attribute_count = static_cast<std::uint16_t>(std::min(attributes.length, kMost));
    for (unsigned k = 0; k < node.attribute_count; ++k) {
      const auto& attribute = *static_cast<const GumboAttribute*>(attributes.data[k]);
      document_.attributes_.push_back({lower_case(attribute.name), whole_text(attribute.value)});
    }
  }

  std::string_view name_of(const GumboElement& element) {
    if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
    GumboStringPiece name = element.original_tag;
    gumbo_tag_from_original_text(&name);
    return lower_case({name.data, name.length});
  }

  // Gumbo gives the names of SVG attributes and of unknown elements in the case of the standard or the page.
  std::string_view lower_case(std::string_view name) {
    std::string copy(name);
    for (char& c : copy) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return document_.storage_->arena.keep(copy);
  }

  ParseLimits limits_;
  Document document_;
  Reduced reduced_;
  std::vector<NodeId> last_child_;
};

Document parse(std::string_view html, const ParseLimits& limits) {
  return Builder(limits).build(std::string(html.substr(0, kMaxBytes + 1)));
}

Document parse_owned(std::string html, const ParseLimits& limits) { return Builder(limits).build(std::move(html)); }

}  // namespace winnow::parse
