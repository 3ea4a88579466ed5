// What `winnow repair --explain` prints: every change with its place, and what came of it in all. Values only.
#pragma once

#include <string>
#include <string_view>

#include "repair/log.h"
#include "winnow/trace.h"

namespace winnow::app {

enum class PlaceForm {
  line_and_column,  // 3:17, from 1
  range,            // [40, 41), in code points from 0, as in an article's `repairs`
};

// A table for people, lines of at most 100 columns where that can be. `thing` names the text, `repaired` is its result.
[[nodiscard]] std::string repair_report(std::string_view thing, std::string_view repaired, const repair::Log& log,
                                        const Trace& gates, PlaceForm form, bool coloured);

}  // namespace winnow::app
