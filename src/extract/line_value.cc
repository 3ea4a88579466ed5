#include "extract/line_value.h"

#include <algorithm>
#include <string_view>

namespace winnow::extract {
namespace {

constexpr double kLongHeading = 100;   // no heading is so long: some set whole passages as one
constexpr double kMostOfALine = 1200;  // one line alone proves only so much

// The words by which the foot of a page speaks of the page itself. (What such a line is called when it stands in
// the article is the clean stage's to judge; here it only must not pass for the article.)
constexpr std::string_view kFootWords[] = {"©",        "Copyright", "copyright",  "ll rights reserved",
                                           "版权所有", "著作权",    "版權所有",   "ICP备",
                                           "ICP证",    "ookies",    "经营许可证", "举报电话"};

bool speaks_of_the_page(const std::string& text) {
  return std::any_of(std::begin(kFootWords), std::end(kFootWords),
                     [&text](std::string_view word) { return text.find(word) != std::string::npos; });
}

double prose_value(const Line& line) {
  if (line.whole() < 800 && speaks_of_the_page(line.text)) return -5;
  const double size = std::min(line.size, kMostOfALine);
  const bool sentence = line.ends_sentence || line.pauses > 0;
  if (line.link_density() > 0.5 && !(line.size >= 100 && line.ends_sentence)) {
    return -std::min(10 + 0.3 * line.link_size, 60.0);
  }
  if (size >= 60 && sentence) return size * (1 - 0.5 * line.link_density());
  if (size >= 120) return 0.5 * size;
  if (size >= 25 && line.ends_sentence) return 0.5 * size;
  return line.link_size > 0 ? -8 : -3;
}

double value_of(const Line& line) {
  switch (line.role) {
    case Role::heading:
      if (line.link_density() > 0.5) return -10;
      return line.whole() >= kLongHeading ? std::max(0.3 * prose_value(line), 0.0) : 0;
    case Role::caption:
    case Role::image:
      return 0;
    case Role::code:
      return 0.3 * std::min(line.size, kMostOfALine);
    case Role::item:
      return 0.7 * prose_value(line);
    case Role::embed:
      return 0.2 * std::max(prose_value(line), 0.0);
    default:
      return prose_value(line);
  }
}

}  // namespace

void set_values(std::vector<Line>& lines) {
  for (Line& line : lines) line.value = value_of(line);
}

}  // namespace winnow::extract
