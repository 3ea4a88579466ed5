// Character references that were escaped once too often and so stand in the text. Pure.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// Whether the text shows markup on purpose (it speaks of tags), so that references are left alone.
[[nodiscard]] bool speaks_of_markup(std::string_view text);

// Only references to typographic characters and numeric ones beyond ASCII; never to < > " or &, which code needs.
[[nodiscard]] std::string fix_entities(std::string_view text, Log& log);

}  // namespace winnow::repair
