#include "repair/points.h"

namespace winnow::repair {

Points to_points(std::string_view text) {
  Points out(text.size(), U'\0');
  char32_t* to = out.data();
  for (std::size_t at = 0; at < text.size();) *to++ = next_point(text, at);
  out.resize(static_cast<std::size_t>(to - out.data()));
  return out;
}

std::string to_text(std::u32string_view points) {
  std::size_t size = 0;
  for (const char32_t c : points) size += c < 0x80 ? 1U : c < 0x800 ? 2U : c < 0x10000 ? 3U : 4U;
  std::string out(size, '\0');
  char* to = out.data();
  for (const char32_t c : points) to = put_point(to, c);
  return out;
}

}  // namespace winnow::repair
