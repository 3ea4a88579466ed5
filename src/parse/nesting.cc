#include "parse/nesting.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "parse/element_kinds.h"
#include "parse/markup_scanner.h"

namespace winnow::parse {
namespace {

constexpr std::size_t kMostAttributes = 512;
constexpr std::size_t kMostFormatting = 32;
constexpr std::size_t kDeep = 100;
constexpr std::size_t kMostRoots = 16;  // <html> and <body> tags: each merges its attributes into the first

// The stack of open elements and the list of active formatting elements (HTML 13.2.4.2, 13.2.4.3), as far as
// depth depends on them. Where the standard is intricate this errs on the side of deeper.
class OpenElements {
 public:
  [[nodiscard]] std::size_t depth() const { return stack_.size(); }
  [[nodiscard]] std::size_t formatting() const { return formatting_.size(); }
  [[nodiscard]] bool foreign() const { return !stack_.empty() && stack_.back().foreign; }
  [[nodiscard]] bool in_select() const { return open_selects_ > 0; }

  void open(const ElementKind& kind, bool self_closing);
  void close(const ElementKind& kind);
  // What a start tag closes by itself.
  void make_room(const ElementKind& kind);
  [[nodiscard]] bool takes_cell() const;
  // Whether an end tag can change anything.
  [[nodiscard]] bool may_matter(const ElementKind& kind) const;

 private:
  struct Open {
    std::uint64_t name;
    std::uint32_t is;
    bool foreign;
    std::size_t formatting;  // length of the list when a cell opened (the standard's marker)
  };

  void pop_to(std::size_t size);
  [[nodiscard]] std::size_t find(std::uint64_t name, std::uint32_t barrier) const;  // index + 1; 0: not in scope
  void close_formatting(std::uint64_t name);
  void close_cell();
  void close_item(std::uint32_t like);

