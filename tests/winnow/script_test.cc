#include "winnow/internal/script.h"

#include <gtest/gtest.h>

#include <string>

namespace winnow::internal {
namespace {

TEST(Script, LinksGoWithTheirText) {
  Article a;
  a.language = "zh-Hant";
  Block paragraph;
  paragraph.text = "體育新聞說，港口關閉。";
  paragraph.links = {{0, 4, "https://a.example/1"}, {6, 8, "https://a.example/2"}};
  Block list;
  list.type = BlockType::list;
  list.items = {"體育", "關閉"};
  list.links = {{0, 2, "https://a.example/3", 1}};
  a.body = {paragraph, list};
  convert_script(a, Script::simplified);
  EXPECT_EQ(a.body[0].text, "体育新闻说，港口关闭。");
  EXPECT_EQ(a.body[0].links, paragraph.links);
  EXPECT_EQ(a.body[1].items, (std::vector<std::string>{"体育", "关闭"}));
  EXPECT_EQ(a.body[1].links, list.links);
}

}  // namespace
}  // namespace winnow::internal
