#include "repair/wrong_decoding.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "repair/damage.h"
#include "repair/support.h"
#include "winnow/winnow.h"

namespace winnow::repair {
namespace {

constexpr std::string_view kFrench = "L’été dernier, la commune a rénové l’école : « c’était nécessaire », dit-on.";
constexpr std::string_view kGerman = "Die Bürger müssen künftig höhere Gebühren für die Straßenreinigung zahlen.";
constexpr std::string_view kPortuguese = "A reunião começou às nove e não houve decisão sobre a construção.";
constexpr std::string_view kCzech = "Městský úřad včera oznámil, že nová školka bude otevřena příští září.";
constexpr std::string_view kPolish = "Mieszkańcy złożyli wniosek o budowę ścieżki rowerowej wzdłuż rzeki.";
constexpr std::string_view kTurkish = "Belediye, köprünün açılışının ilkbaharda yapılacağını söyledi.";
constexpr std::string_view kVietnamese = "Thành phố sẽ xây thêm một cây cầu mới vào năm tới.";
constexpr std::string_view kRussian = "Городской совет утвердил новый бюджет — «без дефицита».";
constexpr std::string_view kGreek = "Το δημοτικό συμβούλιο ενέκρινε χθες τον νέο κανονισμό.";
constexpr std::string_view kLatvian = "Pilsētas dome vakar apstiprināja jauno budžetu un ceļu remontu.";
constexpr std::string_view kHebrew = "העירייה הודיעה אתמול על פתיחת הגן החדש.";
constexpr std::string_view kArabic = "أعلنت البلدية أمس عن افتتاح الحديقة الجديدة.";
constexpr std::string_view kChinese = "记者从市水务局获悉，新的供水管线已经建成，居民用水得到保障。";
constexpr std::string_view kTraditional = "臺北市政府昨天宣布，新的捷運路線預計明年開工。";
constexpr std::string_view kJapanese = "県は来年度の予算案をまとめ、道路の補修に重点を置くと発表した。";
constexpr std::string_view kKorean = "서울시는 올해 안에 새로운 공원을 열겠다고 밝혔다.";
constexpr std::string_view kEmoji = "Sunny again 🌞 see you at the lake 🏊 tomorrow";

constexpr std::string_view kLines[] = {kFrench,  kGerman, kPortuguese, kCzech,  kPolish,     kTurkish,
                                       kRussian, kGreek,  kHebrew,     kArabic, kVietnamese, kLatvian,
                                       kChinese, kKorean, kJapanese,   kEmoji,  kTraditional};

std::string of_size(std::string_view unit, std::size_t size) {
  std::string text;
  while (text.size() < size) text += unit;
  return text;
}

TEST(WrongDecoding, Utf8ReadAsWesternUpToThreeTimes) {
  for (const std::string_view encoding : {"windows-1252", "windows-1254"}) {
    for (const std::string_view line : kLines) {
      std::string broken(line);
      for (int times = 1; times <= 3; ++times) {
        broken = read_as(encoding, broken);
        EXPECT_EQ(repaired(broken), line) << encoding << ", " << times << " times";
      }
    }
  }
}

TEST(WrongDecoding, Utf8ReadInOtherSingleByteEncodings) {
  struct Row {
    std::string_view encoding;
    std::vector<std::string_view> lines;
  } rows[] = {
      {"windows-1251", {kRussian, kGerman, kFrench, kChinese, kKorean, kGreek, kEmoji, kCzech}},
      {"windows-1250", {kCzech, kPolish, kGerman, kRussian, kChinese, kJapanese, kFrench}},
      {"windows-1253", {kRussian, kChinese, kFrench}},
      {"windows-1257", {kLatvian, kRussian}},
      {"ISO-8859-2", {kPolish, kCzech, kRussian, kChinese}},
      {"macintosh", {kFrench, kGerman, kRussian, kGreek, kChinese, kVietnamese, kJapanese}},
  };
  for (const Row& row : rows) {
    for (const std::string_view line : row.lines) {
      const std::string broken = read_as(row.encoding, line);
      ASSERT_EQ(broken.find("\uFFFD"), broken.npos) << row.encoding << " loses bytes of " << line;
      EXPECT_EQ(repaired(broken), line) << row.encoding;
    }
  }
}

// ISO-8859-1 shows the bytes from 80 to 9F as themselves, which browsers never do and old programs did.
TEST(WrongDecoding, Utf8ReadAsLatin1) {
  for (const std::string_view line : kLines) {
    std::string broken;
    for (const char byte : line) utf8::append(broken, static_cast<unsigned char>(byte));
    EXPECT_EQ(repaired(broken), line);
  }
}

// Code page 437 is none of the WHATWG's; these were written with a table of it.
TEST(WrongDecoding, Utf8ReadAsACodePageOfDos) {
  struct Row {
    const char *broken, *text;
  } rows[] = {
      {"caf├⌐s et th├⌐├ótres", "cafés et théâtres"},
      {"H├╝te f├╝r M├ñnner", "Hüte für Männer"},
      {"Σ╕¡σ¢╜τ╗ƒΦ«íσ▒Ç", "中国统计局"},
  };
  for (const Row& row : rows) EXPECT_EQ(repaired(row.broken), row.text);
}

TEST(WrongDecoding, EastAsianBytesReadAsLatin) {
  struct Row {
    std::string_view encoding, line;
  } rows[] = {{"gb18030", kChinese},
              {"Big5", kTraditional},
              {"Shift_JIS", kJapanese},
              {"EUC-JP", kJapanese},
              {"EUC-KR", kKorean}};
  for (const Row& row : rows) {
    const std::string broken = read_as("windows-1252", row.line, row.encoding);
    EXPECT_EQ(repaired(broken), row.line) << row.encoding;
    EXPECT_EQ(repaired(read_as("windows-1252", broken)), row.line) << row.encoding << ", then UTF-8 as windows-1252";
  }
}

TEST(WrongDecoding, SeveralMistakesInOneLine) {
  const std::string once = read_as("windows-1252", kFrench);
  const std::string twice = read_as("windows-1252", read_as("windows-1252", "les élèves déçus"));
  EXPECT_EQ(repaired("Straße " + once + " " + twice + " 中文"),
            "Straße " + std::string(kFrench) + " les élèves déçus 中文");
  const std::string russian = read_as("windows-1251", kRussian);
  EXPECT_EQ(repaired(std::string(kChinese) + russian), std::string(kChinese) + std::string(kRussian));
}

TEST(WrongDecoding, AStretchWithinALine) {
  const std::string heading = read_as("windows-1252", "中文新闻", "gb18030");
  EXPECT_EQ(repaired("标题：" + heading + "（正确）"), "标题：中文新闻（正确）");
  const std::string part = read_as("windows-1252", kChinese, "gb18030");
  EXPECT_EQ(repaired("（正确）" + part + "（正确）"), "（正确）" + std::string(kChinese) + "（正确）");
  const std::string quote = read_as("windows-1252", "“да”");
  EXPECT_EQ(repaired("他说：" + quote + "，然后走了。"), "他说：“да”，然后走了。");
}

TEST(WrongDecoding, RepairingTwiceChangesNothingMore) {
  for (const std::string_view encoding :
       {"windows-1252", "windows-1251", "macintosh", "gb18030", "Shift_JIS", "Big5"}) {
    for (const std::string_view line : kLines) {
      const std::string once = repaired(read_as(encoding, line));
      EXPECT_EQ(repaired(once), once) << encoding << ": " << line;
    }
  }
}

TEST(WrongDecoding, GoodTextStays) {
  for (const std::string_view line : kLines) EXPECT_EQ(repaired(line), line);
}

TEST(WrongDecoding, LookAlikesStay) {
  for (const std::string_view line : {
           "NÃO À SUSPENSÃO DA CONSTRUÇÃO",
           "SÃO PAULO E MACEIÓ: MAÇÃS, PÃES E LIMÕES",
           "MAÇÃ® É UMA MARCA",
           "Ngôi trường ấy đã đổi tên; ÔNG NGUYỄN VĂN ÁNH ở ĐÂY",
           "ŞÖYLE: ‘ĞÜZEL’ — İstanbul’da “çok güzel”…",
           "Žižek, Dvořák, Łódź, Škoda, Čapek, Ørsted, Þórður, Ðorđević, Ångström",
           "Þetta er íslenskur texti með ‘gæsalöppum’ og „öðrum“.",
           "Ο Δήμος είπε: «Όχι»… Ά, Έ, Ή — “ναι”.",
           "Он сказал: «Да»… — и ушёл. Ёлка, подъезд, “кавычки”.",
           "הוא אמר: “לא”… – והלך.",
           "قال: “لا” – ثم «نعم»…",
           "∀x ∈ ℝ: √(x²) = |x|, ∑ᵢ aᵢ ≤ ∞, 5 µm ± 2 °C, x ≠ ½·π",
           "std::string s = \"é\"; // ¬(a ∧ b) → c ≥ d",
           "👩‍👩‍👧‍👦 🇫🇷 ❤️ ¯\\_(ツ)_/¯ ಠ_ಠ ʕ•ᴥ•ʔ",
           "╔══╦══╗ ║ café ║ ├──┤ └─┘ ░▒▓█",
           "學而時習之，不亦說乎？有朋自遠方來，不亦樂乎？",
           "龘靐齉齾爨癵驫鱻麤，饕餮耄耋，犄角旮旯。",
           "锛是木工的一种工具，锲而不舍，鐨號與鍥刻。",
           "鐵道、鑄鐵、鑰匙與銀錢，錢鍾書先生的《圍城》。",
           "東京都千代田区霞が関、繧繝縁、縺れた糸を繙く。",
           "ﾊﾟｿｺﾝ と ｶﾀｶﾅ、鈴木ｻﾝ",
           "뷁, 쀍 같은 글자와 漢字 혼용",
       })
    EXPECT_EQ(repaired(line), line);
}

// Such characters read as single letters of UTF-8 in GBK; what is repeated is no more certain.
TEST(WrongDecoding, RareCharactersThatAreRepeatedStayBesideRealDamage) {
  for (const std::string_view good : {"蝎子是一种古老的动物，蝎子的尾巴有毒，养蝎场里的蝎群很大。",
                                      "伪造证件、伪劣商品、伪军和伪装，啸叫与呼啸，楔子和楔形文字。"}) {
    const std::string line = of_size(good, 2000);
    EXPECT_EQ(repaired(line + "cafÃ©"), line + "café");
    EXPECT_EQ(repaired(line + read_as("gb18030", "，因为他们的")), line + "，因为他们的");
  }
}

TEST(WrongDecoding, PlacesAreThoseOfTheResult) {
  const std::string line = "Straße: " + read_as("windows-1252", "café") + "!";
  const Plan plan(std::vector<std::string_view>{line}, {});
  Log log(true);
  ASSERT_EQ(plan.apply(line, log), "Straße: café!");
  ASSERT_EQ(log.changes().size(), 1U);
  EXPECT_EQ(log.changes()[0].start, 11U);
  EXPECT_EQ(log.changes()[0].end, 12U);
  EXPECT_EQ(log.changes()[0].before, "Ã©");
  EXPECT_EQ(log.changes()[0].after, "é");
}

struct Hostile {
  const char *name, *unit;
};

// Of the processor, so that other tests don't count.
double seconds_of(const std::string& text) {
  std::array<double, 3> times{};
  for (double& seconds : times) {
    const std::clock_t start = std::clock();
    (void)repair_text(text);
    seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  }
  std::sort(times.begin(), times.end());
  return times[1];
}

class WrongDecodingTime : public ::testing::TestWithParam<Hostile> {};

TEST_P(WrongDecodingTime, IsLinear) {
  constexpr std::size_t kMegabyte = 1'000'000;
  constexpr double kNoise = 0.05;
  const std::string unit = GetParam().unit;
  const double quarter = seconds_of(of_size(unit, kMegabyte / 4));
  const double whole = seconds_of(of_size(unit, kMegabyte));
  EXPECT_LT(whole, 5.5 * quarter + kNoise);
#ifdef NDEBUG
  EXPECT_LT(whole, 4);
#endif
}

INSTANTIATE_TEST_SUITE_P(Hostile, WrongDecodingTime,
                         ::testing::ValuesIn(std::vector<Hostile>{{"Leads", "Ã"},
                                                                  {"LeadsAndLetters", "Ãa"},
                                                                  {"Sequences", "Ã©"},
                                                                  {"Twice", "ÃƒÂ©"},
                                                                  {"Deep", "ÃƒÆ’Ã†â€™Ãƒâ€\u00A0Ã¢â‚¬â„¢"},
                                                                  {"Alternating", "Ð¿Ãé рџ√©"},
                                                                  {"Marks", "锟"},
                                                                  {"LostMarks", "锟斤拷"},
                                                                  {"Metal", "鍥"},
                                                                  {"MetalMisread", "鍥犱负"},
                                                                  {"Gaps", "鍥\uFFFD犱?"},
                                                                  {"Replacements", "\uFFFD"},
                                                                  {"Latin", "ÖÐ"},
                                                                  {"LatinAndMarks", "ÖÐÎÄ中"},
                                                                  {"Kana", "縺ゅ↑"},
                                                                  {"Boxes", "├⌐Σ╕¡"},
                                                                  {"LostLeads", "Ã\uFFFD"},
                                                                  {"Fills", "烫烫烫烫烫烫屯"},
                                                                  {"Lines", "cafÃ©\n锟斤拷\nÖÐÎÄ\n"}}),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace winnow::repair