  std::vector<Open> stack_;
  std::vector<std::uint64_t> formatting_;
  std::size_t open_paragraphs_ = 0, open_selects_ = 0;
};

void OpenElements::pop_to(std::size_t size) {
  for (; stack_.size() > size; stack_.pop_back()) {
    const Open& top = stack_.back();
    if (top.name == kParagraph) --open_paragraphs_;
    if (top.name == kSelect) --open_selects_;
    if ((top.is & kCell) != 0) formatting_.resize(std::min(formatting_.size(), top.formatting));
  }
}

std::size_t OpenElements::find(std::uint64_t name, std::uint32_t barrier) const {
  for (std::size_t k = stack_.size(); k > 0; --k) {
    if (stack_[k - 1].name == name) return k;
    if ((stack_[k - 1].is & barrier) != 0) return 0;
  }
  return 0;
}

bool OpenElements::takes_cell() const {
  const auto at = std::find_if(stack_.rbegin(), stack_.rend(), [](const Open& e) { return (e.is & kScope) != 0; });
  return at != stack_.rend() && (at->name == kTable || (at->is & kCell) != 0);
}

void OpenElements::close_cell() {
  for (std::size_t k = stack_.size(); k > 0 && stack_[k - 1].name != kTable; --k) {
    if ((stack_[k - 1].is & kCell) != 0) return pop_to(k - 1);
    if ((stack_[k - 1].is & kScope) != 0) return;
  }
}

void OpenElements::make_room(const ElementKind& kind) {
  if (foreign() && (kind.is & kBreaksOut) != 0) {
    while (foreign()) pop_to(stack_.size() - 1);
  }
  if ((kind.is & kTableRow) != 0 && takes_cell()) close_cell();
  if (kind.name == kTable) {
    const auto at = std::find_if(stack_.rbegin(), stack_.rend(), [](const Open& e) { return (e.is & kScope) != 0; });
    if (at != stack_.rend() && at->name == kTable) pop_to(static_cast<std::size_t>(stack_.rend() - at) - 1);
  }
  if ((kind.is & kClosesSelect) != 0 && in_select()) close({kSelect, 0});
  if ((kind.is & kClosesParagraph) != 0 && open_paragraphs_ > 0) {
    if (const std::size_t at = find(kParagraph, kScope | kButton); at != 0) pop_to(at - 1);
  }
  if ((kind.is & kItem) != 0) close_item(kind.is & kItem);
  if (kind.name == kAnchor) close_formatting(kAnchor);
}

// 13.2.6.4.7, "li" and "dd", "dt": the nearest of its like ends, unless a special element stands between.
void OpenElements::close_item(std::uint32_t like) {
  for (std::size_t k = stack_.size(); k > 0; --k) {
    const std::uint32_t is = stack_[k - 1].is;
    if ((is & like) != 0) return pop_to(k - 1);
    if ((is & kSpecial) != 0 && (is & kBetweenItems) == 0) return;
  }
}

bool OpenElements::may_matter(const ElementKind& kind) const {
  if ((kind.is & (kLevel | kRoot)) != 0 || kind.name == kParagraph) return true;
  const auto listed = std::find(formatting_.begin(), formatting_.end(), kind.name);
  if (listed != formatting_.end()) return true;
  return std::any_of(stack_.begin(), stack_.end(), [&kind](const Open& e) {
    return e.name == kind.name || (kind.is & e.is & kHeading) != 0 || ((kind.is & kTableRow) != 0 && e.name == kTable);
  });
}

void OpenElements::open(const ElementKind& kind, bool self_closing) {
  if (self_closing && (foreign() || (kind.is & kForeignRoot) != 0)) return;
  stack_.push_back({kind.name, kind.is, foreign() || (kind.is & kForeignRoot) != 0, formatting_.size()});
  if (kind.name == kParagraph) ++open_paragraphs_;
  if (kind.name == kSelect) ++open_selects_;
  if ((kind.is & kFormatting) != 0) formatting_.push_back(kind.name);
}

// The adoption agency (13.2.6.4.7) takes the element out and leaves open what stands above it.
void OpenElements::close_formatting(std::uint64_t name) {
  const auto listed = std::find(formatting_.rbegin(), formatting_.rend(), name);
  if (listed != formatting_.rend()) formatting_.erase(std::next(listed).base());
  if (const std::size_t at = find(name, kScope); at != 0)
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at) - 1);
}

void OpenElements::close(const ElementKind& kind) {
  if ((kind.is & kFormatting) != 0) return close_formatting(kind.name);
  if ((kind.is & kTableRow) != 0) return close_cell();
  std::uint32_t barrier = (kind.is & kSpecial) != 0 ? kScope : kSpecial;
  if (kind.name == kTable) barrier = kTemplateLike;
  if (kind.name == kParagraph) barrier |= kButton;
  const std::size_t at = find(kind.name, barrier);
  if (at == 0) return;
  if (kind.name == kForm) {
    stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(at) - 1);  // 13.2.6.4.7: what it held stays open
  } else {
    pop_to(at - 1);
  }
}

class NestingBound {
 public:
  NestingBound(std::string_view html, const ParseLimits& limits, MarkupSink& sink)
      : html_(html), limits_(limits), scanner_(html, kMostAttributes), sink_(sink) {}

  std::string run() && {
    for (Markup m = scanner_.next(); m.kind != Markup::Kind::end; m = scanner_.next()) {
      take(m);
      if (nodes_ >= limits_.nodes) return "more than " + std::to_string(limits_.nodes) + " nodes";
    }
    if (left_out_ > 0) return std::to_string(left_out_) + " tags of elements that were nested too deep";
    if (too_many_) return "more than " + std::to_string(kMostAttributes) + " attributes of one element";
    return {};
  }

