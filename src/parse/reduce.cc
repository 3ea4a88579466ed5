#include "parse/reduce.h"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.h"
#include "parse/nesting.h"
#include "parse/references.h"

namespace winnow::parse {
namespace {

constexpr std::size_t kPerPlane = 0xFFFE;  // the last two of a plane are no characters
constexpr std::size_t kMostRuns = 2 * kPerPlane;

constexpr bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

void append_stand_in(std::string& out, std::size_t number) {
  const auto c = static_cast<std::uint32_t>(number < kPerPlane ? 0xF0000 + number : 0x100000 + number - kPerPlane);
  const char bytes[kStandInSize] = {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
                                    static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
  out.append(bytes, kStandInSize);
}

// 13.2.6.1, "adjust foreign attributes": these lose their prefix.
std::string_view without_prefix(std::string_view name) {
  constexpr std::string_view kAdjusted[] = {"xlink:actuate", "xlink:arcrole", "xlink:href", "xlink:role",
                                            "xlink:show",    "xlink:title",   "xlink:type", "xml:base",
                                            "xml:lang",      "xml:space",     "xmlns:xlink"};
  if (name.find(':') == std::string_view::npos) return name;
  const bool adjusted = std::find(std::begin(kAdjusted), std::end(kAdjusted), name) != std::end(kAdjusted);
  return adjusted ? name.substr(name.find(':') + 1) : name;
}

// A value that Gumbo may have to understand, such as "hidden"; and as cheap as a character that stands for it.
bool is_plain_word(std::string_view value) {
  const auto is_small = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return value.size() <= 8 && std::all_of(value.begin(), value.end(), is_small);
}

class Reducer : public MarkupSink {
 public:
  Reducer(std::size_t size, Arena& arena) : arena_(arena) { out_.html.reserve(size / 4); }

  Reduced take() && { return std::move(out_); }

  void start_tag(const Markup& tag, const ElementKind& kind, bool foreign) override {
    if (!tag.whole) return;
    in_pre_ = in_pre_ || kind.name == kPre || kind.name == kListing;
    const std::size_t at = out_.html.size();
    out_.html += '<';
    out_.html += tag.name;
    if (!tag.attributes.empty()) {
      if (shapes_tree(kind) || !put_aside(tag, at, foreign)) write_attributes(tag);
    }
    out_.html += tag.self_closing && foreign ? "/>" : ">";
  }

  void end_tag(const Markup& tag) override {
    if (!tag.whole) return;
    out_.html += "</";
    out_.html += tag.name;
    out_.html += '>';
  }

  void text(std::string_view text) override { pieces(text, in_pre_ ? Space::kept : Space::collapsed); }

  void raw_text(std::string_view text, bool references) override {
    if (references) return pieces(text, Space::kept);
    if (out_.runs.size() < kMostRuns) return stand_in(text);
    out_.html += text;
  }

  // Empty, but there: it keeps the texts around it apart.
  void comment(std::string_view text) override {
    if (text == "</>") return;  // 13.2.5.7: nothing
    out_.html += text == "</" ? text : "<!>";
  }

  void doctype(std::string_view text) override { out_.html += text; }

 private:
  enum class Space { kept, collapsed, text };  // at the start of a run: as it is, one of it, as any other text

  // Elements of which Gumbo compares, merges or asks for attributes: <html> and <body> that come twice, formatting
  // elements that are opened again (an <a> never stands in another), <input type=hidden> in a table.
  static bool shapes_tree(const ElementKind& kind) {
    if ((kind.is & kFormatting) != 0) return kind.name != kAnchor;
    return (kind.is & kRoot) != 0 || kind.name == kInput || kind.name == kIsindex;
  }

  // False where a value can't be resolved here.
  bool put_aside(const Markup& tag, std::size_t at, bool foreign) {
    const std::size_t first = out_.attributes.size();
    for (const RawAttribute& raw : tag.attributes) {
      const std::optional<std::string_view> value = resolve_attribute(raw.value, arena_);
      if (!value) {
        out_.attributes.resize(first);
        return false;
      }
      const std::string_view name = lower_case(raw.name);
      if (!is_listed(name, first)) out_.attributes.push_back({foreign ? without_prefix(name) : name, *value});
    }
    out_.tags.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(first),
                         static_cast<std::uint16_t>(out_.attributes.size() - first)});
    return true;
  }

