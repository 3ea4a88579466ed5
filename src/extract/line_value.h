// How much a line speaks for being a part of an article: long sentences do, links and labels don't. Pure.
#pragma once

#include <vector>

#include "extract/lines.h"

namespace winnow::extract {

void set_values(std::vector<Line>& lines);

}  // namespace winnow::extract
