// What JSON-LD says the article's text is (schema.org articleBody), held against the lines of the page. Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/draft.h"
#include "extract/lines.h"

namespace winnow::extract {

class StatedText {
 public:
  explicit StatedText(std::string_view article_body);

  // Looks every line up, and lets those that are found weigh more than the others if they make up the text.
  void weigh(std::vector<Line>& lines);

  // Takes away what stands before the first and behind the last line of the text, if most lines are of it.
  void trim(std::vector<const Line*>& lines, std::vector<DraftRemoved>& removed) const;

  // The text as blocks, where the page shows far less of it; empty otherwise.
  [[nodiscard]] std::vector<DraftBlock> instead_of(const std::vector<const Line*>& lines) const;

 private:
  [[nodiscard]] bool has(const Line& line) const;

  std::string_view text_;
  std::string bare_;
  double coverage_ = 0;  // how much of the text the page shows
};

}  // namespace winnow::extract
