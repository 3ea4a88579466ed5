#include "decode/detect.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/converter.h"
#include "base/single_byte.h"
#include "base/utf8.h"

namespace winnow::decode {
namespace {

constexpr std::string_view kRussian =
    "Правительство опубликовало новые данные о росте экономики в третьем квартале. Об этом сообщили в министерстве.";
constexpr std::string_view kGreek =
    "Η κυβέρνηση ανακοίνωσε σήμερα τα νέα μέτρα για την οικονομία και την εργασία στη χώρα, όπως είπε ο υπουργός.";

TEST(Detect, ByWhatItDecodesTo) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"gb18030", "国家统计局今天发布的数据显示，经济在第三季度继续增长。"},
      {"gb18030", "中国新闻"},
      {"Big5", "國家統計局今天發布的數據顯示，經濟在第三季度繼續增長。"},
      {"Shift_JIS", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"EUC-KR", "정부는 내년도 예산안을 국회에 제출했다고 밝혔다."},
      {"windows-1251", kRussian},
      {"KOI8-R", kRussian},
      {"ISO-8859-7", kGreek},
      {"windows-1252", "He said “so” – and left."},
      {"ISO-2022-JP", "東京都は新しい計画を発表した。来年度までに利用者を増やしたい。"},
      {"UTF-16LE", "<html><body>plain words</body></html>"},
      {"UTF-16BE", "<html><body>plain words</body></html>"},
      {"UTF-8", "plain words"},
      {"UTF-8", ""},
  };
  for (const Row& row : rows) {
    const std::string bytes = from_utf8(row.encoding, row.text).value();
    const std::string_view found = detect(bytes).encoding;
    // windows-1253 and ISO-8859-7 differ in signs that this text lacks.
    EXPECT_EQ(to_utf8(found, bytes), row.text) << row.encoding << " taken for " << found;
  }
}

// All stretches of so many characters.
std::vector<std::string> windows_of(std::string_view text, std::size_t size) {
  const std::u32string characters = utf8::decode(text);
  std::vector<std::string> windows;
  for (std::size_t at = 0; at + size <= characters.size(); ++at)
    windows.push_back(utf8::encode(std::u32string_view(characters).substr(at, size)));
  return windows;
}

TEST(Detect, EightCharactersAreEnough) {
  struct Row {
    std::vector<std::string_view> encodings;
    std::string_view text;
  } rows[] = {
      {{"gb18030"}, "中国人民银行今天宣布下调存款准备金率"},
      {{"gb18030"}, "上海自贸区新片区正式挂牌成立，记者在现场看到"},
      {{"gb18030"}, "欢迎光临我们的网站请登录后查看"},
      {{"gb18030"}, "习惯了一个人吃饭睡觉看电影"},
      {{"gb18030"}, "气象台说，明天有小到中雨，气温下降"},
      {{"Big5"}, "台北市政府今天宣布新的交通政策"},
      {{"Big5"}, "香港特區政府公布最新失業率數字"},
      {{"Big5"}, "歡迎光臨我們的網站請先登入會員"},
      {{"Big5"}, "氣象局預報明天會有大雨請民眾注意"},
      {{"Shift_JIS", "EUC-JP"}, "東京都は新しい計画を発表した"},
      {{"Shift_JIS", "EUC-JP"}, "株式会社のお知らせと採用情報"},
      {{"Shift_JIS", "EUC-JP"}, "日本銀行金融政策決定会合"},
      {{"Shift_JIS", "EUC-JP"}, "コンピュータとインターネットの歴史"},
      {{"EUC-KR"}, "정부는 내년도 예산안을 국회에 제출했다"},
      {{"EUC-KR"}, "회사소개 이용약관 개인정보처리방침"},
      {{"EUC-KR"}, "어제 친구와 영화를 보러 갔어요"},
  };
  for (const Row& row : rows) {
    for (const std::string_view encoding : row.encodings) {
      for (const std::string& window : windows_of(row.text, 8)) {
        const std::string bytes = from_utf8(encoding, window).value();
        EXPECT_EQ(detect(bytes).encoding, encoding) << window;
      }
    }
  }
}

