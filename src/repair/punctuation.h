// The width of punctuation in Chinese text. Pure, linear.
#pragma once

#include "repair/log.h"

namespace winnow::repair {

// Half-width , : ; ? ! ( ) that belong to Chinese become full-width; in numbers, times, URLs, code and Latin text they
// stay, and so do those with a space where none would stand beside a full-width sign: "配置 (见下)", "文件名: a.txt".
[[nodiscard]] std::string widen_punctuation(std::string_view text, Log& log);

}  // namespace winnow::repair
