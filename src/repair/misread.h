// UTF-8 that was read in an encoding with two bytes a character: 鍥犱负 for 因为, 譁�ｭ怜喧縺� for 文字化け. The
// characters give their bytes back; where one was lost on the way (U+FFFD, "?"), U+FFFD stands for the character that
// it was part of. Real texts are no UTF-8 when they are read so. Pure, linear.
#pragma once

#include "repair/log.h"
#include "repair/points.h"

namespace winnow::repair {

// Whether a text of a few words has such a run: what a look at single characters (scan.h) is too coarse to tell.
[[nodiscard]] bool has_misread(std::string_view text);

// Repairs a segment in place; whether anything changed.
bool fix_misread(Points& text, Log& log);

}  // namespace winnow::repair