  // 13.2.5.33: of two attributes with one name the first counts.
  [[nodiscard]] bool is_listed(std::string_view name, std::size_t first) const {
    return std::any_of(out_.attributes.begin() + static_cast<std::ptrdiff_t>(first), out_.attributes.end(),
                       [name](const Attribute& a) { return a.name == name; });
  }

  std::string_view lower_case(std::string_view name) {
    if (std::none_of(name.begin(), name.end(), is_upper)) return name;
    std::string copy(name);
    for (char& c : copy) c = is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
    return arena_.keep(copy);
  }

  // Equal values get one number, so that Gumbo still sees which elements are equal.
  void write_attributes(const Markup& tag) {
    for (const RawAttribute& raw : tag.attributes) {
      out_.html += ' ';
      out_.html += raw.name;
      out_.html += "=\"";
      if (is_plain_word(raw.value)) {
        (out_.html += raw.value) += '"';
        continue;
      }
      const auto [known, is_new] = values_.try_emplace(raw.value, out_.html.size());
      if (is_new) {
        pieces(raw.value, Space::text);
        value_sizes_[raw.value] = out_.html.size() - known->second;
      } else {
        out_.html += std::string(out_.html, known->second, value_sizes_[raw.value]);
      }
      out_.html += '"';
    }
  }

  // Runs between references, which Gumbo reads.
  void pieces(std::string_view text, Space space) {
    while (!text.empty()) {
      const std::size_t amp = std::min(text.find('&'), text.size());
      run(text.substr(0, amp), space);
      text.remove_prefix(amp);
      if (text.empty()) return;
      if (space == Space::collapsed) space = Space::kept;
      const std::size_t size = reference_size(text);
      reference(text.substr(0, size));
      text.remove_prefix(size);
    }
  }

  void reference(std::string_view text) {
    if (const char32_t c = private_use_reference(text); c != 0) return stand_in(arena_.keep(utf8::of(c)));
    out_.html += text;
  }

  // White space is seen by Gumbo: much depends on whether a text has anything else.
  void run(std::string_view text, Space space) {
    std::size_t begin = 0;
    while (space != Space::text && begin < text.size() && is_space(text[begin])) ++begin;
    if (begin > 0) out_.html += space == Space::kept ? text.substr(0, begin) : text.substr(begin - 1, 1);
    if (begin < text.size()) stand_in(text.substr(begin));
  }

  void stand_in(std::string_view text) {
    if (out_.runs.size() >= kMostRuns) return written_out(text);
    append_stand_in(out_.html, out_.runs.size());
    out_.runs.push_back(text);
  }

  // Where no more characters are left to stand for texts.
  void written_out(std::string_view text) {
    for (const char c : text) {
      if (c == '"') {
        out_.html += "&quot;";  // it may stand in an attribute
      } else {
        out_.html += c;
      }
    }
  }

  Reduced out_;
  Arena& arena_;
  std::unordered_map<std::string_view, std::size_t> values_;       // where an attribute's value was written first
  std::unordered_map<std::string_view, std::size_t> value_sizes_;  // and how long it is there
  bool in_pre_ = false;  // or behind one: what ends it is the parser's business
};

class Copier : public MarkupSink {
 public:
  explicit Copier(std::string_view html) : html_(html) {}

  std::string take() && { return std::move(out_); }

