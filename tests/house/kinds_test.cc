// Every kind of repair that the sources note has its row in docs/repairs.md, and no row is of a kind that they don't.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>

namespace {

namespace fs = std::filesystem;

std::string contents(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

void collect(const std::string& text, const std::regex& pattern, std::set<std::string>& out) {
  for (auto it = std::sregex_iterator(text.begin(), text.end(), pattern); it != std::sregex_iterator(); ++it)
    out.insert((*it)[1]);
}

std::set<std::string> kinds_of_sources() {
  const std::regex noted(R"~((?:note|count|prove)\("([a-z_]+)")~");
  const std::regex named(R"~(kKind = "([a-z_]+)")~");
  std::set<std::string> kinds;
  for (const char* folder : {"src/repair", "src/winnow"}) {
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(WINNOW_SOURCE_DIR) / folder)) {
      if (entry.path().extension() != ".cc") continue;
      const std::string text = contents(entry.path());
      collect(text, noted, kinds);
      collect(text, named, kinds);
    }
  }
  return kinds;
}

std::set<std::string> kinds_of_page() {
  const std::string page = contents(fs::path(WINNOW_SOURCE_DIR) / "docs/repairs.md");
  const std::size_t start = page.find("\n## Kinds\n");
  if (start == std::string::npos) return {};
  const std::size_t end = page.find("\n## ", start + 1);
  std::set<std::string> kinds;
  collect(page.substr(start, end - start), std::regex("\\| `([a-z_]+)` \\|"), kinds);
  return kinds;
}

TEST(RepairKinds, AreThoseOfThePage) {
  const std::set<std::string> kinds = kinds_of_sources();
  EXPECT_GE(kinds.size(), 5U);
  EXPECT_EQ(kinds, kinds_of_page());
}

TEST(RepairKinds, AreAllNamedWhereAnArticleIsDescribed) {
  const std::string page = contents(fs::path(WINNOW_SOURCE_DIR) / "docs/article.md");
  for (const std::string& kind : kinds_of_sources())
    EXPECT_NE(page.find("`" + kind + "`"), std::string::npos) << kind << " is not in docs/article.md";
}

}  // namespace
