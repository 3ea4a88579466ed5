#include "repair/mirror/evidence.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/han.h"
#include "newsstand/mirror_damage.h"
#include "repair/mirror/articles.h"

namespace winnow::repair::mirror {
namespace {

using Lines = std::vector<std::string_view>;

struct Found {
  Census census;
  Evidence evidence;
};

Found look(const Lines& lines) {
  Found found{Census(lines), look_for_marks(lines)};
  weigh(found.evidence, found.census);
  return found;
}

struct Row {
  const char* what;
  bool convinces;
  Lines lines;
};

const std::vector<Row> kRows = {
    {"nothing", false, {}},
    {"a mirror",
     true,
     {"我們的國(guó)家在過(guò)去一年里發(fā)展很快,經(jīng)濟增長超過(guò)了預期。",
      "記者問(wèn):這個(gè)目標能實現(xiàn)嗎?"}},
    {"a mirror's short paragraph: too little", false, {"我們的國(guó)家在過(guò)去一年里變化很大。"}},
    {"real Traditional text, a few readings of names",
     false,
     {"臺灣作家龍應(yìng)台昨日出席臺北國際書展，與讀者談她的新書。",
      "書中提到的地名「冇(mǎo)岸」與「蚵(kē)寮」都在濱海公路旁。",
      "她說，龍應台的應字常被讀錯，這個字在這裡讀第四聲；讀者也應當留意。"}},
    {"real Traditional text that explains one character again and again",
     false,
     {"國(guó)字的寫法很多，國(guó)字旁邊還有一個玉，國(guó)字在古書裡是這樣寫的。", "這個國(guó)字，與別的字不同。"}},
    {"a textbook with pinyin",
     false,
     {"小(xiǎo)猫(māo)钓(diào)鱼(yú)",
      "老(lǎo)猫(māo)和(hé)小(xiǎo)猫(māo)一(yì)起(qǐ)在(zài)河(hé)边(biān)钓(diào)鱼(yú)。"}},
    {"a Traditional textbook: every character",
     false,
     {"國(guó)語(yǔ)課(kè)本(běn)",
      "學(xué)習(xí)說(shuō)話(huà)讀(dú)書(shū)寫(xiě)字(zì)，開(kāi)開(kāi)心(xīn)心(xīn)。"}},
    {"a dictionary with several readings a character",
     false,
     {"長：長(cháng)度；長(zhǎng)大。", "樂：快樂的樂(lè)；音樂的樂(yuè)。", "傳：傳(chuán)說；傳(zhuàn)記。",
      "調：調(tiáo)和；調(diào)查。", "應：應(yīng)該；應(yìng)答。"}},
    {"a glossary",
     false,
     {"单于(chán yú)：匈奴君主的称号。", "可汗(kè hán)：北方民族君主的称号。", "龟兹(qiū cí)：西域古国。",
      "阏氏(yān zhī)：单于的妻子。"}},
    {"a glossary of single characters",
     false,
     {"睢(suī)：睢阳，古地名。", "郫(pí)：郫县，在四川。", "歙(shè)：歙县，在安徽。", "亳(bó)：亳州，在安徽。",
      "婺(wù)：婺源，在江西。"}},
    {"a classical poem with readings of rare characters",
     false,
     {"噫(yī)吁(xū)嚱(xī)，危乎高哉！", "蜀道之難，難於上青天！", "蠶(cán)叢及魚鳧(fú)，開國何茫然！",
      "爾來四萬八千歲，不與秦塞通人煙。", "西當太白有鳥道，可以橫絕峨眉巔。", "砯(pīng)崖轉石萬壑(hè)雷。"}},
    {"wrong readings",
     false,
     {"國(huì)家、會(guó)議、時(lái)間、發(guó)展、說(huì)話和學(guó)習都寫在這里了,沒有別的。"}},
    {"brackets that hold words", false, {"國(abc)家、會(GUI)議、時(of)間、第3頁(见图)和別的。"}},
};

TEST(Evidence, ConvincesForMirrorsOnly) {
  for (const Row& row : kRows) {
    const Found found = look(row.lines);
    EXPECT_EQ(found.evidence.convinces(), row.convinces) << row.what << ": " << found.evidence.describe();
  }
}

TEST(Evidence, CountsMarksAndKeys) {
  const Evidence evidence = look({"國(guó)家、國(guó)歌與時(shí)間", "國、會(guó)"}).evidence;
  EXPECT_EQ(evidence.marks, 3U);
  EXPECT_EQ(evidence.wrong, 1U);
  EXPECT_EQ(evidence.traditional, 3U);
  EXPECT_EQ(evidence.single, 2U);
  EXPECT_EQ(evidence.expected, 4U);
  EXPECT_EQ(evidence.han, 9U);
}

// 乾 may be marked though Simplified text has it; a single reading in brackets is the article's own.
TEST(Evidence, ASimplifiedCharacterIsAKeyWhereItIsAlwaysMarked) {
  EXPECT_NE(look({"和(hé)你和(hé)我和(hé)他"}).evidence.table.find(U'和'), nullptr);
  EXPECT_EQ(look({"和(hé)你和(hé)我"}).evidence.table.find(U'和'), nullptr);
  EXPECT_EQ(look({"和(hé)你和(hé)我和(hé)他,和和和"}).evidence.table.find(U'和'), nullptr);
}

std::vector<std::string> damaged(const NewsArticle& article, const newsstand::Mirror& mirror) {
  std::vector<std::string> lines;
  for (const std::string_view paragraph : article.paragraphs) lines.push_back(mirror.damage(paragraph));
  return lines;
}

TEST(Evidence, ConvincesForEveryDamagedArticleAndForNoWholeOne) {
  const newsstand::Mirror mirror(newsstand::frequent_table(90));
  for (const NewsArticle& article : articles()) {
    const std::vector<std::string> lines = damaged(article, mirror);
    EXPECT_TRUE(look(Lines(lines.begin(), lines.end())).evidence.convinces()) << article.field;
    EXPECT_EQ(look(article.paragraphs).evidence.marks, 0U) << article.field;
  }
}

// What all articles of a host taught.
Table host_table() {
  const newsstand::Mirror mirror(newsstand::frequent_table(90));
  Table table;
  for (const NewsArticle& article : articles()) {
    const std::vector<std::string> lines = damaged(article, mirror);
    table.merge(look(Lines(lines.begin(), lines.end())).evidence.table);
  }
  return table;
}

struct FitRow {
  const char* what;
  bool fits;
  Lines lines;
};

TEST(Fits, AShortDocumentOfAKnownHost) {
  const Table known = host_table();
  const newsstand::Mirror mirror(newsstand::frequent_table(90));
  const std::string headline = mirror.damage("大国工匠");
  const std::string sentence = mirror.damage("他说，这个问题已经解决。");
  for (const FitRow& row : std::vector<FitRow>{
           {"a headline", true, {headline}},
           {"a sentence", true, {sentence}},
           {"real Traditional", false, {"大國工匠"}},
           {"real Traditional, one reading", false, {"他說，這個問題(tí)已經解決了，我們都來學習。"}},
           {"no Chinese", false, {"Hello"}},
           {"nothing", false, {}},
       }) {
    const Found found = look(row.lines);
    EXPECT_EQ(fits(found.evidence, found.census, known), row.fits) << row.what << ": " << found.evidence.describe();
    EXPECT_FALSE(found.evidence.convinces()) << row.what;
    EXPECT_FALSE(fits(found.evidence, found.census, Table::parse("國 9 9 guó\n"))) << "of too few keys";
  }
}

}  // namespace
}  // namespace winnow::repair::mirror
