// Character references that were escaped once too often and so stand in the text. Pure, linear.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// Whether the text shows markup on purpose (it speaks of tags), so that references are left alone.
[[nodiscard]] bool speaks_of_markup(std::string_view text);

// Resolved are references
//   - to letters and typographic characters, and numeric ones beyond ASCII (those to C1 as windows-1252 has them),
//   - to quotation marks, where the text has a pair of them, or an apostrophe between letters,
//   - to & < > too, where they were escaped twice over ("&amp;lt;"), which no one writes;
// a plain "&lt;" or "&amp;" may be meant, and stays. "&amp;" before a name counts up to a limit.
[[nodiscard]] std::string fix_entities(std::string_view text, Log& log);

}  // namespace winnow::repair
