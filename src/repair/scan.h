// The cheap look at a text that decides which repairs to try: one pass, no allocation. Pure, total.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace winnow::repair {

struct Findings {
  bool ill_formed = false;   // bytes that are no UTF-8
  bool controls = false;     // something that controls.h may take out
  bool private_use = false;  // characters that only a page's own font can show
  bool mixed = false;        // neighbours, or characters, that a wrong decoding makes
  bool entities = false;
  bool denormal = false;  // not in normal form C, or with radicals and ideographs that normal_form.h replaces
  std::size_t marks = 0;  // a Han character, "(", a letter

  bool operator==(const Findings&) const = default;
};

[[nodiscard]] Findings scan(std::span<const std::string_view> segments);
// Adds what `text` shows. Most bytes of most texts are only passed (plain.h).
void scan(std::string_view text, Findings& found);

// The same, reading each character: what scan() must agree with.
void scan_each(std::string_view text, Findings& found);

}  // namespace winnow::repair
