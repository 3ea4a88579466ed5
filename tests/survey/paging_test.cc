#include "survey/paging.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "survey/twins.h"

namespace winnow::survey {
namespace {

TEST(Paging, FurtherPagesByTheirAddresses) {
  struct Row {
    const char* first;
    const char* other;
    int page;  // 0: none of it
  };
  const Row rows[] = {
      {"/news/", "/news/page/3/", 3},
      {"/news/", "/news/2", 2},
      {"/news/", "/news/index_3.html", 3},
      {"/news/index.html", "/news/index-2.html", 2},
      {"/news/list.html", "/news/list-2.html", 2},
      {"/news", "/news/page/2", 2},
      {"/news", "/news?page=4", 4},
      {"/news/", "/news/?offset=20", 20},
      {"/list?s=sport", "/list?s=sport&p=2", 2},
      {"/list?s=sport&p=1", "/list?s=sport&p=2", 2},
      {"/story.html", "/story_2.html", 2},
      {"/story.html", "/story.html?seite=2", 2},
      {"/list?cat=1", "/list?cat=2", 0},
      {"/list?s=sport", "/list?s=world&p=2", 0},
      {"/news/", "/news/2025/05/03/", 0},
      {"/news/", "/news/sport/2", 0},
      {"/", "/economy/2", 0},
      {"/", "/page/2", 2},
      {"/news/", "/news/12345", 0},
      {"/news/", "/news/", 0},
      {"/show?id=7", "/show?id=8", 0},
  };
  for (const Row& row : rows) {
    const std::string host = "https://n.example";
    EXPECT_EQ(page_of_list(host + row.first, host + row.other).value_or(0), row.page) << row.first << " " << row.other;
  }
  EXPECT_FALSE(page_of_list("https://n.example/a", "https://m.example/a?page=2"));
  EXPECT_FALSE(page_of_list("", ""));
}

// Whatever page_of_list takes for a further page leads back to its first.
TEST(Paging, FirstPagesAreFoundAgain) {
  struct Row {
    const char* other;
    const char* first;
  };
  const Row rows[] = {
      {"/news/page/3/", "/news/"},      {"/news/2", "/news"},
      {"/news/index_3.html", "/news/"}, {"/news/list-2.html", "/news/list.html"},
      {"/news?page=4", "/news"},        {"/list?s=sport&p=2", "/list?s=sport"},
      {"/story_2.html", "/story.html"}, {"/story.html?seite=2", "/story.html"},
      {"/news/load/2", "/news/"},
  };
  for (const Row& row : rows) {
    const auto firsts = first_pages_of(std::string("https://n.example") + row.other);
    EXPECT_TRUE(std::find(firsts.begin(), firsts.end(), std::string("https://n.example") + row.first) != firsts.end())
        << row.other;
  }
  EXPECT_TRUE(first_pages_of("https://n.example/news/").empty());
  EXPECT_TRUE(first_pages_of("nothing").empty());
}

TEST(Twins, ThePlainFormIsTheAddressWithoutAName) {
  struct Row {
    const char* twin;
    const char* plain;
  };
  const Row rows[] = {
      {"/print/news/1.html", "/news/1.html"},       {"/news/1.html?print=1", "/news/1.html"},
      {"/sport/story-77/amp/", "/sport/story-77/"}, {"/amp/sport/story-77", "/sport/story-77"},
      {"/show?id=7&view=print", "/show?id=7"},      {"/comments/show?id=7", "/show?id=7"},
  };
  for (const Row& row : rows) {
    const auto plain = plain_forms_of(std::string("https://n.example") + row.twin);
    EXPECT_TRUE(std::find(plain.begin(), plain.end(), std::string("https://n.example") + row.plain) != plain.end())
        << row.twin;
  }
  EXPECT_TRUE(plain_forms_of("https://n.example/story").empty());
}

TEST(Twins, NearTextsAreNear) {
  EXPECT_TRUE(is_near("00000000000000ff", "00000000000000fe"));
  EXPECT_FALSE(is_near("00000000000000ff", "ff00000000000000"));
  EXPECT_FALSE(is_near("", ""));
}

}  // namespace
}  // namespace winnow::survey
