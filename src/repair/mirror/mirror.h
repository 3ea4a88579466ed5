// The damage of spam mirrors that copy Simplified Chinese news: the text is converted to Traditional character by
// character, and every occurrence of some characters gets its reading in brackets, as bytes, so that neighbours are cut
// apart. Here it is recognised in a document and undone line by line. Pure, linear; immutable once made.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "repair/log.h"
#include "repair/mirror/census.h"
#include "repair/mirror/table.h"
#include "repair/mirror/unshift.h"
#include "repair/surroundings.h"
#include "winnow/options.h"

namespace winnow::repair::mirror {

class Mirror {
 public:
  Mirror() = default;  // no mirror
  // Decides on the document.
  Mirror(std::span<const std::string_view> segments, Mode mode, const Surroundings& around);

  [[nodiscard]] bool found() const { return found_; }
  [[nodiscard]] const std::string& why() const { return why_; }  // empty where nothing spoke for one

  // The original of a line, in Simplified characters and with half-width punctuation.
  [[nodiscard]] std::string undo(std::string_view line, Log& log) const;

  // Surroundings::known with what this document adds; "" where it was no mirror's.
  [[nodiscard]] std::string learned() const;

 private:
  void prove(const Original& original, std::u32string_view shown, Log& log) const;

  bool found_ = false;
  std::string why_;
  Table table_;
  Census census_;
};

}  // namespace winnow::repair::mirror
