// Where a character of a scalar's text stands in its file. Pure.
#pragma once

#include <cstddef>
#include <string_view>

#include "site/yaml.h"

namespace winnow::site {

struct FilePlace {
  int line = 0, column = 0;  // 1-based, as in Yaml
};

// `source` is the file's text, `character` counts code points of the scalar's text from 1 (one more than it has: behind
// the last). Where the text can't be followed (an alias, an anchor, rare escapes), the place where the scalar begins.
[[nodiscard]] FilePlace place_of(std::string_view source, const Yaml& scalar, std::size_t character);

}  // namespace winnow::site
