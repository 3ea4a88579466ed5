// Normal form C: accents that stand beside their letter join it; nothing is folded for compatibility. Pure.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

[[nodiscard]] std::string fix_normal_form(std::string_view text, Log& log);

}  // namespace winnow::repair
