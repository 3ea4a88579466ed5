#include "bench/pages.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

namespace winnow::bench {
namespace {

namespace fs = std::filesystem;

std::string unpacked(const fs::path& file) {
  std::string bytes;
  const gzFile in = ::gzopen(file.c_str(), "rb");
  char buffer[1 << 16];
  for (int n = 0; in != nullptr && (n = ::gzread(in, buffer, sizeof buffer)) > 0;)
    bytes.append(buffer, static_cast<std::size_t>(n));
  if (in != nullptr) ::gzclose(in);
  return bytes;
}

}  // namespace

std::vector<SavedPage> saved_pages(std::size_t stride) {
  const char* shared = std::getenv("WINNOW_SHARED");
  const fs::path folder = fs::path(shared == nullptr ? "" : shared) / "bench";
  if (shared == nullptr || !fs::is_directory(folder)) return {};
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.path().string().ends_with(".html.gz")) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<SavedPage> pages;
  for (std::size_t i = 0; i < files.size(); i += stride)
    pages.push_back({fs::relative(files[i], folder).string(), unpacked(files[i])});
  return pages;
}

}  // namespace winnow::bench
