#include "base/han_model.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <string>

#include "base/utf8.h"

namespace winnow::han {
namespace {

// What the first lookup of all costs.
TEST(HanModel, NothingIsLoaded) {
  const auto start = std::chrono::steady_clock::now();
  const float pair = log_pair(U'中', U'国');
  const std::uint8_t weight = word_weight(U"中国");
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::milliseconds(10));
  EXPECT_LT(pair, 0);
  EXPECT_GT(weight, 0);
}

float log_text(std::u32string_view text) {
  float sum = 0;
  char32_t before = 0;
  for (const char32_t c : text) {
    sum += log_pair(before, c);
    before = c;
  }
  return sum + log_pair(before, 0);
}

TEST(HanModel, TheLikelierTextWins) {
  struct Row {
    std::u32string_view likely, unlikely;
  } rows[] = {
      {U"我们", U"我门"},     {U"因为它们", U"因胃它们"}, {U"经济发展", U"经剂发展"}, {U"新闻", U"新门"},
      {U"的，", U"第，"},     {U"，但", U"，蛋"},         {U"3个", U"3隔"},           {U"中国", U"国中"},
      {U"图书馆", U"图书管"}, {U"复杂", U"复乍"},
  };
  for (const Row& row : rows) EXPECT_GT(log_text(row.likely), log_text(row.unlikely)) << utf8::encode(row.likely);
}

TEST(HanModel, CommonCharacters) {
  EXPECT_GT(log_character(U'的'), log_character(U'地'));
  EXPECT_GT(log_character(U'国'), log_character(U'國'));
  EXPECT_GT(log_character(U'龘'), -30);
  EXPECT_GT(log_character(0xE3F9), -30);
}

// For any character before, those after share one probability with the border of the word, about.
TEST(HanModel, ProbabilitiesSumToOne) {
  for (const char32_t a : {U'中', U'的', U'第', U'龘', U',', char32_t{0}}) {
    double sum = 0;
    for (char32_t b = 0x3400; b < 0xA000; ++b) {
      if (log_character(b) > log_character(0xE000)) sum += std::exp(log_pair(a, b));
    }
    EXPECT_GT(sum, .85) << utf8::of(a);
    EXPECT_LT(sum, 1.1) << utf8::of(a);
  }
}

TEST(HanModel, AnyCharactersAreSafe) {
  const char32_t some[] = {0, U'a', U' ', U'，', U'中', U'國', U'龘', 0xE3F9, 0xD800, 0x20000, 0x10FFFF, ~char32_t{0}};
  for (const char32_t a : some) {
    EXPECT_TRUE(std::isfinite(log_character(a)));
    for (const char32_t b : some) {
      EXPECT_TRUE(std::isfinite(log_pair(a, b)));
      EXPECT_LE(log_pair(a, b), 0);
    }
  }
}

TEST(HanModel, Words) {
  for (const std::u32string_view word : {U"中国", U"我们", U"图书馆", U"为什么", U"社会主义", U"莫名其妙", U"一个"}) {
    EXPECT_GT(word_weight(word), 1) << utf8::encode(word);
  }
  for (const std::u32string_view none :
       {U"", U"中", U"国中国", U"们我", U"ab", U"中a", U"中国人民解放军", U"龘龘", U"\xE3F9中"}) {
    EXPECT_EQ(word_weight(none), 0) << utf8::encode(none);
  }
  EXPECT_GT(word_weight(U"我们"), word_weight(U"我国"));
  EXPECT_GT(log_word(word_weight(U"我们")), log_word(word_weight(U"图书馆")));
  EXPECT_NEAR(log_word(1) - log_word(17), -1, 1e-4);
}

}  // namespace
}  // namespace winnow::han
