// What no repair brings back: U+FFFD, and what is read from it (锟斤拷), or from memory that was never written
// (烫烫烫). The text stays as it is; the places are noted, and a document with more than a trace asks for another
// fetch. Pure.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "repair/log.h"

namespace winnow::repair {

class Lost {
 public:
  void look_at(std::string_view segment);
  [[nodiscard]] bool found() const { return runs_ != 0; }
  // More than a trace: two places, or one in 200 characters.
  [[nodiscard]] bool is_much() const;

  // Notes the places in a segment as it is after all other repairs of wrong decodings.
  void note(std::string_view segment, Log& log) const;

 private:
  std::size_t runs_ = 0;
  std::size_t characters_ = 0;
  std::size_t all_ = 0;
};

}  // namespace winnow::repair
