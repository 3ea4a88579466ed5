// Controls and invisible characters that carry no meaning. Pure, linear.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// What windows-1252 has where ISO-8859-1 has the C1 control `c`; 0 where it has nothing, or `c` is none.
[[nodiscard]] char32_t meant_by_c1(char32_t c);

// C1 controls become what windows-1252 has there, separators of lines and paragraphs a space (lines stay lines); NUL,
// DEL, soft hyphens, zero-width and stray format characters go. Kept: joiners where a script or an emoji needs them,
// variation selectors and tags behind what takes them, bidi controls in right-to-left text, all that may be meant.
[[nodiscard]] std::string fix_controls(std::string_view text, Log& log);

// Notes runs of private-use characters, which stay: without the page's font no one can tell what they show.
void note_private_use(std::string_view text, Log& log);

}  // namespace winnow::repair
