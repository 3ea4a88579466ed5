// What `winnow site add` shows before it asks: the articles that would be stored, why the site file says what it says,
// and what else was looked at. Pure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "app/survey_tests.h"
#include "survey/survey.h"

namespace winnow::app {

// For people, lines of at most `width` columns but for what can't be broken.
[[nodiscard]] std::string survey_table(const survey::Findings& findings, const std::vector<ReadPage>& pages,
                                       std::size_t width);

}  // namespace winnow::app
