#include "base/utf8.h"
#include "sites/writers.h"

namespace winnow::sites {
namespace {

// Now and then the words before the first comma are a link or stand out; nothing of the text changes.
std::string inline_markup(const Context& site, const Story& story, const std::string& text, std::size_t number) {
  Dice dice = site.dice.fork("inline").fork(story.id + "/" + std::to_string(number));
  std::size_t comma = text.npos;
  for (const std::string_view mark : {", ", "，", "、", "،"}) comma = std::min(comma, text.find(mark));
  if (comma == text.npos || comma < 4 || !dice.chance(30) || site.layout.has("plain_text")) return escaped(text);
  const std::string first = escaped(text.substr(0, comma)), rest = escaped(text.substr(comma));
  if (dice.chance(50) && !story.tags.empty() && site.has_other("tag")) {
    for (const Named& tag : site.content.tags) {
      if (tag.name == story.tags[0]) {
        return "<a href=\"" + escaped(site.link(site.tag_path(tag))) + "\">" + first + "</a>" + rest;
      }
    }
  }
  return dice.chance(50) ? "<strong>" + first + "</strong>" + rest : "<em>" + first + "</em>" + rest;
}

std::string with_drop_cap(const std::string& text) {
  std::size_t at = 0;
  static_cast<void>(utf8::next(text, at));
  return "<span class=\"drop-cap\">" + escaped(text.substr(0, at)) + "</span>" + escaped(text.substr(at));
}

// As old systems write it: bare text, lines parted by <br>.
std::string bare_line(const Context& site, const Line& line, const std::string& html) {
  const std::string br = site.layout.markup.upper       ? "<BR><BR>\n"
                         : site.layout.has("single_br") ? "<br>\n"
                                                        : "<br /><br />\n";
  const std::string indent = site.layout.language == "zh-Hans" || site.layout.language == "ja" ? "　　" : "";
  if (line.role == Line::Role::heading) return "<b>" + html + "</b>" + br;
  return indent + html + br;
}

std::string_view slot_of(Line::Role role) {
  switch (role) {
    case Line::Role::heading:
      return "heading";
    case Line::Role::quote:
      return "quote";
    case Line::Role::bullet:
      return "bullet";
    case Line::Role::entry_time:
      return "entry_time";
    case Line::Role::paragraph:
      break;
  }
  return "paragraph";
}

constexpr std::size_t kAtTheEnd = 99;  // of Insert::after

class BodyWriter {
 public:
  BodyWriter(const Context& site, const Story& story, Truth& truth) : site_(site), story_(story), truth_(truth) {}

  std::string written(std::size_t from, std::size_t to) {
    out_ = open("body");
    for (std::size_t i = from; i < to; ++i) {
      chunk(i - from);
      insert(i - from);
      line(i);
    }
    close_groups();
    if (chunk_) out_ += close("chunk");
    insert(kAtTheEnd);
    return out_ + close("body");
  }

 private:
  std::string open(std::string_view slot) const { return site_.layout.box(slot).open(site_.layout.markup); }
  std::string close(std::string_view slot) const { return site_.layout.box(slot).close(site_.layout.markup) + "\n"; }

  // What stands before the line of that number; where the body is split, outside of its element.
  void insert(std::size_t number) {
    for (const Insert& insert : site_.layout.inserts) {
      if (insert.after != number) continue;
      close_groups();
      const std::string html = block(site_, story_, insert.slot, truth_);
      const bool split = site_.layout.has("split_body") && number != kAtTheEnd;
      out_ += split ? close("body") + html + open("body") : html;
    }
  }

  // Some templates put every three lines into an element of their own.
  void chunk(std::size_t number) {
    if (!site_.layout.has("chunked") || number % 3 != 0) return;
    close_groups();
    if (chunk_) out_ += close("chunk");
    out_ += open("chunk");
    chunk_ = true;
  }

  void line(std::size_t number) {
    const Line& line = story_.lines[number];
    const bool bullet = line.role == Line::Role::bullet;
    if (bullets_ && !bullet) close_bullets();
    if (line.role == Line::Role::entry_time) {
      close_groups();
      out_ += open("entry");
      entry_ = true;
    }
    if (bullet && !bullets_) out_ += open("bullets");
    bullets_ = bullet;
    const bool first = number == 0 && line.role == Line::Role::paragraph && site_.layout.has("drop_cap");
    const std::string html = first ? with_drop_cap(line.text) : inline_markup(site_, story_, line.text, number);
    const bool bare = site_.layout.has("br") && line.role != Line::Role::entry_time && !bullet;
    out_ += bare ? bare_line(site_, line, html) : boxed(site_, slot_of(line.role), html);
  }

  void close_bullets() {
    if (bullets_) out_ += close("bullets");
    bullets_ = false;
  }
  void close_groups() {
    close_bullets();
    if (entry_) out_ += close("entry");
    entry_ = false;
  }

  const Context& site_;
  const Story& story_;
  Truth& truth_;
  std::string out_;
  bool bullets_ = false, entry_ = false, chunk_ = false;
};

}  // namespace

std::string body_of(const Context& site, const Story& story, std::size_t from, std::size_t to, Truth& truth) {
  return BodyWriter(site, story, truth).written(from, to);
}

}  // namespace winnow::sites
