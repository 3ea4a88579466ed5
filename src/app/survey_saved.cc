#include "app/survey_saved.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "app/console.h"
#include "app/manifest.h"
#include "app/saved_page.h"
#include "base/url.h"
#include "winnow/winnow.h"

namespace winnow::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kMostPages = 10'000;
constexpr const char* kManifest = "manifest.tsv";

bool is_page(const std::string& name) {
  return name.ends_with(".html") || name.ends_with(".htm") || name.ends_with(".html.zst");
}

survey::Answer answer_of(const std::string& url, std::string bytes) {
  return {.url = url, .final = url, .status = 200, .content_type = "text/html", .bytes = std::move(bytes)};
}

// `folder` stands before the paths; empty: they are as written.
Result<std::vector<survey::Answer>> read_rows(const std::string& file, const fs::path& folder) {
  const auto text = read_file(file);
  if (!text) return tl::unexpected(text.error());
  bool good = true;
  std::vector<survey::Answer> pages;
  for (const ManifestRow& row : read_manifest(file, *text, good)) {
    if (row.url.empty())
      return fail(Code::invalid, file + ": the page " + row.id + " has no URL; write it behind its path");
    auto bytes = read_page((folder / row.path).string());
    if (!bytes) return tl::unexpected(bytes.error());
    pages.push_back(answer_of(row.url, std::move(*bytes)));
  }
  if (!good) return fail(Code::invalid, file + ": correct the lines above");
  if (pages.empty()) return fail(Code::invalid, file + ": it names no page");
  return pages;
}

Result<std::vector<std::string>> page_names(const std::string& folder) {
  std::error_code error;
  std::vector<std::string> names;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (std::string name = at->path().filename().string(); is_page(name)) names.push_back(std::move(name));
  }
  if (error) return fail(Code::not_found, folder + ": " + error.message() + "; --from names a folder of saved pages");
  if (names.empty()) return fail(Code::invalid, folder + ": it has no *.html, *.htm or *.html.zst");
  if (names.size() > kMostPages)
    return fail(Code::too_large, folder + ": more than " + std::to_string(kMostPages) + " pages; take some of them");
  std::sort(names.begin(), names.end());
  return names;
}

// What the page calls itself, unless another does so too; else a file below the site's home.
std::string address_of(const std::string& name, const std::string& bytes, const Url& home,
                       std::set<std::string>& known) {
  const auto file = Url::parse("/" + name, &home);
  const std::string made = file ? file->href() : home.href();
  const Article article = clean(Page{.bytes = bytes, .url = made, .content_type = "text/html", .fetched_at = {}});
  const auto own = Url::parse(article.canonical_url);
  return own && own->is_http() && known.insert(own->href()).second ? own->href() : made;
}

}  // namespace

Result<std::vector<survey::Answer>> pages_of_folder(const std::string& folder, const std::string& home) {
  const fs::path manifest = fs::path(folder) / kManifest;
  std::error_code error;
  if (fs::is_regular_file(manifest, error)) return read_rows(manifest.string(), folder);
  const auto base = Url::parse(home);
  if (!base) return fail(Code::invalid, home + ": no absolute URL");
  const auto names = page_names(folder);
  if (!names) return tl::unexpected(names.error());
  std::set<std::string> known;
  std::vector<survey::Answer> pages;
  for (const std::string& name : *names) {
    auto bytes = read_page((fs::path(folder) / name).string());
    if (!bytes) return tl::unexpected(bytes.error());
    const std::string url = address_of(name, *bytes, *base, known);
    pages.push_back(answer_of(url, std::move(*bytes)));
  }
  return pages;
}

Result<std::vector<survey::Answer>> pages_of_manifest(const std::string& file) { return read_rows(file, {}); }

}  // namespace winnow::app
