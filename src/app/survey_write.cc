#include "app/survey_write.h"

#include <glob.h>

#include <algorithm>
#include <system_error>

#include "app/console.h"

namespace winnow::app {
namespace {

namespace fs = std::filesystem;

// The part of a path before the first folder that is a pattern.
fs::path plain_folder(const std::string& pattern) {
  fs::path folder;
  for (const fs::path& part : fs::path(pattern).parent_path()) {
    if (part.string().find_first_of("*?[{") != std::string::npos) break;
    folder /= part;
  }
  return folder;
}

Result<void> make_folder(const fs::path& folder) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (!error) return {};
  return fail(Code::io,
              folder.string() + ": the folder can't be made: " + error.message() + "; name another with --out");
}

}  // namespace

fs::path sites_folder(const site::Config& config) {
  return config.sites.empty() ? fs::absolute("sites") : plain_folder(config.sites.front());
}

Result<void> check_free(const std::string& name, const fs::path& file, const std::vector<site::Site>& sites) {
  const auto same = std::find_if(sites.begin(), sites.end(), [&](const site::Site& site) { return site.name == name; });
  std::error_code error;
  const std::string there = same != sites.end() ? same->file : fs::exists(file, error) ? file.string() : std::string();
  if (there.empty()) return {};
  return fail(Code::exists, shown_path(there) + ": the site '" + name +
                                "' is described there already; choose another name with --name, or move the file away");
}

Result<void> write_draft(const SurveyDraft& draft, const fs::path& file) {
  if (auto made = make_folder(file.parent_path()); !made) return made;
  std::vector<fs::path> written;
  const auto write = [&written](const fs::path& path, const std::string& bytes) -> Result<void> {
    std::error_code error;
    if (fs::exists(path, error)) {
      return fail(Code::exists, shown_path(path) +
                                    ": it is there already, and stays; move it away, or choose another name "
                                    "with --name");
    }
    auto done = write_file(path.string(), bytes);
    if (done) written.push_back(path);
    return done;
  };
  Result<void> done;
  for (const SavedPage& page : draft.saved) {
    const fs::path path = file.parent_path() / page.name;
    if (done) done = make_folder(path.parent_path());
    if (done) done = write(path, page.bytes);
  }
  if (done) done = write(file, draft.yaml);
  if (done) return done;
  std::error_code ignored;
  for (const fs::path& path : written) fs::remove(path, ignored);
  return done;
}

bool is_configured(const site::Config& config, const fs::path& file) {
  std::error_code error;
  for (const std::string& pattern : config.sites) {
    glob_t found{};
    const bool any = ::glob(pattern.c_str(), GLOB_BRACE, nullptr, &found) == 0;
    bool named = false;
    for (std::size_t i = 0; any && i < found.gl_pathc; ++i)
      named = named || fs::equivalent(found.gl_pathv[i], file, error);
    ::globfree(&found);
    if (named) return true;
  }
  return false;
}

}  // namespace winnow::app
