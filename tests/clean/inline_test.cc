#include "clean/inline.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace winnow::cleaning {
namespace {

struct Row {
  const char *text, *kept;
  std::vector<Link> links, kept_links;
};

TEST(TrailingCredit, GoesAndLinksStayWhereTheyWere) {
  const std::string url = "https://a.example/";
  for (const Row& row : std::vector<Row>{
           {"港口周一关闭。（责任编辑：王小明）", "港口周一关闭。", {}, {}},
           {"港口周一关闭。（责任编辑：王小明）", "港口周一关闭。", {{2, 4, url}}, {{2, 4, url}}},
           {"港口周一关闭。（责任编辑：王小明）", "港口周一关闭。", {{2, 4, url}, {13, 16, url}}, {{2, 4, url}}},
           {"港口周一关闭。（责任编辑：王小明）", "港口周一关闭。", {{4, 12, url}}, {{4, 7, url}}},
           {" 港口周一关闭。（编辑：王）", "港口周一关闭。", {{1, 3, url}}, {{0, 2, url}}},
           {"港口周一关闭（至周五）", "港口周一关闭（至周五）", {{6, 11, url}}, {{6, 11, url}}},
       }) {
    extract::DraftBlock block;
    block.block.text = row.text;
    block.block.links = row.links;
    std::vector<extract::DraftRemoved> removed;
    strip_trailing_credit(block, removed);
    EXPECT_EQ(block.block.text, row.kept);
    EXPECT_EQ(block.block.links, row.kept_links) << row.text;
  }
}

}  // namespace
}  // namespace winnow::cleaning
