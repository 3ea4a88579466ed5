// Chinese, Japanese or Korean bytes (GBK, Big5, Shift_JIS, EUC) that were read as Latin text: ÖÐÎÄ. Pure, linear.
#pragma once

#include <optional>

#include "repair/change.h"
#include "repair/codec.h"

namespace winnow::repair {

// The whole segment again, if it reads as East Asian text without an error in one of the encodings.
[[nodiscard]] std::optional<std::string> fix_legacy(std::string_view text, const Codec& latin,
                                                    std::vector<Change>& log);

}  // namespace winnow::repair
