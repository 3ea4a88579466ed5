#include "newsstand/static_site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>

#include "discover/links.h"

namespace winnow::newsstand {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

class StaticSiteTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "winnow-static-XXXXXX").string();
    ASSERT_NE(mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override { fs::remove_all(root_); }

  void write(const std::string& name, const std::string& bytes) const {
    fs::create_directories((root_ / name).parent_path());
    std::ofstream(root_ / name, std::ios::binary) << bytes;
  }
  static Reply get(const StaticSite& site, const std::string& target, const Headers& headers = {}) {
    Query query{"GET", target, "HTTP/1.1", {{"host", "127.0.0.1:1"}}};
    query.headers.insert(query.headers.end(), headers.begin(), headers.end());
    return site.answer(query);
  }

  fs::path root_;
};

TEST_F(StaticSiteTest, ServesBytesWithoutACharset) {
  const std::string bytes("<p>\xD6\xD0\xCE\xC4\0</p>", 12);
  write("a/page one.html", bytes);
  const StaticSite site(root_);
  const Reply reply = get(site, "/a/page%20one.html?x=1");
  EXPECT_EQ(reply.status, 200);
  EXPECT_EQ(reply.body, bytes);
  EXPECT_THAT(reply.headers, ::testing::Contains(::testing::Pair("Content-Type", "text/html")));
}

TEST_F(StaticSiteTest, AnswersConditionally) {
  write("a.html", "x");
  const StaticSite site(root_);
  const Reply first = get(site, "/a.html");
  std::string tag;
  for (const auto& [name, value] : first.headers) tag = name == "ETag" ? value : tag;
  EXPECT_EQ(get(site, "/a.html", {{"if-none-match", tag}}).status, 304);
}

TEST_F(StaticSiteTest, NamesAllFilesInListsAndSitemap) {
  for (int i = 0; i < 250; ++i) write("p" + std::to_string(i) + ".html", "x");
  const StaticSite site(root_);
  EXPECT_EQ(site.size(), 250u);
  std::size_t links = 0;
  for (const char* path : {"/list-1.html", "/list-2.html", "/list-3.html"}) {
    const auto list = discover::read_list(get(site, path).body, "http://127.0.0.1:1/", "ul.list a", "a.next");
    links += list.links.size();
    EXPECT_EQ(list.next.empty(), std::string_view(path) == "/list-3.html");
  }
  EXPECT_EQ(links, 250u);
  const std::string map = get(site, "/sitemap.xml").body;
  EXPECT_THAT(map, HasSubstr("<loc>http://127.0.0.1:1/p0.html</loc>"));
  EXPECT_THAT(map, HasSubstr("<loc>http://127.0.0.1:1/p249.html</loc>"));
}

TEST_F(StaticSiteTest, KnowsNothingOutsideItsFolder) {
  write("a.html", "x");
  const StaticSite site(root_);
  for (const char* path : {"/../etc/passwd", "/%2e%2e/x", "/b.html", "/list-0.html", "/list-9.html", "/list-x"}) {
    EXPECT_EQ(get(site, path).status, 404) << path;
  }
}

}  // namespace
}  // namespace winnow::newsstand
