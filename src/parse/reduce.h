// What Gumbo is given to read in place of a page. It spends its time by the character, token by token; but only tags,
// white space and character references shape the tree. So a run of any other text (a paragraph, a script's body) is
// handed over as one private-use character that stands for it, and the attributes of a tag stay here beside it. The
// tree that comes back is the page's own once build.cc has put the texts in again. Private to parse/.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "parse/arena.h"
#include "parse/document.h"

namespace winnow::parse {

// Where a tag in the reduced text stands, and which of the attributes are its own.
struct TagAttributes {
  std::uint32_t at = 0;
  std::uint32_t first = 0;
  std::uint16_t count = 0;
};

struct Reduced {
  std::string html;
  std::vector<std::string_view> runs;  // what the characters stand for, by number: in the page or in the arena
  std::vector<Attribute> attributes;
  std::vector<TagAttributes> tags;  // in order of `at`; tags that are not listed have theirs in the text
  std::string truncated;            // what was cut off and why; empty when all is there
};

// Whether the page can be read so: valid UTF-8 without NUL and without the characters that stand for runs.
[[nodiscard]] bool is_reducible(std::string_view html);

// With nesting bounded (nesting.h). `html` must have no carriage returns and outlive the result; names and values that
// had to change are put into the arena. White space before a text is one character, except where a <pre> came before.
[[nodiscard]] Reduced reduce(std::string_view html, const ParseLimits& limits, Arena& arena);

// The page as it is, with nesting bounded. In one that is `reducible` the characters that Gumbo would lose (controls
// and what Unicode calls no characters) are handed over by others that stand for them; `html` must outlive the result.
[[nodiscard]] Reduced copy_bounded(std::string_view html, const ParseLimits& limits, bool reducible, Arena& arena);

// The characters that stand for runs: those of planes 15 and 16, four bytes each.
inline constexpr std::size_t kStandInSize = 4;
[[nodiscard]] constexpr bool opens_stand_in(char c) { return static_cast<unsigned char>(c) >= 0xF3; }
[[nodiscard]] std::size_t stand_in_number(const char* at);

}  // namespace winnow::parse
