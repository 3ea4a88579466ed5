// The lines that a reader sees around the title and at the article's end: where bylines stand. Internal to the
// stage.
#pragma once

#include <string>
#include <vector>

#include "extract/page.h"

namespace winnow::extract {

struct NearLine {
  std::string text;                   // white space collapsed
  parse::NodeId node = parse::kNone;  // its first text node
  bool before = false;                // it stands before the title
  std::size_t distance = 0;           // bytes of text between the title and it
  bool linked = false;                // all of it stands in links
};

// Lines before and behind `heading` (kNone: from the body's start), nearest region first: at most 160.
[[nodiscard]] std::vector<NearLine> near_lines(const Page& page, parse::NodeId heading);

// The node stands where bylines do: little before the title, or not far behind it.
[[nodiscard]] bool is_near(const Page& page, parse::NodeId heading, parse::NodeId id);

}  // namespace winnow::extract
