#include "app/manifest.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::app {
namespace {

using ::testing::HasSubstr;

TEST(Manifest, EachLineIsAPage) {
  bool good = true;
  const auto rows = read_manifest("m.tsv", "1\ta.html\thttps://a.example/1\r\n\n2\tb/c.html\n3\td.html\t\n", good);
  EXPECT_TRUE(good);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].id, "1");
  EXPECT_EQ(rows[0].path, "a.html");
  EXPECT_EQ(rows[0].url, "https://a.example/1");
  EXPECT_EQ(rows[1].path, "b/c.html");
  EXPECT_EQ(rows[1].url, "");
  EXPECT_EQ(rows[2].url, "");
}

TEST(Manifest, WrongLinesAreNamedAndTheOthersTaken) {
  const struct {
    const char* line;
    const char* says;
  } rows[] = {
      {"alone", "one field"},
      {"\ta.html", "the identifier is empty"},
      {"../1\ta.html", "'../1' can't be a file's name"},
      {"..\ta.html", "'..' can't be a file's name"},
      {"1\t", "the path is empty"},
      {"1\ta.html\t/1.html", "'/1.html' is no absolute URL"},
      {"1\ta.html\thttps://a.example/\tx", "more than three fields"},
  };
  for (const auto& row : rows) {
    bool good = true;
    ::testing::internal::CaptureStderr();
    const auto read = read_manifest("m.tsv", "0\tgood.html\n" + std::string(row.line) + "\n", good);
    const std::string said = ::testing::internal::GetCapturedStderr();
    EXPECT_FALSE(good) << row.line;
    EXPECT_EQ(read.size(), 1U) << row.line;
    EXPECT_THAT(said, HasSubstr("m.tsv:2: ")) << row.line;
    EXPECT_THAT(said, HasSubstr(row.says)) << row.line;
  }
}

}  // namespace
}  // namespace winnow::app
