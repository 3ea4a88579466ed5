// Where things stand in the text that they were parsed of. Pure; total, though a text of rare make may give a wrong
// place: who changes a file by these reads it again.
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

// The byte at a line and column, as Yaml has them; where there is none, the end.
[[nodiscard]] std::size_t offset_of(std::string_view source, int line, int column);

// In bytes, [begin, end). Of a block list or map it ends with its last member, without the comment behind.
struct Span {
  std::size_t begin = 0, end = 0;
};
[[nodiscard]] Span span_of(std::string_view source, const Yaml& node);
// From the key to the end of the value; of a key without a value to the colon, or the "null" or "~" that it has.
[[nodiscard]] Span span_of(std::string_view source, const Yaml::Member& member);

}  // namespace winnow::site