TEST(Detect, ShortWordsOfOtherScriptsAreNotTakenForEastAsian) {
  struct Row {
    std::string_view encoding, text;
  } rows[] = {
      {"windows-1254", "Ünlü Şişli"},
      {"windows-1254", "Güneş ışığı"},
      {"windows-1252", "façade déjà vu"},
      {"windows-1252", "señor"},
      {"windows-1252", "ÄÖÜ"},
      {"windows-1252", "PREMIÈRE ÉDITION"},
      {"windows-1252", "blåbærsyltetøy"},
      {"windows-1252", "10 € – 20 €"},
      {"windows-1250", "zostało, około"},
      {"windows-1250", "Příliš žluťoučký"},
      {"windows-1251", "Правительство"},
      {"windows-1251", "МОСКВА СЕГОДНЯ"},
      {"KOI8-R", "Правительство"},
      {"KOI8-R", "МОСКВА СЕГОДНЯ"},
      {"KOI8-R", "Привет, мир!"},
      {"ISO-8859-5", "Здравствуйте"},
      {"IBM866", "Здравствуйте"},
      {"windows-1253", "Καλημέρα"},
      {"windows-1253", "Η κυβέρνηση"},
      {"windows-1255", "שלום עולם"},
      {"windows-1255", "ממשלת ישראל"},
      {"windows-1256", "الأخبار اليوم"},
      {"windows-874", "สวัสดีครับ"},
      {"windows-874", "กรุงเทพมหานคร"},
  };
  for (const Row& row : rows) {
    const std::string bytes = from_utf8(row.encoding, row.text).value();
    EXPECT_TRUE(single_byte(detect(bytes).encoding)) << row.text << " taken for " << detect(bytes).encoding;
    EXPECT_FALSE(best_east_asian(bytes).likely()) << row.text;
  }
}

TEST(Detect, Utf16OfEastAsianTextWithoutABom) {
  for (const std::string_view text :
       {"中国人民银行今天宣布下调存款准备金率", "台北市政府今天宣布新的交通政策，歡迎光臨",
        "東京都は新しい計画を発表した。日本銀行金融政策決定会合", "정부는 내년도 예산안을 국회에 제출했다고 밝혔다"}) {
    for (const std::string_view encoding : {"UTF-16LE", "UTF-16BE"})
      EXPECT_EQ(detect(from_utf8(encoding, text).value()).encoding, encoding) << text;
  }
}

TEST(Detect, SignsThatNobodyWritesTellSiblings) {
  // A pilcrow before a word, capitals inside words: windows-1253 is not it.
  EXPECT_EQ(
      detect(from_utf8("ISO-8859-7", std::string(kGreek) + " Οι Άνεμοι απ’το βουνό, απ’την πόλη").value()).encoding,
      "ISO-8859-7");
  EXPECT_EQ(detect(std::string("Daniel\xD5s trackpad is connected to the computer.")).encoding, "macintosh");
}

TEST(Detect, CondensedKeepsWhatTells) {
  EXPECT_EQ(condensed("plain"), "");
  EXPECT_EQ(condensed("long ascii before \xD6\xD0 and after"), "\xD6\xD0 and\n");
  EXPECT_LE(condensed(std::string(1 << 20, '\xD6')).size(), 32U * 1024);
}

TEST(Detect, FindsTheTellingPartOfALongPage) {
  const std::string bytes =
      std::string(1 << 20, ' ') + from_utf8("gb18030", "经济在第三季度继续增长，中国新闻报道。").value();
  EXPECT_EQ(detect(bytes).encoding, "gb18030");
  EXPECT_LE(telling_part(bytes).size(), 256U * 1024);
}

TEST(Detect, AnyBytesGiveAnAnswer) {
  std::string bytes;
  for (unsigned i = 0; i < 4096; ++i) bytes += static_cast<char>((i * 2654435761U) >> 24U);
  EXPECT_TRUE(encoding_for_label(detect(bytes).encoding));
}

}  // namespace
}  // namespace winnow::decode
