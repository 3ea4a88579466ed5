#include "import/ftr_lines.h"

#include <algorithm>

#include "base/scan.h"
#include "base/utf8.h"

namespace winnow::importing {
namespace {

bool is_name(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return ascii::is_alpha(c) || ascii::is_digit(c) || c == '_' || c == '-';
  });
}

FtrLine read_line(std::string_view text, int number) {
  FtrLine line{.number = number, .text = std::string(text), .name = {}, .argument = {}, .value = {}};
  const std::size_t colon = text.find(':'), open = text.find('(');
  const std::string_view before = ascii::trim(text.substr(0, std::min(colon, open)));
  if (!is_name(before)) return line;
  if (open < colon) {
    // The argument itself may have colons and brackets: it ends at the first "):".
    const std::size_t close = text.find("):", open);
    if (close == text.npos) return line;
    line.has_argument = true;
    line.argument = text.substr(open + 1, close - open - 1);
    line.value = ascii::trim(text.substr(close + 2));
  } else if (colon != text.npos) {
    line.value = ascii::trim(text.substr(colon + 1));
  } else {
    return line;
  }
  line.name = ascii::lower(before);
  return line;
}

}  // namespace

std::vector<FtrLine> read_ftr_lines(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::string sound = utf8::scrub(text);
  std::vector<FtrLine> out;
  std::string_view rest = sound;
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = ascii::trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (!line.empty() && line.front() != '#') out.push_back(read_line(line, number));
  }
  return out;
}

}  // namespace winnow::importing
