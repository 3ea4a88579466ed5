#include "app/columns.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::app {
namespace {

constexpr std::size_t kNarrowest = 20;

std::size_t columns_of(char32_t c) {
  return unicode::is_cjk(c) || (c >= 0x3000 && c < 0x3040) || (c >= 0xFF01 && c <= 0xFF60) || c >= 0x1F000 ? 2 : 1;
}

}  // namespace

std::size_t columns(std::string_view text) {
  std::size_t sum = 0;
  for (std::size_t at = 0; at < text.size();) sum += columns_of(utf8::next(text, at));
  return sum;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t now = columns(text);
  return text.append(now < width ? width - now : 1, ' ');
}

std::string cut(std::string_view text, std::size_t width) {
  if (columns(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t at = 0, sum = 1; at < text.size(); end = at) {
    sum += columns_of(utf8::next(text, at));
    if (sum > width) break;
  }
  return std::string(text.substr(0, end)) + "…";
}

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
  std::vector<std::string> lines(1);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    const std::string_view word = text.substr(at, end - at);
    std::string& last = lines.back();
    if (!last.empty() && columns(last) + 1 + columns(word) > width) {
      lines.emplace_back(word);
    } else {
      last.append(last.empty() ? "" : " ").append(word);
    }
    at = end + 1;
  }
  return lines;
}

std::size_t terminal_columns(std::size_t otherwise) {
  winsize size{};
  return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > kNarrowest ? size.ws_col : otherwise;
}

}  // namespace winnow::app
