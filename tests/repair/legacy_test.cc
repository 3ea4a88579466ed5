#include "repair/legacy.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "repair/damage.h"
#include "repair/points.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kChinese = "记者从市水务局获悉，新的供水管线已经建成，居民用水得到保障。";

std::string latin(std::string_view text, std::string_view encoding) { return read_as("windows-1252", text, encoding); }

Legacy looked_at(std::string_view segment) {
  Legacy legacy;
  legacy.look_at(to_points(segment));
  return legacy;
}

std::string fixed(const Legacy& legacy, std::string_view segment) {
  Points text = to_points(segment);
  Log log;
  (void)legacy.fix(text, log);
  return to_text(text);
}

TEST(Legacy, FindsTheEncodingsOfEastAsia) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"gb18030", kChinese},
      {"gb18030", "新华网北京电"},
      {"gb18030", "中國人民銀行宣布調整利率"},
      {"Big5", "臺北市政府昨天宣布，新的捷運路線預計明年開工。"},
      {"Shift_JIS", "県は来年度の予算案をまとめ、道路の補修に重点を置くと発表した。"},
      {"EUC-JP", "県は来年度の予算案をまとめ、道路の補修に重点を置くと発表した。"},
      {"EUC-KR", "서울시는 올해 안에 새로운 공원을 열겠다고 밝혔다."},
  };
  for (const Row& row : rows) {
    const std::string broken = latin(row.text, row.encoding);
    const Legacy legacy = looked_at(broken);
    EXPECT_TRUE(legacy.found()) << row.encoding;
    EXPECT_EQ(fixed(legacy, broken), row.text) << row.encoding;
  }
}

TEST(Legacy, IsNotFoundInLatinTexts) {
  for (const std::string_view text :
       {"Größe: 3 µm ± 2 °C, Straßenbahn, Äußerung, ÖBB", "L’œuvre d’André, déjà là, créée à Évry", "ÄÖÜäöüß ÀÁÂÃÄÅÆÇ",
        "SELKÄ EDELLÄ MAAHAN, HÄÄYÖAIE, RÄÄKKÄÄ", "¿Qué? ¡Sí! ÑAÑÚ", "Þórður Ægir Óskarsson", "plain"})
    EXPECT_FALSE(looked_at(text).found()) << text;
}

TEST(Legacy, OneSegmentTellsTheEncodingOfTheOthers) {
  const Legacy legacy = looked_at(latin(kChinese, "gb18030"));
  EXPECT_EQ(fixed(legacy, latin("中国", "gb18030")), "中国");
  EXPECT_EQ(fixed(legacy, "标题：" + latin("中文新闻", "gb18030") + "（正确）"), "标题：中文新闻（正确）");
}

TEST(Legacy, RealLatinWordsOfADamagedDocumentStay) {
  const Legacy legacy = looked_at(latin(kChinese, "gb18030"));
  for (const std::string_view text : {"Zürich", "señor Núñez", "café", "François Hollande", "déjà vu", "Kärnten"})
    EXPECT_EQ(fixed(legacy, text), text);
}

TEST(Legacy, TwoEncodingsInOneDocument) {
  const std::string korean = "서울시는 올해 안에 새로운 공원을 열겠다고 밝혔다.";
  Legacy legacy;
  legacy.look_at(to_points(latin(kChinese, "gb18030")));
  legacy.look_at(to_points(latin(korean, "EUC-KR")));
  EXPECT_EQ(fixed(legacy, latin(kChinese, "gb18030")), kChinese);
}

TEST(Legacy, ACutCharacterStays) {
  const std::string broken = latin(kChinese, "gb18030");
  const Legacy legacy = looked_at(broken);
  EXPECT_EQ(fixed(legacy, broken + "Ö"), std::string(kChinese) + "Ö");
}

TEST(Legacy, WithErrorsNothingIsDone) {
  const Legacy legacy = looked_at(latin(kChinese, "gb18030"));
  const std::string broken = latin("新的供水管线", "gb18030");
  const std::string lost = "ÿÿ" + broken;
  EXPECT_EQ(fixed(legacy, lost), lost);
}

TEST(Legacy, SaysHowSureItIs) {
  const std::string broken = latin(kChinese, "gb18030");
  const Legacy legacy = looked_at(broken);
  Points text = to_points(broken);
  Log log;
  ASSERT_TRUE(legacy.fix(text, log));
  ASSERT_EQ(log.changes().size(), 1U);
  EXPECT_EQ(log.changes()[0].why, "gb18030 read as windows-1252");
  EXPECT_GT(log.changes()[0].confidence, 0.7);
  EXPECT_LT(log.changes()[0].confidence, 1.0);
}

}  // namespace
}  // namespace winnow::repair
