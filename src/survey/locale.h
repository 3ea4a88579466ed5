// The language and the time zone of a site, where its pages do not say them or say them wrongly. Pure.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/zone.h"
#include "survey/notes.h"

namespace winnow::survey {

struct Locale {
  std::string language;      // BCP 47; "": what the pages say is right
  std::optional<Zone> zone;  // nothing: the pages' times are right without
  std::vector<Evidence> evidence;
};

[[nodiscard]] Locale find_locale(const Notes& notes);

}  // namespace winnow::survey
