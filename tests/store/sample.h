// Articles and directories for the tests of the store.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/hash.h"
#include "winnow/article.h"

namespace winnow::store {

// A directory of its own, gone at the end of the test.
class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string pattern = std::filesystem::temp_directory_path() / "winnow-store-XXXXXX";
    if (!::mkdtemp(pattern.data())) std::abort();
    path_ = pattern;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

inline Article article_number(int number, const std::string& text = "The committee met on Tuesday.") {
  Article a;
  a.site = "example-news";
  a.url = a.canonical_url = "https://news.example.com/" + std::to_string(number) + ".html";
  a.id = hex64(hash64(a.url));
  a.title = "Story number " + std::to_string(number);
  a.published_at = "2025-02-11T21:42:41+08:00";
  a.fetched_at = "2025-02-12T01:00:00Z";
  a.language = "en";
  Block paragraph;
  paragraph.text = text;
  a.body = {paragraph};
  a.text = text;
  a.content_hash = hash128_hex(text);
  a.near_hash = hex64(hash64(text));
  a.extractor = "winnow 0";
  return a;
}

inline std::string slurp(const std::filesystem::path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

inline void spew(const std::filesystem::path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary | std::ios::trunc) << bytes;
}

// Paths of all files below, relative, sorted.
inline std::vector<std::string> files_below(const std::filesystem::path& directory) {
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(directory)) {
    if (entry.is_regular_file()) files.push_back(std::filesystem::relative(entry.path(), directory).string());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace winnow::store
