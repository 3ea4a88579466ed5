// UTF-8 that was read in a single-byte encoding, once or several times over, whole or in parts of a line, also in
// several encodings. Pure, linear.
#pragma once

#include <functional>

#include "repair/log.h"
#include "repair/points.h"

namespace winnow::repair {

// Repairs a segment in place. A text that is still not done after many turns was made to be so, and stays as it is.
// Whether anything changed.
// `between` gets the text after each turn, and may repair it otherwise: what one turn bares may be bytes of another
// kind, a few of which the next turn would take for UTF-8.
bool fix_mojibake(Points& text, Log& log, const std::function<void(Points&, Log&)>& between = {});

}  // namespace winnow::repair
