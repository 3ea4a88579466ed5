// Text that was decoded in a wrong encoding on its way here, by whatever mistake: the document's texts are looked at
// first, then repaired a segment at a time. East Asian readings are tried before Latin ones; nothing may have been
// normalised before. Pure, total, linear; immutable once all segments were looked at.
#pragma once

#include <string>
#include <string_view>

#include "repair/legacy.h"
#include "repair/log.h"
#include "repair/lost.h"

namespace winnow::repair {

class WrongDecoding {
 public:
  void look_at(std::string_view segment);
  // Places in `log` are those of the result. Doing it again changes nothing more.
  [[nodiscard]] std::string undo(std::string_view segment, Log& log) const;

 private:
  Legacy legacy_;
  Lost lost_;
};

}  // namespace winnow::repair
