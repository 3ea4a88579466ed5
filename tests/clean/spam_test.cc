#include "clean/spam.h"

#include <gtest/gtest.h>

#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

Familiar bridge() {
  Familiar familiar;
  familiar.add(fold_for_cues(
      "周一上午，新的跨江大桥正式通车，市民步行过桥。设计师说，桥梁可以使用一百年，交通部门将在年底前开通公交线路。"));
  return familiar;
}

struct Row {
  const char* text;
  bool spam;
};

TEST(KeywordSpam, ToldByFormAndForeignWords) {
  for (const Row& row : {
           Row{"亚洲精品国产专区,欧美日韩在线观看免费,久久综合高清无码,中文字幕一区二区", true},
           {"手机棋牌娱乐城_注册送彩金_真人百家乐_时时彩投注平台", true},
           {"装修公司排名 别墅设计报价 地板瓷砖批发 卫浴洁具代理 家具城打折", true},
           {"跨江大桥,桥梁,交通部门,公交线路,市民步行", false},
           {"设计师说，新桥的造价为三亿元，比预算低一成。", false},
           {"跨江大桥通车", false},
           {"Bridge, river, traffic, engineers", false},
           {"", false},
       }) {
    EXPECT_EQ(is_keyword_spam({row.text, fold_for_cues(row.text)}, bridge()), row.spam) << row.text;
  }
}

}  // namespace
}  // namespace winnow::cleaning
