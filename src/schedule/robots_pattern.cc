#include "schedule/robots_pattern.h"

#include <string.h>  // memmem: linear in both, which std::string_view::find is not

#include "base/percent.h"
#include "base/scan.h"

namespace winnow::schedule {
namespace {

bool is_unreserved(char c) {
  return ascii::is_alpha(c) || ascii::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

bool is_plain_in_query(char c) { return c == ':' || c == '/' || c == '?' || c == '@'; }

void append_escape(std::string& out, int byte, bool in_query) {
  const char c = static_cast<char>(byte);
  if (is_unreserved(c) || (in_query && is_plain_in_query(c))) {
    out += c;
  } else {
    percent::append_encoded(out, static_cast<unsigned char>(byte));
  }
}

bool is_escaped_raw(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte <= 0x20 || byte >= 0x7F;
}

// `special` tells of a raw character whether it is one of the pattern's own signs.
template <class Special>
std::string normalise(std::string_view text, Special special) {
  std::string out;
  out.reserve(text.size());
  bool in_query = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const int escape = percent::byte_at_start(text.substr(i, 3));
    if (escape >= 0) {
      append_escape(out, escape, in_query);
      i += 2;
    } else if (is_escaped_raw(c) || ((c == '*' || c == '$') && !special(i))) {
      percent::append_encoded(out, static_cast<unsigned char>(c));
    } else {
      out += c;
    }
    in_query = in_query || c == '?';
  }
  return out;
}

std::size_t find_linear(std::string_view text, std::string_view piece, std::size_t from) {
  const void* found = memmem(text.data() + from, text.size() - from, piece.data(), piece.size());
  if (found == nullptr) return std::string_view::npos;
  return static_cast<std::size_t>(static_cast<const char*>(found) - text.data());
}

}  // namespace

std::string robots_path(std::string_view path) {
  return normalise(path, [](std::size_t) { return false; });
}

std::string robots_pattern(std::string_view value) {
  const std::size_t last = value.size() - 1;
  return normalise(value, [&](std::size_t at) { return value[at] == '*' || at == last; });
}

// The pieces between the stars are found one after the other, each as early as it comes; only a piece that is
// anchored at the path's end stands where it must.
bool robots_match(std::string_view pattern, std::string_view path) {
  const bool anchored = pattern.ends_with('$');
  if (anchored) pattern.remove_suffix(1);
  std::size_t star = pattern.find('*');
  const std::string_view head = pattern.substr(0, star);
  if (!path.starts_with(head)) return false;
  if (star == std::string_view::npos) return !anchored || path.size() == head.size();
  std::size_t at = head.size();
  while (true) {
    pattern.remove_prefix(star + 1);
    star = pattern.find('*');
    const std::string_view piece = pattern.substr(0, star);
    const bool is_last = star == std::string_view::npos;
    if (is_last && anchored) return path.size() - at >= piece.size() && path.ends_with(piece);
    const std::size_t found = find_linear(path, piece, at);
    if (found == std::string_view::npos) return false;
    if (is_last) return true;
    at = found + piece.size();
  }
}

}  // namespace winnow::schedule
