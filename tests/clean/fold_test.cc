#include <gtest/gtest.h>

#include "clean/lines.h"

namespace winnow::cleaning {
namespace {

TEST(FoldForCues, CaseWidthScriptReadingsAndSpace) {
  struct Row {
    const char* text;
    const char* folded;
  };
  for (const Row& row : {Row{"  Share  ON\tFacebook ", "share on facebook"},
                         {"ＡＢＣ：，", "abc:,"},
                         {"點擊關閉", "点击关闭"},
                         {"首頁(yè) > 新聞", "首页 > 新闻"},
                         {"责编(AI)", "责编(ai)"},
                         {"财(cái)经(jīng)", "财经"},
                         {"财(", "财("},
                         {"", ""}}) {
    EXPECT_EQ(fold_for_cues(row.text), row.folded) << row.text;
  }
}

}  // namespace
}  // namespace winnow::cleaning
