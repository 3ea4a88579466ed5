// Which encoding bytes without a trustworthy label are in: the East Asian ones by what they decode to, the rest by
// uchardet, whose one home is detect.cc. Looks at a sample of at most 256 KiB. Pure, safe from any thread.
#pragma once

#include <string>
#include <string_view>

namespace winnow::decode {

struct Detected {
  std::string_view encoding;  // WHATWG name
  std::string why;
};

// Total: "UTF-8" for bytes that are all ASCII, "windows-1252" where nothing speaks for anything.
[[nodiscard]] Detected detect(std::string_view bytes);

// How plausible the East Asian reading of the bytes is (base/plausible.h), and in which encoding.
struct EastAsian {
  std::string_view encoding;
  double plausibility = 0;
};
[[nodiscard]] EastAsian best_east_asian(std::string_view bytes);
inline constexpr double kPlausible = 0.4;

// The part of the bytes that tells: from shortly before the first byte that is not ASCII.
[[nodiscard]] std::string_view telling_part(std::string_view bytes);

}  // namespace winnow::decode
