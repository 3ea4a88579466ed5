#include "extract/lines.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"
#include "extract/element_words.h"

namespace winnow::extract {
namespace {

using parse::Document;
using parse::kNone;
using parse::Node;
using parse::NodeId;
using parse::Tag;

constexpr double kCjkSize = 2.5;  // a Han, kana or hangul character says about as much as so many Latin letters

constexpr NodeId kCaptionNodes = 60;

constexpr bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c < 0x3000) || (c >= 0x3040 && c < 0xA000) || (c >= 0xAC00 && c < 0xD7B0) ||
         (c >= 0xF900 && c < 0xFB00) || (c >= 0x20000 && c < 0x32000);
}

constexpr bool is_blank(char32_t c) {
  return c <= 0x20 || c == 0xA0 || c == 0x3000 || c == 0xFEFF || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 ||
         c == 0x2029;
}

constexpr bool is_in(std::u32string_view set, char32_t c) { return set.find(c) != std::u32string_view::npos; }
constexpr bool is_stop(char32_t c) { return is_in(U".!?。！？…؟۔।｡", c); }
constexpr bool is_pause(char32_t c) { return is_in(U",，、;；،؛", c); }
constexpr bool is_closing(char32_t c) { return is_in(U"\"'”’»)）」』】]>›“", c); }

enum class Mark : std::uint8_t { none, stop, pause, closing };

constexpr Mark mark_of(char32_t c) {
  if (is_stop(c)) return Mark::stop;
  if (is_pause(c)) return Mark::pause;
  return is_closing(c) ? Mark::closing : Mark::none;
}

constexpr auto kAsciiMarks = [] {
  std::array<Mark, 0x80> marks{};
  for (char32_t c = 0; c < marks.size(); ++c) marks[c] = mark_of(c);
  return marks;
}();

// What the open elements say of the text inside them.
struct Context {
  NodeId end = kNone;
  NodeId block = kNone, group = kNone, cell = kNone, row = kNone;
  Role role = Role::paragraph;
  int level = 0;
};

class LineCutter {
 public:
  LineCutter(const Document& document, const std::vector<bool>& skip, const std::vector<std::uint32_t>& words)
      : document_(document), skip_(skip), words_(words) {}

  std::vector<Line> run() && {
    open_.push_back({.end = document_.size(), .block = Document::root()});
    for (NodeId id = 1; id < document_.size(); ++id) {
      while (open_.back().end <= id) close();
      if (skip_[id]) {
        id = document_[id].end - 1;
      } else {
        take(id);
      }
    }
    while (open_.size() > 1) close();
    flush();
    return std::move(lines_);
  }

 private:
  void take(NodeId id) {
    const Node& node = document_[id];
    if (node.tag == Tag::text) return text(id);
    if (node.tag == Tag::br) return line_break();
    if (is_picture(node.tag)) return image(id);
    if (node.tag == Tag::a && document_.has_attribute(id, "href")) link_end_ = std::max(link_end_, node.end);
    if (is_emphasis(node.tag)) emphasis_end_ = std::max(emphasis_end_, node.end);
    // A caption is often a <span> beside its image.
    if (parse::is_block(node.tag) || is_called_caption(id)) return open(id);
  }

  static bool is_picture(Tag tag) {
    return tag == Tag::img || tag == Tag::amp_img || tag == Tag::iframe || tag == Tag::video || tag == Tag::audio;
  }

  // A box with many parts is more than a caption, whatever its name.
  bool is_called_caption(NodeId id) const {
    return (words_[id] & kCaptionWord) != 0 && document_[id].end - id <= kCaptionNodes;
  }

  static bool is_emphasis(Tag tag) {
    return tag == Tag::b || tag == Tag::strong || tag == Tag::i || tag == Tag::em || tag == Tag::small;
  }

  void open(NodeId id) {
    flush();
    Context next = open_.back();
    next.end = document_[id].end;
    next.block = id;
    describe(next, id);
    open_.push_back(next);
    breaks_ = 0;
  }

  void describe(Context& c, NodeId id) const {
    const Node& node = document_[id];
    if (c.role == Role::caption || c.role == Role::embed || c.role == Role::code) return;
    if (node.tag == Tag::figcaption || is_called_caption(id)) {
      c.role = Role::caption;
      return;
    }
    if (node.tag == Tag::blockquote && (words_[id] & kEmbedWord) != 0) return group(c, Role::embed, id);
    if (node.tag == Tag::figure) c.group = id;
    if (node.tag == Tag::blockquote) group(c, Role::quote, id);
    if (node.tag == Tag::pre) group(c, Role::code, id);
    if (parse::is_heading(node.tag)) {
      c.role = Role::heading;
      c.level = 1 + static_cast<int>(node.tag) - static_cast<int>(Tag::h1);
    }
    describe_list_or_table(c, id);
  }

  static void group(Context& c, Role role, NodeId id) {
    c.role = role;
    c.group = id;
  }

