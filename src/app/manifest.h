// A manifest of saved pages: a line "ID, tab, PATH, tab, URL" each.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace winnow::app {

struct ManifestRow {
  std::string id;    // can be a file's name
  std::string path;  // as written
  std::string url;   // absolute; may be empty
};

// All good lines; the wrong ones are named on standard error, and `good` is false then. `file` names the manifest.
[[nodiscard]] std::vector<ManifestRow> read_manifest(const std::string& file, std::string_view text, bool& good);

}  // namespace winnow::app
