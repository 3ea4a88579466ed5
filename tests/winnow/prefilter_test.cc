// The article is the same whether the HTML parser is spared its work or not: on the golden pages, and on all saved
// pages where WINNOW_SHARED names them.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "bench/pages.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

namespace fs = std::filesystem;

Options without_prefilter() {
  Options options;
  options.prefilter = false;
  return options;
}

void expect_same(const std::string& name, const std::string& bytes) {
  static const Reader with{Options{}}, without{without_prefilter()};
  const Page page{.bytes = bytes, .url = "https://news.example/2024/05/a.html", .content_type = {}, .fetched_at = {}};
  EXPECT_EQ(to_json(with.read(page).article), to_json(without.read(page).article)) << name;
}

TEST(Prefilter, ChangesNoGoldenPage) {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(WINNOW_SOURCE_DIR) / "tests/golden")) {
    if (entry.path().filename() != "page.html") continue;
    std::ifstream in(entry.path(), std::ios::binary);
    expect_same(entry.path(), {std::istreambuf_iterator<char>(in), {}});
    ++count;
  }
  EXPECT_GT(count, 5U);
}

TEST(Prefilter, ChangesNoSavedPage) {
  const auto pages = bench::saved_pages();
  if (pages.empty()) GTEST_SKIP() << "WINNOW_SHARED does not say where the saved pages are";
  for (const bench::SavedPage& page : pages) expect_same(page.name, page.bytes);
}

}  // namespace
}  // namespace winnow
