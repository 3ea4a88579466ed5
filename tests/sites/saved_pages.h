// A generated site as a folder: for tools that work on saved pages, and for people who want to look.
#pragma once

#include <filesystem>
#include <string>

#include "sites/site.h"

namespace winnow::sites {

// Writes each page to FOLDER/NUMBER.html (.xml, .gz, .txt), FOLDER/manifest.tsv with a line "id, path, url" each,
// parted by tabs, as `winnow clean --manifest` takes it (HTML pages only), and FOLDER/truth.jsonl with each page's
// truth. Throws std::filesystem::filesystem_error where the folder can't be made, std::runtime_error where a file
// can't.
void save_pages(const GeneratedSite& site, const std::filesystem::path& folder);

[[nodiscard]] std::string to_json(const SitePage& page);  // its address and truth, in one line

}  // namespace winnow::sites
