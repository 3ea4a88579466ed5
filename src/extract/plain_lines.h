// Plain text as lines with what their form tells. Internal to extract/.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace winnow::extract {

struct PlainLine {
  std::string text;  // white space collapsed
  std::size_t characters = 0;
  bool closed = false;  // ends as a sentence does
  bool prose = false;   // closed, and long enough to be a paragraph
};

// The lines that have text. Paragraphs that were wrapped at a column are joined again.
[[nodiscard]] std::vector<PlainLine> plain_lines(std::string_view text);

// The pieces of "首页 > 新闻 > 金融"; empty when the line is no path through a site.
[[nodiscard]] std::vector<std::string> path_pieces(std::string_view line);

}  // namespace winnow::extract