 private:
  void take(const Markup& m) {
    switch (m.kind) {
      case Markup::Kind::start_tag:
        return start_tag(m);
      case Markup::Kind::end_tag:
        return end_tag(m);
      case Markup::Kind::text:
        nodes_ += 1;
        return sink_.text(html_.substr(m.begin, m.end - m.begin));
      case Markup::Kind::comment:
        return sink_.comment(html_.substr(m.begin, m.end - m.begin));
      case Markup::Kind::doctype:
        return sink_.doctype(html_.substr(m.begin, m.end - m.begin));
      // Unwrapped, so that what it holds is seen here as Gumbo sees it, whatever it takes the context for.
      default:
        return;
    }
  }

  void start_tag(const Markup& m) {
    const ElementKind kind = element_kind(m.name);
    if (is_unwrapped(kind)) return;
    const bool ends_select = kind.name == kSelect && elements_.in_select();  // 13.2.6.4.16: it opens none
    elements_.make_room(kind);
    if ((kind.is & kRoot) != 0 && ++roots_ > kMostRoots) return;
    const bool raw =
        (kind.is & kRaw) != 0 && !elements_.foreign() && (!elements_.in_select() || (kind.is & kRawInSelect) != 0);
    const bool stray_cell = (kind.is & kCell) != 0 && !elements_.takes_cell();  // Gumbo ignores it
    const bool nests = !raw && !stray_cell && !ends_select && (kind.is & (kVoid | kRoot | kLevel)) == 0;
    if (nests && !may_open(kind)) {
      ++dropped_[kind.name];
      ++left_out_;
      return;
    }
    too_many_ = too_many_ || m.extra_begin < m.extra_end;
    nodes_ += 1 + elements_.formatting();  // each may be opened again here
    sink_.start_tag(m, kind, elements_.foreign() || (kind.is & kForeignRoot) != 0);
    if (raw) return raw_text(kind, m.name);
    if (nests) elements_.open(kind, m.self_closing);
  }

  [[nodiscard]] bool is_unwrapped(const ElementKind& kind) const {
    return (kind.is & kUnwrapped) != 0 || (kind.name == kTitle && elements_.foreign());
  }

  void raw_text(const ElementKind& kind, std::string_view name) {
    if (kind.name == kPlaintext) return sink_.raw_text(scanner_.skip_all(), false);
    const std::string_view text = scanner_.skip_raw_text(name);
    if (!text.empty()) sink_.raw_text(text, kind.name == kTitle || kind.name == kTextarea);
    if (const Markup end = scanner_.next(); end.kind == Markup::Kind::end_tag) sink_.end_tag(end);
  }

  [[nodiscard]] bool may_open(const ElementKind& kind) const {
    if (elements_.depth() >= limits_.depth) return false;
    return (kind.is & kFormatting) == 0 || elements_.formatting() < kMostFormatting;
  }

  void end_tag(const Markup& m) {
    const ElementKind kind = element_kind(m.name);
    if (is_unwrapped(kind)) return;
    if (elements_.depth() < limits_.depth / 2 && elements_.formatting() < kMostFormatting / 2) dropped_.clear();
    if (const auto at = dropped_.find(kind.name); at != dropped_.end()) {
      if (--at->second == 0) dropped_.erase(at);
      return;
    }
    // Gumbo searches all open elements for each end tag: deep down those without an element are left out.
    if (elements_.depth() > kDeep && !elements_.may_matter(kind)) return;
    nodes_ += kind.name == kParagraph ? 1 : 0;
    sink_.end_tag(m);
    elements_.close(kind);
  }

  std::string_view html_;
  ParseLimits limits_;
  MarkupScanner scanner_;
  MarkupSink& sink_;
  OpenElements elements_;
  std::unordered_map<std::uint64_t, std::size_t> dropped_;
  std::size_t nodes_ = 0, roots_ = 0;
  std::size_t left_out_ = 0;  // start tags
  bool too_many_ = false;     // attributes
};

}  // namespace

std::string bound_nesting(std::string_view html, const ParseLimits& limits, MarkupSink& sink) {
  return NestingBound(html, limits, sink).run();
}

}  // namespace winnow::parse
