// What the fuzz targets share: a property that does not hold ends the process, which libFuzzer and ctest both report.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace winnow::fuzz {

inline void require(bool holds, const char* property) {
  if (holds) return;
  std::fprintf(stderr, "property does not hold: %s\n", property);
  std::abort();
}

inline void require_utf8(std::string_view text) { require(utf8::valid(text), "text that comes out is valid UTF-8"); }

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
  return size == 0 ? std::string_view() : std::string_view(reinterpret_cast<const char*>(data), size);
}

// The first line and the rest: targets with two inputs take a small one from the line.
inline std::pair<std::string_view, std::string_view> first_line(std::string_view text) {
  const std::size_t end = text.find('\n');
  return end == text.npos ? std::pair(std::string_view(), text) : std::pair(text.substr(0, end), text.substr(end + 1));
}

}  // namespace winnow::fuzz
