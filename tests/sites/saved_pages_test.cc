#include "sites/saved_pages.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "base/json.h"

namespace winnow::sites {
namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(SavedPages, AreAFolderWithAManifestAndTruths) {
  std::string name = (fs::temp_directory_path() / "winnow-sites-XXXXXX").string();
  ASSERT_NE(mkdtemp(name.data()), nullptr);
  const GeneratedSite site(SiteOptions{.kind = "chinese_portal", .seed = 2, .stories = 20});
  save_pages(site, name);
  std::ifstream manifest(fs::path(name) / "manifest.tsv");
  std::size_t pages = 0;
  for (std::string line; std::getline(manifest, line); ++pages) {
    const std::size_t first = line.find('\t'), second = line.find('\t', first + 1);
    const SitePage* page = site.page(line.substr(second + 1));
    ASSERT_NE(page, nullptr) << line;
    EXPECT_EQ(contents(fs::path(name) / line.substr(first + 1, second - first - 1)), page->bytes) << line;
  }
  EXPECT_GE(pages, 40U);
  std::ifstream truths(fs::path(name) / "truth.jsonl");
  std::size_t articles = 0;
  for (std::string line; std::getline(truths, line);) {
    const auto json = Json::parse(line);
    ASSERT_TRUE(json) << line;
    if ((*json)["role"].string() != "article") continue;
    ++articles;
    EXPECT_EQ((*json)["canonical"].string(), (*json)["url"].string());
    EXPECT_FALSE((*json)["lines"].array().empty());
  }
  EXPECT_EQ(articles, 20U);
  fs::remove_all(name);
}

}  // namespace
}  // namespace winnow::sites
