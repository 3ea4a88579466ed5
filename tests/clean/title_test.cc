#include <gtest/gtest.h>

#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

TEST(CleanTitle, LosesTheSiteAndSpamOnly) {
  struct Row {
    const char* title;
    const char* site;
    const char* cleaned;
  };
  for (const Row& row : {
           Row{"Bridge opens - Example Times", "Example Times", "Bridge opens"},
           {"Example Times | Bridge opens", "Example Times", "Bridge opens"},
           {"大桥通车_财经网", "财经网", "大桥通车"},
           {"大橋通車_财经网", "財經網", "大橋通車"},
           {"大桥通车|亚洲精品国产在线观看免费视频", "", "大桥通车"},
           {"Profit - and loss", "Example Times", "Profit - and loss"},
           {"Example Times", "Example Times", "Example Times"},
           {"well-known", "known", "well-known"},
           {"", "", ""},
       }) {
    EXPECT_EQ(clean_title(row.title, row.site), row.cleaned) << row.title;
  }
}

}  // namespace
}  // namespace winnow::cleaning
