// Which encoding bytes without a trustworthy label are in: the East Asian ones by what they decode to, the rest by
// uchardet, whose one home is detect.cc. Looks at a sample of at most 256 KiB. Pure, safe from any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "decode/likelihood.h"

namespace winnow::decode {

struct Detected {
  std::string_view encoding;  // WHATWG name
  std::string why;
};

// Total: "UTF-8" for bytes that are all ASCII, "windows-1252" where nothing speaks for anything.
[[nodiscard]] Detected detect(std::string_view bytes);

// The likeliest East Asian reading of the bytes, and what speaks against it (likelihood.h).
struct EastAsian {
  std::string_view encoding;
  double bits = 0;           // its own
  SingleByte single;         // the likeliest single-byte reading
  std::size_t evidence = 0;  // how many bytes beyond ASCII there are
  std::size_t errors = 0;    // of the East Asian reading
  // So much likelier than any single-byte text that it is no chance.
  [[nodiscard]] bool likely() const;
};
[[nodiscard]] EastAsian best_east_asian(std::string_view bytes);

// The bytes beyond ASCII with what is near them, at most 32 KiB: enough to judge a page by.
[[nodiscard]] std::string condensed(std::string_view bytes);

// The part of the bytes that tells: from shortly before the first byte that is not ASCII.
[[nodiscard]] std::string_view telling_part(std::string_view bytes);

}  // namespace winnow::decode
