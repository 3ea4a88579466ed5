// The cheap look at a text that decides which repairs to try: one pass, no allocation. Pure.
#pragma once

#include <cstddef>
#include <string_view>

namespace winnow::repair {

struct Findings {
  bool controls = false;  // something that controls.h may take out
  bool mixed = false;     // two neighbours that a wrong decoding makes
  bool entities = false;
  bool denormal = false;
  std::size_t marks = 0;  // a Han character, "(", a Latin letter
};

// Adds what `text` shows.
void scan(std::string_view text, Findings& found);

}  // namespace winnow::repair
