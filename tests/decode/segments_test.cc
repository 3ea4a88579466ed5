#include "decode/segments.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/converter.h"
#include "base/utf8.h"
#include "decode/decode.h"

namespace winnow::decode {
namespace {

struct Part {
  std::string_view encoding, text;
};

constexpr std::string_view kPage =
    "<p>气象台说，明天有小到中雨，气温下降。</p>\n<p>市民可以带伞出门，晚上注意保暖。</p>\n"
    "<p>记者昨天在车站看到，旅客比往年多。</p>\n<p>铁路部门增开了三十趟列车。</p>\n";
constexpr std::string_view kHongKong =
    "<p>天文台說，明天有雨，氣溫下降，市民外出時請帶傘。</p>\n<p>記者昨天在車站看到旅客。</p>\n";
constexpr std::string_view kJapanese =
    "<p>気象庁によると、明日は雨が降るでしょう。</p>\n<p>記者が駅で旅行者に話を聞いた。</p>\n";
constexpr std::string_view kKorean =
    "<p>기상청은 내일 전국에 비가 내린다고 밝혔다.</p>\n<p>시민들은 우산을 준비해야 합니다.</p>\n";
constexpr std::string_view kFrench = "<p>Voilà l’été à Paris : les cafés, déjà pleins, n’ont plus de tables.</p>\n";

std::string bytes_of(const std::vector<Part>& parts) {
  std::string bytes;
  for (const Part& part : parts) bytes += from_utf8(part.encoding, part.text).value();
  return bytes;
}

std::string text_of(const std::vector<Part>& parts) {
  std::string text;
  for (const Part& part : parts) text += part.text;
  return text;
}

TEST(Segments, AStretchInAnotherEncodingIsReadInIt) {
  const std::vector<Part> pages[] = {
      {{"UTF-8", kPage}, {"gb18030", "<div>联系我们 版权所有 未经许可不得转载</div>"}},
      {{"gb18030", "<a href=\"/\">首页</a><a href=\"/n\">新闻</a><a href=\"/s\">体育</a><b>模型</b>"},
       {"UTF-8", kPage}},
      {{"UTF-8", kPage}, {"gb18030", "<!-- 广告位招租，请联系本站 -->"}, {"UTF-8", kPage}},
      {{"UTF-8", kPage}, {"Big5", "<p>歡迎光臨我們的網站，請先登入會員</p>"}},
      {{"UTF-8", kPage}, {"Shift_JIS", "<p>ホームページへようこそ</p>"}},
      {{"UTF-8", kPage}, {"EUC-KR", "<p>홈페이지에 오신 것을 환영합니다</p>"}},
      {{"gb18030", kPage}, {"UTF-8", "<div>联系我们，版权所有</div>"}, {"gb18030", kPage}},
      {{"gb18030", kPage}, {"UTF-8", "<li>首页</li><li>新闻网</li><li>财经网</li>"}},
      {{"Big5", kHongKong}, {"UTF-8", "<div>版權所有，不得轉載</div>"}},
      {{"Shift_JIS", kJapanese}, {"UTF-8", "<div>無断転載を禁じます</div>"}},
      {{"EUC-KR", kKorean}, {"UTF-8", "<div>무단전재 및 재배포 금지</div>"}},
  };
  for (const auto& page : pages) {
    const Text text = to_text(bytes_of(page), "", "auto", true);
    EXPECT_EQ(text.utf8, text_of(page)) << text.encoding;
    EXPECT_EQ(text.trace.back().action, "segment") << text_of(page);
  }
}

TEST(Segments, TheLabelDoesNotMatter) {
  const std::vector<Part> page = {{"UTF-8", kPage}, {"gb18030", "<div>联系我们 版权所有 未经许可不得转载</div>"}};
  for (const std::string_view type : {"text/html", "text/html; charset=utf-8", "text/html; charset=gbk"}) {
    const Text text = to_text(bytes_of(page), type, "auto", true);
    EXPECT_EQ(text.utf8, text_of(page)) << type;
    EXPECT_EQ(text.encoding, "UTF-8") << type;
  }
}

TEST(Segments, SingleBytesOfWindows1252AreRead) {
  const std::vector<Part> pages[] = {
      {{"UTF-8", kPage}, {"windows-1252", kFrench}},
      {{"UTF-8", kFrench}, {"windows-1252", kFrench}},
      {{"UTF-8", kFrench}, {"windows-1252", "<p>“It’s here” – £5, 20°, © Zoë’s café …</p>"}},
      {{"UTF-8", kFrench}, {"windows-1252", "<p>cœur, Übung, Österreich, à la carte, naïve</p>"}},
  };
  for (const auto& page : pages) {
    const Text text = to_text(bytes_of(page), "text/html; charset=utf-8", "auto", true);
    EXPECT_EQ(text.utf8, text_of(page));
    EXPECT_EQ(text.trace.back().action, "stray bytes");
  }
}

TEST(Segments, WhatIsTooShortToTellStays) {
  const std::string page(kPage);
  for (const std::string_view broken : {
           "<p>\xD6\xD0</p>",             // two bytes that may be anything
           "<p>天\xE6\xB0</p>",           // a character that lost its end
           "<p>天\xB0\x94象台</p>",       // ... its start
           "<p>caf\xC3 au lait</p>",      // ... its end, Latin
           "<p>Voil\xA0 l</p>",           // ... its start, Latin
           "<p>don\xE2\x80t</p>",         // ... its last byte
           "<p>\xFF\xFE\xFD\xFC\xFB</p>"  // noise
       }) {
    const std::string bytes = page + std::string(broken);
    EXPECT_EQ(to_text(bytes, "text/html; charset=utf-8", "auto", true).utf8, utf8::scrub(bytes));
  }
}

TEST(Segments, ALostByteChangesNothingElse) {
  std::string page;
  for (const std::string_view part : {kPage, kHongKong, kJapanese, kKorean}) page += part;
  for (std::size_t at = 0; at < page.size(); ++at) {
    if (static_cast<unsigned char>(page[at]) < 0x80) continue;
    const std::string bytes = page.substr(0, at) + page.substr(at + 1);
    ASSERT_EQ(to_text(bytes, "", "auto", true).utf8, utf8::scrub(bytes)) << at;
  }
}

TEST(Segments, CountsTheErrorsThatAreLeft) {
  EXPECT_EQ(by_segments("UTF-8", "b\xE9z").errors, 0U);
  EXPECT_EQ(by_segments("UTF-8", "\x81\x82\x83").errors, 3U);
  EXPECT_EQ(by_segments("UTF-8", "").utf8, "");
}

TEST(Segments, ManyStretchesAreBounded) {
  std::string bytes;
  for (int i = 0; i < 3000; ++i) bytes += "<p>中文字</p>" + std::string("<p>\xD6\xD0\xB9\xFA\xC8\xCB\xC3\xF1</p>");
  const Mixed mixed = by_segments("UTF-8", bytes);
  EXPECT_TRUE(utf8::valid(mixed.utf8));
  EXPECT_LT(mixed.trace.size(), 32U);
}

}  // namespace
}  // namespace winnow::decode
