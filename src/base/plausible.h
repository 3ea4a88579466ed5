// Whether decoded text looks like Chinese, Japanese or Korean that somebody wrote, rather than like bytes read in the
// wrong encoding. Pure, linear, safe from any thread.
#pragma once

#include <string_view>

namespace winnow {

// The mean over the characters that are not ASCII: about 0.5 and more for real text, under 0.25 for a wrong decoding,
// negative where it has errors, controls or private characters; 0 where all is ASCII.
[[nodiscard]] double cjk_plausibility(std::string_view text);

}  // namespace winnow
