// The page cut into lines as a reader sees them: a line ends at a block's border and at <br>. Each knows its
// place in the tree and what it is made of; whether it belongs to the article is decided elsewhere. Pure.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "parse/document.h"

namespace winnow::extract {

// `image` is anything shown that has no text: an image, a film, a frame of another page.
enum class Role : std::uint8_t { paragraph, heading, item, quote, code, cell, caption, embed, image };

struct Line {
  Role role = Role::paragraph;
  int level = 0;      // heading
  bool soft = false;  // one <br> alone parts it from the line before
  bool ends_sentence = false;
  bool emphasised = false;             // all of it bold, italic or small
  parse::NodeId first = parse::kNone;  // its first text node (or the <img>); lines are in this order
  parse::NodeId block = parse::kNone;  // the nearest block element around it
  parse::NodeId group = parse::kNone;  // list, table, quote, <pre>, figure or embed
  parse::NodeId cell = parse::kNone;   // the li, dt, dd or td around it
  parse::NodeId row = parse::kNone;
  std::string text;      // white space collapsed, but for code
  double size = 0;       // characters, a CJK one counts more; without those in links
  double link_size = 0;  // the same of those in links
  int pauses = 0;        // commas and their like
  bool stated = false;   // it stands in the article's text as JSON-LD has it
  double value = 0;      // how much it speaks for (or against) being article text

  [[nodiscard]] double whole() const { return size + link_size; }
  [[nodiscard]] double link_density() const { return whole() > 0 ? link_size / whole() : 0; }
};

// `skip` tells for each node whether it is left out with all in it.
[[nodiscard]] std::vector<Line> cut_lines(const parse::Document& document, const std::vector<bool>& skip,
                                          const std::vector<std::uint32_t>& words);

// The lines inside an element.
[[nodiscard]] std::span<const Line> lines_in(const std::vector<Line>& lines, const parse::Document& document,
                                             parse::NodeId element);

}  // namespace winnow::extract
