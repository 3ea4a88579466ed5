// What all that was looked at tells of the site. Pure.
#pragma once

#include "survey/notes.h"

namespace winnow::survey {

[[nodiscard]] Findings conclude(const Notes& notes, const site::Site& base);

}  // namespace winnow::survey
