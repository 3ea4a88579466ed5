#include "repair/scan.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "base/json.h"
#include "base/unicode.h"
#include "base/utf8.h"
#include "repair/plain.h"
#include "repair/plain_avx2.h"
#include "repair/signs.h"

namespace winnow::repair {
namespace {

using namespace std::string_view_literals;

Findings found_in(std::string_view text) {
  Findings found;
  scan(text, found);
  return found;
}

Findings found_by_each(std::string_view text) {
  Findings found;
  scan_each(text, found);
  return found;
}

std::string described(const Findings& f) {
  return std::string(f.ill_formed ? "ill-formed " : "") + (f.controls ? "controls " : "") +
         (f.private_use ? "private " : "") + (f.mixed ? "mixed " : "") + (f.entities ? "entities " : "") +
         (f.denormal ? "denormal " : "") + std::to_string(f.marks);
}

// The text at different distances from a block's start, so that each of its bytes is met at each place of a block.
void expect_same_decisions(std::string_view text) {
  for (const std::size_t shift : {0U, 1U, 2U, 29U, 30U, 31U, 64U}) {
    const std::string moved = std::string(shift, 'x') + std::string(text) + "y";
    ASSERT_EQ(described(found_in(moved)), described(found_by_each(moved))) << shift << ": " << text;
  }
}

const std::vector<std::string_view> kTexts = {
    "The last steel section came down on Monday; “forty minutes”, said the engineer — and that was it…",
    "三月十一日下午，最后一段钢梁在东河大桥的中跨缓缓落下，两岸的工人用了四十分钟完成对接。《早报》（1版）",
    "これは普通の日本語です。カタカナもあります。ﾊﾝｶｸも。",
    "정부는 내년도 예산안을 국회에 제출했다고 밝혔다. 한국은행",
    "Ελληνικά «κείμενα», русский текст — «так», L’été à Zürich, Łódź, שלום, العربية, हिन्दी, ไทย",
    "鋼鐵與銀行的錢，鐘錶。銝剜銝",
    "emoji 👨\u200D👩\u200D👧 ❤\uFE0F ① № ™ ½ ·",
    "cafÃ© â€œtestâ€\u009d ÖÐÎÄ 鍥犱负锛屾垜 譁�縺ｮ ├⌐ Γé 锟斤拷 \uFFFD",
    "e\u0301 か\u3099 ⼈民 \u2EA0 \uF900 \uE000 a\u200Bb\0c\x7F\u0093 &nbsp; &amp;amp; &#8217; 國(guó) 中(a) (b)"sv,
};

TEST(Scan, EachKindOfDamageIsSeen) {
  struct Row {
    std::string_view text, found;
  } rows[] = {
      {"plain", "0"},
      {"中文，“引号”——（好）…", "0"},
      {"中\xB8\xAD", "ill-formed mixed 0"},
      {"cut \xE4\xB8", "ill-formed mixed 0"},
      {"lost \uFFFD", "mixed 0"},
      {"a\0b"sv, "controls 0"},
      {"\u0093", "controls 0"},
      {"a\u2028b", "controls 0"},
      {"icon \uE012", "private 0"},
      {"cafÃ©", "mixed 0"},
      {"ÖÐÎÄ", "mixed 0"},
      {"鍥犱负锛", "mixed 0"},
      {"鍖椾含鍥藉", "mixed 0"},
      {"縺薙ｓ", "mixed 0"},
      {"锟斤拷", "mixed 0"},
      {"caf├⌐", "mixed 0"},
      {"it ΓÇÖs", "mixed 0"},
      {"fΓΌr", "mixed 0"},
      {"&amp;nbsp;", "entities 0"},
      {"R&D, & so", "0"},
      {"e\u0301", "denormal 0"},
      {"⼈民", "denormal 0"},
      {"\uFA0E", "0"},
      {"國(guó)說(shuō)", "2"},
  };
  for (const Row& row : rows) {
    for (const std::string& around :
         {std::string(), std::string(100, 'x'), std::string("国家统计局今天发布的数据显示，经济继续增长。")})
      EXPECT_EQ(described(found_in(around + std::string(row.text) + around)), row.found) << row.text;
  }
}

TEST(Scan, BlocksDecideAsCharactersDo) {
  for (const std::string_view text : kTexts) expect_same_decisions(text);
}

TEST(Scan, BlocksDecideAsCharactersDoOnMutations) {
  std::mt19937 random(1);
  const auto below = [&random](std::size_t n) { return random() % n; };
  for (int round = 0; round < 20'000; ++round) {
    std::string text;
    for (std::size_t parts = 1 + below(3); parts > 0; --parts) text += kTexts[below(kTexts.size())];
    for (std::size_t changes = below(4); changes > 0; --changes) {
      const std::size_t at = below(text.size());
      switch (below(3)) {
        case 0:
          text[at] = static_cast<char>(random());
          break;
        case 1:
          text.erase(at, 1 + below(40));
          break;
        default:
          text.insert(at, utf8::of(static_cast<char32_t>(below(0x11000))));
          break;
      }
      if (text.empty()) text = "x";
    }
    ASSERT_EQ(described(found_in(text)), described(found_by_each(text))) << text;
  }
}

TEST(Scan, BlocksDecideAsCharactersDoOnSharedTexts) {
  const char* folder = std::getenv("WINNOW_SHARED");
  if (folder == nullptr) GTEST_SKIP() << "WINNOW_SHARED does not name the folder with the texts";
  for (const char* name : {"mirror", "clean", "mojibake", "ftfy"}) {
    std::ifstream file(std::string(folder) + "/repair/" + name + ".jsonl");
    for (std::string line; std::getline(file, line);) {
      const std::optional<Json> row = Json::parse(line);
      ASSERT_TRUE(row) << name;
      for (const char* field : {"text", "clean"}) {
        const std::string text = (*row)[field].string();
        ASSERT_EQ(described(found_in(text)), described(found_by_each(text))) << text;
      }
    }
  }
}

// Every character, in company that is passed unread: what is passed must be nothing that a gate asks for.
TEST(Scan, EveryCharacterIsDecidedOnAlike) {
  const std::string around = "中文国家统计局今天发布的数据显示中文国家统计局今天";
  for (char32_t c = 1; c < 0x110000; c += c < 0x30000 ? 1 : 0xFFF) {
    const std::string text = around + utf8::of(c) + around;
    ASSERT_EQ(described(found_in(text)), described(found_by_each(text))) << std::hex << static_cast<unsigned>(c);
  }
}

TEST(Scan, WhatMayNotComposeNeverDoes) {
  for (char32_t c = 0x80; c < 0x110000; ++c) {
    if ((c >= 0xD800 && c < 0xE000) || may_compose(c)) continue;
    const std::string self = utf8::of(c);
    // Alone, and behind an accent that a lower combining class would have to pass.
    ASSERT_TRUE(unicode::is_nfc(self) && unicode::is_nfc("x\u0345" + self)) << std::hex << static_cast<unsigned>(c);
  }
}

// Both ways of passing blocks keep to the list in plain.h, whatever the bytes.
TEST(Plain, BothWaysPassTheSame) {
  std::mt19937 random(2);
  for (int round = 0; round < 50'000; ++round) {
    std::string text;
    while (text.size() < 40) text += kTexts[random() % kTexts.size()].substr(random() % 30, 6 + random() % 40);
    const auto is_boundary = [&](std::size_t i) { return (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80; };
    std::size_t at = 3;
    while (!is_boundary(at)) ++at;
    std::string_view one_block(text);
    one_block = one_block.substr(0, std::min(text.size(), at + 32));
    if (one_block.size() < at + 32 || !has_avx2()) continue;
    const bool portable = plain_end_portable(one_block, at) == at + 32;
    ASSERT_EQ(plain_end_avx2(one_block, at) == at + 32, portable) << one_block;
  }
}

TEST(Plain, OrdinaryTextIsPassed) {
  for (const std::string_view text : {kTexts[0], kTexts[1]}) {
    for (const auto end : {plain_end_portable, plain_end}) EXPECT_GE(end(text, 3) + 32, text.size()) << text;
  }
}

}  // namespace
}  // namespace winnow::repair
