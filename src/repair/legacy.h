// Chinese, Japanese or Korean bytes (GBK, Big5, Shift_JIS, EUC) that were read as Latin text: ÖÐÎÄ. The document as a
// whole tells the encodings; then stretches of a line are read again, also short ones. Pure, linear.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "repair/log.h"
#include "repair/points.h"

namespace winnow::repair {

class Legacy {
 public:
  // Adds the encodings that a segment shows.
  void look_at(std::u32string_view text);
  [[nodiscard]] bool found() const { return !encodings_.empty(); }

  // Repairs a segment in place; whether anything changed. A character that a stretch's end cut stays as it is. Where
  // the bytes have errors nothing is done: what is left of them may still be restored from the source.
  bool fix(Points& text, Log& log) const;

 private:
  bool look_once(std::u32string_view text);  // whether it shows any
  [[nodiscard]] bool knows(std::string_view evidence) const;

  std::vector<std::size_t> encodings_;  // numbers of DoubleByte, as found
  std::size_t inside_ = 0;              // characters that were looked at twice
};

}  // namespace winnow::repair
