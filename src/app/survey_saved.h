// Saved pages, for a survey that asks nobody.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "survey/survey.h"

namespace winnow::app {

// The pages of a folder: those that its manifest.tsv names, by paths relative to the folder, or where it has none all
// its *.html, *.htm and *.html.zst, each under the address that it gives itself, else that of a file below `home`.
[[nodiscard]] Result<std::vector<survey::Answer>> pages_of_folder(const std::string& folder, const std::string& home);
// The pages of a manifest, by paths as `winnow clean --manifest` takes them; each needs its address.
[[nodiscard]] Result<std::vector<survey::Answer>> pages_of_manifest(const std::string& file);

}  // namespace winnow::app
