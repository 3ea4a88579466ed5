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
      {",简称高新区", "，简称高新区"},  // a line that a page broke
      {";第二条", "；第二条"},
      {":选项", ":选项"},
      {"没有(配对\n在下一行)", "没有(配对\n在下一行)"},
      {"他说:“走吧;快!”", "他说：“走吧；快！”"},
      {"增长了5%,下降了3%", "增长了5%，下降了3%"},
      {"1,000人,2:30,3:2", "1,000人，2:30,3:2"},
      {"配置 (见下)", "配置 (见下)"},
      {"文件名: a.txt", "文件名： a.txt"},
      {"用bash(1)和f(x)", "用bash(1)和f(x)"},
      {"外(内(里)外)", "外（内（里）外）"},
      {"人工智能(AI),机器学习(machine learning)", "人工智能（AI），机器学习（machine learning）"},
      {"std::string不变", "std::string不变"},
      {"https://a.example/b?c=中文", "https://a.example/b?c=中文"},
      {"Hello, world! (really?)", "Hello, world! (really?)"},
      {"panic!没有", "panic!没有"},
      {"国内生产总值GDP,CPI和PPI", "国内生产总值GDP，CPI和PPI"},
      {"a,b,c", "a,b,c"},
      {"안녕, 세계!", "안녕, 세계!"},
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
