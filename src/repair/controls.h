// Controls and invisible characters that carry no meaning. Pure.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// C1 controls become what windows-1252 has there; NUL, DEL, soft hyphens, zero-width and stray format characters go.
// Kept: joiners where a script or an emoji needs them, bidi controls in right-to-left text, all that may be meant.
[[nodiscard]] std::string fix_controls(std::string_view text, Log& log);

}  // namespace winnow::repair
