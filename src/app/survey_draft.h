// The site file that a survey ends in, with the saved pages that are its tests. Pure but for what site_text() takes
// from the working directory.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/survey_tests.h"
#include "site/site_file.h"
#include "survey/survey.h"

namespace winnow::app {

struct SavedPage {
  std::string name;   // beside the site file: "pages/example-1.html.zst"
  std::string bytes;  // compressed
};

struct SurveyDraft {
  std::string yaml;              // what differs from the defaults, with the evidence as comments
  site::Site site;               // as the file reads
  std::vector<SavedPage> saved;  // that its tests name
  std::string fault;             // why it is no site file; empty: it is one
};

// `file` is where the site file goes, `defaults` winnow.yaml's (YAML).
[[nodiscard]] SurveyDraft survey_draft(const survey::Findings& findings, const std::string& file,
                                       std::string_view defaults);

// All article pages of the findings that can be read, the newest first.
[[nodiscard]] std::vector<ReadPage> read_pages(const survey::Findings& findings, const Options& options);

}  // namespace winnow::app
