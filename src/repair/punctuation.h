// The width of punctuation in Chinese text. Pure.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// Half-width , : ; ? ! ( ) that touch Chinese become full-width; in numbers, times, URLs and Latin text they stay.
[[nodiscard]] std::string widen_punctuation(std::string_view text, Log& log);

}  // namespace winnow::repair
