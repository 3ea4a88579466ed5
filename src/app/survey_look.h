// A look at a site over the network: what a survey wants is fetched, and given to it.
#pragma once

#include <cstddef>
#include <string>

#include "app/polite.h"
#include "app/status_line.h"
#include "survey/survey.h"

namespace winnow::app {

struct Looked {
  std::size_t answers = 0;  // pages that were there
  std::string failure;      // why the first of those that were not
};

// Until the survey has enough, or polite.over(). Says on `out` what it does; `name` stands before it.
[[nodiscard]] Looked look(survey::Survey& survey, Polite& polite, StatusLine& out, const std::string& name);

}  // namespace winnow::app
