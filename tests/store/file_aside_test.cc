// Pages put aside: kept, described, bounded, and nothing to do with articles.
#include "store/file_aside.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/json.h"
#include "store/open.h"
#include "store/raw_page.h"

namespace winnow::store {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class AsideTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "winnow-aside-XXXXXX").string();
    store_ = ::mkdtemp(pattern.data());
  }
  void TearDown() override { fs::remove_all(store_); }
  static std::string contents(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  [[nodiscard]] std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(store_ / "aside"), fs::directory_iterator()));
  }
  static AsidePage page(std::string_view url, std::string_view bytes = "<p>page</p>") {
    return {"paper", url, "text/html", "2025-02-11T00:00:00Z", bytes, "the page killed its worker: SIGSEGV"};
  }
  fs::path store_;
};

TEST_F(AsideTest, APageIsKeptWithItsReason) {
  FileAside aside(store_);
  const auto where = aside.put(page("https://a.example/../../etc/passwd"));
  ASSERT_TRUE(where) << where.error().text;
  EXPECT_THAT(*where, testing::MatchesRegex("aside/paper-[0-9a-f]+\\.why"));
  const auto json = Json::parse(contents(store_ / *where));
  ASSERT_TRUE(json);
  EXPECT_EQ((*json)["url"].string(), "https://a.example/../../etc/passwd");
  EXPECT_EQ((*json)["why"].string(), "the page killed its worker: SIGSEGV");
  const std::string raw = where->substr(0, where->size() - 4) + ".html.zst";
  EXPECT_EQ(decompress(contents(store_ / raw), 1000, raw).value(), "<p>page</p>");
}

TEST_F(AsideTest, TheSamePageAgainTakesItsPlace) {
  FileAside aside(store_);
  ASSERT_TRUE(aside.put(page("https://a.example/1")));
  ASSERT_TRUE(aside.put(page("https://a.example/1", "newer")));
  EXPECT_EQ(files(), 2U);
}

TEST_F(AsideTest, OnlyTheNewestHundredStay) {
  FileAside aside(store_);
  std::string first, last;
  for (int i = 0; i < 120; ++i) {
    const auto where = aside.put(page("https://a.example/" + std::to_string(i)));
    ASSERT_TRUE(where);
    (i == 0 ? first : last) = *where;
  }
  EXPECT_EQ(files(), 200U);
  EXPECT_FALSE(fs::exists(store_ / first));
  EXPECT_TRUE(fs::exists(store_ / last));
}

TEST_F(AsideTest, APlantedLinkIsNotFollowed) {
  const fs::path elsewhere = store_ / "elsewhere";
  fs::create_directory(elsewhere);
  fs::create_directory_symlink(elsewhere, store_ / "aside");
  FileAside aside(store_);
  const auto where = aside.put(page("https://a.example/1"));
  ASSERT_FALSE(where);
  EXPECT_THAT(where.error().text, HasSubstr("symbolic link"));
  EXPECT_TRUE(fs::is_empty(elsewhere));
}

TEST_F(AsideTest, NoneOfItIsAnArticle) {
  FileAside aside(store_);
  ASSERT_TRUE(aside.put(page("https://a.example/1")));
  auto stores = open_store(store_, Access::read_write);
  ASSERT_TRUE(stores) << stores.error().text;
  EXPECT_EQ(stores->notice, "");
  EXPECT_EQ(stores->articles->rebuild().value(), 0U);
  EXPECT_EQ(files(), 2U);
}

TEST_F(AsideTest, AStoreThatIsGoneIsAnError) {
  FileAside aside(store_ / "nothing");
  EXPECT_FALSE(aside.put(page("https://a.example/1")));
}

}  // namespace
}  // namespace winnow::store