  void describe_list_or_table(Context& c, NodeId id) const {
    switch (document_[id].tag) {
      case Tag::ul:
      case Tag::ol:
      case Tag::dl:
        if (c.role != Role::item) group(c, Role::item, id);  // a list in a list is part of it
        return;
      case Tag::li:
      case Tag::dt:
      case Tag::dd:
        if (c.role == Role::item) c.cell = id;
        return;
      case Tag::table:
        return group(c, Role::cell, id);
      case Tag::caption:
        c.role = Role::caption;
        return;
      case Tag::tr:
        c.row = id;
        return;
      case Tag::td:
      case Tag::th:
        c.cell = id;
        return;
      default:
        return;
    }
  }

  void close() {
    flush();
    open_.pop_back();
    breaks_ = 0;
  }

  void line_break() {
    if (open_.back().role == Role::code) {
      if (line_.first != kNone) put(U'\n');
      return;
    }
    flush();
    ++breaks_;
  }

  void image(NodeId id) {
    Line line;
    line.role = Role::image;
    line.first = line.block = id;
    line.group = open_.back().group;
    images_.push_back(std::move(line));
    if (line_.first == kNone) flush_images();
  }

  void text(NodeId id) {
    const std::string_view text = document_[id].text;
    const bool keep_space = open_.back().role == Role::code;
    const bool in_link = id < link_end_, plain = id >= emphasis_end_;
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t word = at;
      while (at < text.size() && text[at] > ' ') ++at;  // a char beyond ASCII is below zero
      if (at > word) {
        ascii_word(id, text.substr(word, at - word), in_link, plain);
        continue;
      }
      const char32_t c = utf8::next(text, at);
      if (is_blank(c) && !keep_space) {
        space_ = true;
        continue;
      }
      if (line_.first == kNone) begin(id);
      if (space_ && !line_.text.empty()) put(U' ');
      space_ = false;
      put(c);
      count(c, in_link, plain);
    }
  }

  // The same as for any characters, for the many that are one byte each.
  void ascii_word(NodeId id, std::string_view word, bool in_link, bool plain) {
    if (line_.first == kNone) begin(id);
    if (space_ && !line_.text.empty()) line_.text += ' ';
    space_ = false;
    line_.text += word;
    (in_link ? line_.link_size : line_.size) += static_cast<double>(word.size());
    if (plain) line_.emphasised = false;
    for (const char c : word) {
      const Mark mark = kAsciiMarks[static_cast<unsigned char>(c)];
      if (mark == Mark::closing) continue;
      line_.ends_sentence = mark == Mark::stop;
      if (mark == Mark::pause) ++line_.pauses;
    }
  }

  void begin(NodeId id) {
    const Context& c = open_.back();
    line_.first = id;
    line_.block = c.block;
    line_.group = c.group;
    line_.cell = c.cell;
    line_.row = c.row;
    line_.role = c.role;
    line_.level = c.level;
    line_.soft = breaks_ == 1;
    line_.emphasised = true;
    breaks_ = 0;
    space_ = false;
  }

  void put(char32_t c) { utf8::append(line_.text, c); }

  void count(char32_t c, bool in_link, bool plain) {
    const double size = is_cjk(c) ? kCjkSize : 1;
    (in_link ? line_.link_size : line_.size) += size;
    if (plain && !is_blank(c)) line_.emphasised = false;
    const bool is_han = c >= 0x4E00 && c < 0xA000;
    const Mark mark = is_han ? Mark::none : mark_of(c);
    if (mark == Mark::pause) ++line_.pauses;
    if (mark == Mark::stop) {
      line_.ends_sentence = true;
    } else if (mark != Mark::closing && !is_blank(c)) {
      line_.ends_sentence = false;
    }
  }

  void flush() {
    if (line_.first != kNone) {
      while (line_.role == Role::code && !line_.text.empty() && line_.text.back() == '\n') line_.text.pop_back();
      lines_.push_back(std::move(line_));
    }
    line_ = Line{};
    space_ = false;
    flush_images();
  }

  // Behind the line that they stand in, so that no image cuts a sentence.
  void flush_images() {
    std::move(images_.begin(), images_.end(), std::back_inserter(lines_));
    images_.clear();
  }

  const Document& document_;
  const std::vector<bool>& skip_;
  const std::vector<std::uint32_t>& words_;
  std::vector<Context> open_;
  std::vector<Line> lines_, images_;
  Line line_;
  NodeId link_end_ = 0, emphasis_end_ = 0;
  int breaks_ = 0;
  bool space_ = false;
};

}  // namespace

std::vector<Line> cut_lines(const Document& document, const std::vector<bool>& skip,
                            const std::vector<std::uint32_t>& words) {
  return LineCutter(document, skip, words).run();
}

std::span<const Line> lines_in(const std::vector<Line>& lines, const Document& document, NodeId element) {
  const auto before = [](const Line& line, NodeId id) { return line.first < id; };
  const auto begin = std::lower_bound(lines.begin(), lines.end(), element, before);
  const auto end = std::lower_bound(begin, lines.end(), document[element].end, before);
  return {begin, end};
}

}  // namespace winnow::extract