  void start_tag(const Markup& tag, const ElementKind& kind, bool foreign) override {
    static_cast<void>(kind);
    static_cast<void>(foreign);
    copy(tag);
  }
  void end_tag(const Markup& tag) override { copy(tag); }
  void text(std::string_view text) override { out_ += text; }
  void raw_text(std::string_view text, bool references) override {
    static_cast<void>(references);
    out_ += text;
  }
  void comment(std::string_view text) override { out_ += text; }
  void doctype(std::string_view text) override { out_ += text; }

 private:
  void copy(const Markup& tag) {
    const std::size_t extra = tag.extra_begin < tag.extra_end ? tag.extra_begin : tag.end;
    out_ += html_.substr(tag.begin, extra - tag.begin);
    if (extra != tag.end) out_ += html_.substr(tag.extra_end, tag.end - tag.extra_end);
  }

  std::string_view html_;
  std::string out_;
};

// Those for which Gumbo reads U+FFFD, unlike the standard (13.2.3.5 calls them errors and keeps them).
constexpr bool is_lost(char32_t c) {
  if (c < 0xA0) return c == 0xB || c >= 0x7F || (c < 0x20 && c != '\t' && c != '\n' && c != '\f' && c != '\r');
  return (c >= 0xFDD0 && c < 0xFDF0) || (c & 0xFFFE) == 0xFFFE;
}

// Leaves `out` empty where there are none. What a reference makes of a character that stands for runs is one of them.
void hide_lost(std::string_view html, Arena& arena, Reduced& out) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < html.size() && out.runs.size() < kMostRuns;) {
    const std::size_t begin = at;
    const char32_t c = utf8::next(html, at);
    std::string_view run = is_lost(c) ? html.substr(begin, at - begin) : std::string_view();
    if (c == '&') {
      const std::string_view reference = html.substr(begin, reference_size(html.substr(begin)));
      const char32_t meant = private_use_reference(reference);
      if (meant == 0) continue;
      run = arena.keep(utf8::of(meant));
      at = begin + reference.size();
    }
    if (run.empty()) continue;
    out.html += html.substr(copied, begin - copied);
    append_stand_in(out.html, out.runs.size());
    out.runs.push_back(run);
    copied = at;
  }
  if (copied != 0) out.html += html.substr(copied);
}

}  // namespace

bool is_reducible(std::string_view html) {
  if (html.find('\0') != html.npos || !utf8::valid(html)) return false;
  for (std::size_t at = html.find('\xF3'); at != html.npos; at = html.find('\xF3', at + 1)) {
    if (at + 1 < html.size() && static_cast<unsigned char>(html[at + 1]) >= 0xB0) return false;
  }
  return html.find('\xF4') == html.npos;
}

Reduced reduce(std::string_view html, const ParseLimits& limits, Arena& arena) {
  Reducer reducer(html.size(), arena);
  std::string truncated = bound_nesting(html, limits, reducer);
  Reduced reduced = std::move(reducer).take();
  reduced.truncated = std::move(truncated);
  return reduced;
}

Reduced copy_bounded(std::string_view html, const ParseLimits& limits, bool reducible, Arena& arena) {
  Reduced copied;
  if (reducible) hide_lost(html, arena, copied);
  const std::string_view shown = copied.html.empty() ? html : copied.html;
  Copier copier(shown);
  copied.truncated = bound_nesting(shown, limits, copier);
  copied.html = std::move(copier).take();
  return copied;
}

std::size_t stand_in_number(const char* at) {
  const auto bits = [at](int i) { return static_cast<std::size_t>(static_cast<unsigned char>(at[i]) & 0x3F); };
  const std::size_t c = (static_cast<std::size_t>(static_cast<unsigned char>(at[0]) & 0x07) << 18) | bits(1) << 12 |
                        bits(2) << 6 | bits(3);
  return c < 0x100000 ? c - 0xF0000 : c - 0x100000 + kPerPlane;
}

}  // namespace winnow::parse
