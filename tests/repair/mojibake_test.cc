#include <gtest/gtest.h>

#include "base/converter.h"
#include "repair/support.h"

namespace winnow::repair {
namespace {

// What a reader sees when text in `real` is read as `wrong`.
std::string misread(std::string_view text, std::string_view real, std::string_view wrong) {
  return to_utf8(wrong, from_utf8(real, text).value());
}

TEST(Mojibake, Utf8ReadInASingleByteEncoding) {
  for (const std::string_view text : {"国家统计局今天发布，经济继续增长。", "naïve café, déjà vu", "l’été “long”…"}) {
    std::string broken(text);
    for (int time = 1; time <= 3; ++time) {
      broken = misread(broken, "UTF-8", "windows-1252");
      EXPECT_EQ(repaired(broken), text) << time << " times";
    }
  }
}

TEST(Mojibake, OtherScriptsAndEncodings) {
  struct Row {
    const char *broken, *text;
  } rows[] = {
      {"РџСЂРёРІРµС‚, РјРёСЂ", "Привет, мир"},
      {"ÐŸÑ€Ð¸Ð²ÐµÑ‚", "Привет"},
      {"×©×œ×•×\u009d", "שלום"},
      {"r√©gime √©quilibr√©", "régime équilibré"},
      {"CÃ¡diz y JaÃ©n", "Cádiz y Jaén"},
      {"nice ðŸ˜€ day", "nice 😀 day"},
      {"hi \u00ED\u00A0\u00BD\u00ED\u00B8\u0080", "hi 😀"},  // CESU-8
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(row.broken), row.text);
}

TEST(Mojibake, OnlyTheBrokenPartOfALineChanges) {
  EXPECT_EQ(repaired("Straße and StraÃŸe"), "Straße and Straße");
  EXPECT_EQ(repaired("新闻 â€œquoteâ€\u009d 结束"), "新闻 “quote” 结束");
}

TEST(Mojibake, EastAsianBytesReadAsLatin) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"gb18030", "国家统计局今天发布的数据显示，经济在第三季度继续增长。"},
      {"Big5", "國家統計局今天發布的數據顯示，經濟在第三季度繼續增長。"},
      {"Shift_JIS", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-KR", "정부는 내년도 예산안을 국회에 제출했다고 밝혔다."},
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(misread(row.text, row.encoding, "windows-1252")), row.text);
}

TEST(Mojibake, OneSegmentTellsTheEncodingOfTheOthers) {
  const std::string line = misread("国家统计局今天发布的数据显示，经济在第三季度继续增长。", "gb18030", "windows-1252");
  const std::string heading = misread("中国", "gb18030", "windows-1252");
  EXPECT_EQ(repaired(heading), heading);  // too little by itself
  EXPECT_EQ(repaired(std::vector<std::string_view>{line, heading, "plain"}).at(1), "中国");
}

TEST(Mojibake, ACharacterCutAtTheEndStays) {
  const std::string line = misread("国家统计局今天发布的数据显示，经济继续", "gb18030", "windows-1252");
  EXPECT_EQ(repaired(line + "Ö"), "国家统计局今天发布的数据显示，经济继续Ö");
}

TEST(Mojibake, WhatIsMeantStays) {
  for (const std::string_view text :
       {"É¿ AHÅ™, the sofa", "SÓ… VOCÊ… É’s", "NESTLÉ® Õ…", "5×£35", "C O N C L U S Ã O", "«está»…", "«слова»… и ещё",
        "Ôôô", "(-1/2)! = √π", "ПоздравЂаво", "Brontë…”", "NICIODATĂ™", "l'œuvre d'André Ångström", "ÄÖÜäöüß",
        "Größe: 3 µm ± 2 °C", "SELKÄ\u00A0EDELLÄ\u00A0MAAHAN", "Ελληνικά «κείμενα»", "Łódź, Kraków", "Đặng Thùy Trâm"})
    EXPECT_EQ(repaired(text), text);
}

TEST(Mojibake, OffLeavesItAlone) {
  RepairOptions options;
  options.mojibake = false;
  EXPECT_EQ(repaired("cafÃ©", options), "cafÃ©");
}

}  // namespace
}  // namespace winnow::repair
