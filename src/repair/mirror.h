// The damage of spam mirrors that copy Simplified Chinese news: every occurrence of some characters is followed by its
// reading in brackets, and the text is converted to Traditional. Pure, linear.
#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include "repair/log.h"

namespace winnow::repair {

// What a document shows of it. Real Traditional text, dictionaries and textbooks have readings too, but not with one
// reading for each character, nearly always, on few characters that only Traditional has.
struct MirrorGate {
  std::size_t marks = 0;
  std::size_t keys = 0;
  std::size_t han = 0;                       // characters of the document, readings left out
  double traditional = 0;                    // share of the marks on characters that only Traditional has
  double one_reading = 0;                    // share of the keys with one reading
  double always = 0;                         // share of the keys' occurrences that are marked
  std::map<char32_t, std::string> readings;  // each key's, the commonest

  [[nodiscard]] bool open() const;
  [[nodiscard]] std::string describe() const;
};

[[nodiscard]] MirrorGate look_for_mirror(std::span<const std::string_view> segments);

// Drops the readings and converts to Simplified. Places where the mirror cut characters apart stay as they are.
[[nodiscard]] std::string undo_mirror(std::string_view text, const MirrorGate& gate, Log& log);

}  // namespace winnow::repair
