// Whole pages of our own writing, a folder each under tests/golden/, named for what it proves: page.html as it would
// be served, expected.json with "page" (url, content_type), "article" (fields that must be equal), "lacks" (texts that
// must not be in the article's text) and "removed" (pairs of kind and text).
//
// WINNOW_GOLDEN_WRITE=1 prints what each page gives now, for writing a new one.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "base/json.h"
#include "winnow/format.h"
#include "winnow/winnow.h"

namespace winnow {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<std::string> golden_pages() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(fs::path(WINNOW_SOURCE_DIR) / "tests/golden")) {
    if (fs::exists(entry.path() / "page.html")) names.push_back(entry.path().filename().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, ThePageGivesTheExpectedArticle) {
  const fs::path folder = fs::path(WINNOW_SOURCE_DIR) / "tests/golden" / GetParam();
  const std::string bytes = read(folder / "page.html");
  const auto expected = Json::parse(read(folder / "expected.json"));
  ASSERT_TRUE(expected) << folder << "/expected.json is no JSON";
  const Json& page = (*expected)["page"];
  const Reading reading =
      Reader({}).read({bytes, page["url"].string(), page["content_type"].string(), {}, Input::html});
  ASSERT_EQ(reading.refused, "");
  const auto article = Json::parse(to_json(reading.article));
  ASSERT_TRUE(article);
  if (std::getenv("WINNOW_GOLDEN_WRITE") != nullptr) std::cout << article->dump(1) << "\n";
  for (const auto& [field, value] : (*expected)["article"].object()) {
    EXPECT_EQ((*article)[field].dump(), value.dump()) << field;
  }
  for (const Json& text : (*expected)["lacks"].array()) {
    EXPECT_EQ(reading.article.text.find(text.string()), std::string::npos) << text.string();
  }
  for (const Json& removed : (*expected)["removed"].array()) {
    const std::string& kind = removed.array().at(0).string();
    const std::string& text = removed.array().at(1).string();
    const bool told = std::any_of(
        reading.article.removed.begin(), reading.article.removed.end(),
        [&](const Removed& r) { return name_of(r.kind) == kind && r.text.find(text) != std::string::npos; });
    EXPECT_TRUE(told) << kind << ": " << text;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, Golden, testing::ValuesIn(golden_pages()), [](const auto& test) {
  std::string name = test.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return c == '-' || c == '.'; }, '_');
  return name;
});

}  // namespace
}  // namespace winnow
