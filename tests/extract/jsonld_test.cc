#include "extract/jsonld.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::extract {
namespace {

using Texts = std::vector<std::string>;

std::vector<Json> read(const std::string& json) {
  return read_jsonld(parse::parse("<script type='application/ld+json'>" + json + "</script>"));
}

TEST(Jsonld, GraphsAndArraysAreFlattenedArticlesFirst) {
  const std::vector<std::string> rows = {
      R"({"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"H"}]})",
      R"([{"@type":"WebPage"},[{"@type":"NewsArticle","headline":"H"}]])",
      R"({"@type":"WebPage","mainEntity":{"@type":["Thing","NewsArticle"],"headline":"H"}})",
      R"([{"@type":"WebPage"},{"@type":"http://schema.org/BlogPosting","headline":"H"}])",
  };
  for (const std::string& row : rows) {
    std::vector<Json> objects = read(row);
    ASSERT_EQ(objects.size(), 2u) << row;
    EXPECT_TRUE(is_article_type(objects[0])) << row;
    EXPECT_EQ(objects[0]["headline"].string(), "H") << row;
    EXPECT_FALSE(is_article_type(objects[1])) << row;
  }
}

TEST(Jsonld, ReferencesAreResolved) {
  std::vector<Json> objects =
      read(R"({"@graph":[{"@type":"Article","author":{"@id":"#p"}},{"@id":"#p","@type":"Person","name":"Jane Doe"}]})");
  ASSERT_FALSE(objects.empty());
  EXPECT_EQ(at_path(objects[0], "author"), Texts{"Jane Doe"});
}

TEST(Jsonld, Paths) {
  std::vector<Json> objects =
      read(R"({"@type":"Article","headline":"H","n":7,"empty":"","author":[{"name":"A"},{"name":["B","C"]},"D"],)"
           R"("publisher":{"name":"P","logo":{"url":"L"}},"about":{"@value":"V"}})");
  ASSERT_EQ(objects.size(), 1u);
  struct Row {
    const char* path;
    Texts expected;
  };
  const std::vector<Row> rows = {
      {"headline", {"H"}},
      {"author", {"A", "B", "C", "D"}},
      {"author.name", {"A", "B", "C"}},
      {"publisher", {"P"}},
      {"publisher.logo.url", {"L"}},
      {"n", {"7"}},
      {"about", {"V"}},
      {"empty", {}},
      {"no.such", {}},
      {"headline.name", {}},
      {"publisher.logo", {}},
  };
  for (const Row& row : rows) EXPECT_EQ(at_path(objects[0], row.path), row.expected) << row.path;
}

TEST(Jsonld, IllFormedScriptsAreLeftOut) {
  EXPECT_TRUE(read("{").empty());
  EXPECT_TRUE(read("").empty());
  EXPECT_TRUE(read("7").empty());
}

TEST(Jsonld, ObjectsAreCapped) {
  std::string many = "[";
  for (int i = 0; i < 5000; ++i) many += R"({"@type":"Thing"},)";
  EXPECT_LE(read(many + "{}]").size(), 256u);
}

}  // namespace
}  // namespace winnow::extract
