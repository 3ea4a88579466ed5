// UTF-8 that was read in a single-byte encoding, once or several times over, whole or in parts of a line. Pure, linear.
#pragma once

#include <span>

#include "repair/log.h"
#include "repair/codec.h"

namespace winnow::repair {

// The encodings that UTF-8 is misread in, likeliest first.
[[nodiscard]] std::vector<Codec> usual_codecs();

[[nodiscard]] std::string fix_mojibake(std::string_view text, std::span<const Codec> codecs, Log& log);

}  // namespace winnow::repair
