#include "survey/address.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace winnow::survey {
namespace {

using testing::ElementsAre;

TEST(Address, IsTakenApart) {
  const auto address = take_apart("https://www.News.example/sport/2025/05/harbour-bridge.html?p=7&x=#top");
  ASSERT_TRUE(address);
  EXPECT_EQ(address->host, "news.example");
  EXPECT_EQ(address->frame, "/</</</<.html?p=<&x=<");
  EXPECT_THAT(address->pieces, ElementsAre("sport", "2025", "05", "harbour-bridge", "7", ""));
  EXPECT_EQ(address->in_path, 4u);
  EXPECT_EQ(address->path(), "/sport/2025/05/harbour-bridge.html?p=7&x=");
  EXPECT_FALSE(take_apart("mailto:a@news.example"));
  EXPECT_FALSE(take_apart("not an address"));
}

TEST(Address, IsPutTogetherAgainAsItWas) {
  for (const char* path : {"/", "/a/", "//a//b", "/a.b.html", "/a%20b/?", "/?q", "/?a&b=1", "/%D9%81/x.", "/.hidden"}) {
    const auto address = take_apart(std::string("https://n.example") + path);
    ASSERT_TRUE(address) << path;
    const std::string whole = std::string(path) == "/a%20b/?" ? "/a%20b/" : path;
    EXPECT_EQ(address->path(), whole);
  }
}

TEST(Address, OfAnySizeHasABoundedNumberOfPieces) {
  std::string url = "https://n.example";
  for (int i = 0; i < 500; ++i) url += "/a";
  url += "?";
  for (int i = 0; i < 500; ++i) url += "b=1&";
  const auto address = take_apart(url);
  ASSERT_TRUE(address);
  EXPECT_LE(address->pieces.size(), 64u);
}

TEST(Address, ShapeTellsNumbersFromTexts) {
  struct Row {
    const char* one;
    const char* other;
    bool same;
  };
  const Row rows[] = {
      {"/sport/2025/05/03/a-b-c", "/world/2024/11/29/x", true},
      {"/sport/2025-05-03/1.html", "/sport/2025-05-04/22222.html", true},
      {"/sport/2025-05-03/1.html", "/sport/20250504/1.html", false},
      {"/news/1.html", "/news/1.shtml", false},
      {"/news/1", "/news/1/", false},
      {"/news/1", "/news/about", false},
      {"/show?id=1", "/show?id=2", true},
      {"/show?id=1", "/show?cat=2", false},
      {"/%D9%81%D9%82/1", "/abc/2", true},
  };
  for (const Row& row : rows) {
    const auto one = take_apart(std::string("https://n.example") + row.one);
    const auto other = take_apart(std::string("https://www.n.example") + row.other);
    EXPECT_EQ(shape_of(*one) == shape_of(*other), row.same) << row.one << " " << row.other;
  }
}

TEST(Address, GroupsKeepTheNamesBeforeTheLastPiece) {
  const auto group = [](const char* path) {
    const auto address = take_apart(std::string("https://n.example") + path);
    return group_of(*address, shape_of(*address));
  };
  EXPECT_EQ(group("/sport/how-the-bridge-was-built"), group("/sport/why-it-fell-down-again"));
  EXPECT_NE(group("/sport/how-the-bridge-was-built"), group("/world/how-the-bridge-was-built"));
  EXPECT_NE(group("/about"), group("/how-the-bridge-was-built"));
  EXPECT_EQ(group("/about"), group("/contact"));
  EXPECT_NE(group("/list?s=sport"), group("/list?s=world"));
}

TEST(Address, PartsOfASiteAreNamed) {
  for (const char* path : {"/", "/sport/", "/about.html", "/tag/world-news", "/list?s=sport"})
    EXPECT_TRUE(is_named(*take_apart(std::string("https://n.example") + path))) << path;
  for (const char* path : {"/sport/1", "/show?id=7&s=sport", "/how-the-bridge-was-built", "/2025/sport/"})
    EXPECT_FALSE(is_named(*take_apart(std::string("https://n.example") + path))) << path;
}

TEST(Address, NamesAreAFewWordsWithoutDigits) {
  for (const char* name : {"sport", "world-news", "about-our-paper", "%D9%81%D9%82"})
    EXPECT_TRUE(is_name(name)) << name;
  for (const char* name : {"", "2025", "covid19", "how-the-bridge-was-built"}) EXPECT_FALSE(is_name(name)) << name;
}

}  // namespace
}  // namespace winnow::survey
