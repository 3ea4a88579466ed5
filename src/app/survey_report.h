// What `winnow site add --report` writes: one HTML file, side by side each page as it is and its article as it would be
// stored, with what was found and why. Nothing of the pages runs in it, and nothing is loaded. Pure.
#pragma once

#include <string>
#include <vector>

#include "app/survey_draft.h"
#include "survey/survey.h"

namespace winnow::app {

struct SurveyReport {
  const survey::Findings& findings;
  const std::vector<ReadPage>& pages;  // with Reading::marked_html
  const std::string& file;             // where the site file goes
  const std::string& yaml;             // its text
};

[[nodiscard]] std::string survey_report(const SurveyReport& report);

}  // namespace winnow::app
