// What the doctor says: for people, and as JSON.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/doctor.h"
#include "base/json.h"
#include "site/site_text.h"

namespace winnow::app {

// The proposed sets as they go into the site file, with their evidence, two spaces in front.
[[nodiscard]] std::string proposal_text(const survey::Remedy& remedy);
// The comments of one of them, for site::rule_set_text().
[[nodiscard]] site::Comments comments_of(const survey::Remedy& remedy, std::size_t set);

// Lines of at most `width` columns, but for rules; the last one ends in a newline.
[[nodiscard]] std::string doctor_text(const site::Site& site, const Diagnosis& diagnosis, std::size_t width);
[[nodiscard]] Json doctor_json(const site::Site& site, const Diagnosis& diagnosis);

}  // namespace winnow::app
