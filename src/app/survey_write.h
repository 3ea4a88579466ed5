// Where the site file of `winnow site add` goes, and its writing: nothing that is there is written over.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "app/survey_draft.h"
#include "base/result.h"
#include "site/site_file.h"

namespace winnow::app {

// The folder of the configuration's site files (its first glob's), else ./sites.
[[nodiscard]] std::filesystem::path sites_folder(const site::Config& config);

// Code::exists where the name is a configured site's or the file is there; what to do stands in the text.
[[nodiscard]] Result<void> check_free(const std::string& name, const std::filesystem::path& file,
                                      const std::vector<site::Site>& sites);

// The saved pages, then the file: all of them, or none.
[[nodiscard]] Result<void> write_draft(const SurveyDraft& draft, const std::filesystem::path& file);

// Whether a glob of the configuration names the file.
[[nodiscard]] bool is_configured(const site::Config& config, const std::filesystem::path& file);

}  // namespace winnow::app
