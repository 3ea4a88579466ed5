// What each step did and why, for people: `winnow clean --explain` prints it.
#pragma once

#include <string>
#include <vector>

namespace winnow {

struct TraceStep {
  std::string stage;   // "decode", "parse", "repair", "extract", "clean"
  std::string action;  // "charset", "kept", "removed", "repaired", "title", "published", ...
  std::string what;    // the value or text concerned, cut to a line
  std::string why;     // the evidence
};

using Trace = std::vector<TraceStep>;

}  // namespace winnow
