// The first look at a text, sixteen bytes at a time: nearly all of nearly every text is ordinary, and is passed here
// for a fraction of what reading its characters costs. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::repair {

// Where the run of ordinary bytes that starts at `at` ends, at the earliest: `at` itself, or whole blocks behind it.
// What is passed is well-formed UTF-8 as far as it goes, and holds only
//   - ASCII without NUL, DEL, "&", and "(" behind a character beyond ASCII,
//   - – — ‘ ’ “ ” † ‡ • … and the like (U+2010 to U+2027 without U+201A),
//   - punctuation and kana of East Asia (U+3000 to U+30FF without the combining ones), full-width ASCII before U+FF40,
//   - ideographs and hangul from U+4000 to U+9FFF, U+B000 to U+CFFF, without those that texts misread as GBK or
//     Shift_JIS are full of.
// The last character of it may be cut. Preconditions: 2 <= at <= text.size(), and a character begins at `at`.
[[nodiscard]] std::size_t plain_end(std::string_view text, std::size_t at);

}  // namespace winnow::repair
