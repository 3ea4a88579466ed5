#include "repair/punctuation.h"

#include <gtest/gtest.h>

namespace winnow::repair {
namespace {

TEST(Punctuation, WidensBesideChineseOnly) {
  struct Row {
    const char *text, *wide;
  } rows[] = {
      {"你好,世界!", "你好，世界！"},
      {"真的吗?!", "真的吗？！"},
      {"价格(含税)是3,500元", "价格（含税）是3,500元"},
      {"时间:12:30", "时间：12:30"},
      {"GUI(图形界面)", "GUI（图形界面）"},
      {"f(x), g(y)", "f(x), g(y)"},
      {"见 http://a.example/,谢谢", "见 http://a.example/，谢谢"},
      {"(没有配对", "(没有配对"},
      {"", ""},
  };
  for (const Row& row : rows) {
    Log log;
    EXPECT_EQ(widen_punctuation(row.text, log), row.wide);
    EXPECT_EQ(log.total() == 0, std::string_view(row.text) == row.wide);
  }
}

}  // namespace
}  // namespace winnow::repair
