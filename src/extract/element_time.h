// The time that an element states for machines beside what it shows: <time datetime>, <abbr title> (hAtom), the
// value-title of microformats, data-published and its like. Internal to the stage.
#pragma once

#include <optional>

#include "base/time.h"
#include "extract/dates.h"
#include "parse/document.h"

namespace winnow::extract {

struct ElementTime {
  std::optional<Stamp> stamp;
  bool named = false;  // by an attribute that is only there for a time
};

[[nodiscard]] ElementTime element_time(const parse::Document& document, parse::NodeId id, const DateStyle& style);

}  // namespace winnow::extract
