// A block of a draft as it is judged: its words folded, its form and its place among the others. Pure, total.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "clean/cues.h"
#include "extract/draft.h"
#include "winnow/options.h"

namespace winnow::cleaning {

struct Judgeable {
  std::string folded;
  std::size_t characters = 0;
  bool prose = false, closed = false;  // closed: ends as a sentence does
  Place place = Place::inside;
  std::optional<Verdict> verdict;
};

// All words of a block; list items and cells are divided by spaces.
[[nodiscard]] std::string words_of(const Block& block);

// `place` and `verdict` are for the caller to fill. Images and code have no words to be judged by.
[[nodiscard]] Judgeable look_at(const extract::DraftBlock& draft);

// What is before the first prose is head, what is behind the last is tail. Notices may be prose too, so a line that
// a cue takes at the edges moves the edge and the next one is looked at.
void place_lines(std::vector<Judgeable>& lines);

[[nodiscard]] bool may_remove(RemovedKind kind, const CleanOptions& options);

}  // namespace winnow::cleaning
