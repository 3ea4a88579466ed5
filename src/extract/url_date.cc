#include <algorithm>
#include <string>

#include "extract/dates.h"

namespace winnow::extract {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::size_t run_length(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

unsigned value(std::string_view digits) {
  unsigned v = 0;
  for (char c : digits) v = v * 10 + static_cast<unsigned>(c - '0');
  return v;
}

std::optional<Stamp> made(unsigned y, unsigned m, unsigned d) {
  using namespace std::chrono;
  year_month_day date{year(static_cast<int>(y)), month(m), day(d)};
  if (y < 1990 || y > 2099 || !date.ok()) return std::nullopt;
  Stamp stamp;
  stamp.day = date;
  return stamp;
}

bool separates(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '/' || text[at] == '-' || text[at] == '_' || text[at] == '.');
}

// YYYY/MM/DD and its like at a run of four digits; YYYY/MMDD and YYYY-MM/DD are common in China.
std::optional<Stamp> after_year(std::string_view path, std::size_t at) {
  unsigned y = value(path.substr(at, 4));
  std::size_t next = at + 4;
  if (!separates(path, next)) return std::nullopt;
  std::size_t size = run_length(path, ++next);
  if (size == 4) return made(y, value(path.substr(next, 2)), value(path.substr(next + 2, 2)));
  if (size < 1 || size > 2 || !separates(path, next + size)) return std::nullopt;
  unsigned m = value(path.substr(next, size));
  next += size + 1;
  size = run_length(path, next);
  if (size < 1 || size > 2) return std::nullopt;
  return made(y, m, value(path.substr(next, size)));
}

std::optional<Stamp> eight_digits(std::string_view digits) {
  return made(value(digits.substr(0, 4)), value(digits.substr(4, 2)), value(digits.substr(6, 2)));
}

}  // namespace

std::optional<Stamp> date_in_url(const Url& url) {
  std::string path = url.pathname();
  // An archive's copy has the address of the page inside its own: the day before it is the copy's.
  if (const std::size_t inner = path.rfind("http"); inner != path.npos && path.find(":/", inner) != path.npos)
    path.erase(0, inner);
  for (std::size_t at = 0; at < path.size();) {
    std::size_t size = run_length(path, at);
    std::optional<Stamp> found;
    if (size == 4) found = after_year(path, at);
    if (size == 8 || size == 12 || size == 14) found = eight_digits(std::string_view(path).substr(at, 8));
    if (found) return found;
    at += std::max<std::size_t>(size, 1);
  }
  return std::nullopt;
}

}  // namespace winnow::extract
