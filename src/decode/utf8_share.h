// How much of some bytes is UTF-8. Pure, linear, safe from any thread.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::decode {

struct Utf8Share {
  std::size_t sequences = 0;  // well-formed, of two bytes and more
  std::size_t longer = 0;     // of them, those of three bytes and more
  std::size_t bytes = 0;      // that the sequences take
  std::size_t errors = 0;     // ill-formed parts
  std::size_t high = 0;       // bytes beyond ASCII
};

[[nodiscard]] Utf8Share utf8_share(std::string_view bytes);

}  // namespace winnow::decode
