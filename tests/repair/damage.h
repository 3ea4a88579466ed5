// What the tests of wrong decodings share: the mistake itself, made by the encodings' own converters.
#pragma once

#include <string>
#include <string_view>

#include "base/converter.h"

namespace winnow::repair {

// What a reader sees when text that is written in `real` is read as `wrong`.
inline std::string read_as(std::string_view wrong, std::string_view text, std::string_view real = "UTF-8") {
  return to_utf8(wrong, from_utf8(real, text).value());
}

}  // namespace winnow::repair
