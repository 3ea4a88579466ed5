// Chinese, Japanese or Korean bytes (GBK, Big5, Shift_JIS, EUC) that were read as Latin text: ÖÐÎÄ. Pure, linear.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "repair/log.h"
#include "repair/codec.h"

namespace winnow::repair {

// The encoding in which the bytes behind the text read as East Asian; "" when they don't, or are too few to say.
[[nodiscard]] std::string_view legacy_encoding(std::string_view text, const Codec& latin);

// The whole segment again, read in `encoding`; a character that the segment's end cut stays as it is. Where the bytes
// have errors the segment comes back as it is: what is left of it may still be restored from the source. Nothing when
// the segment is no such text.
[[nodiscard]] std::optional<std::string> fix_legacy(std::string_view text, std::string_view encoding,
                                                    const Codec& latin, Log& log);

}  // namespace winnow::repair
