#include "base/plausible.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/utf8.h"

namespace winnow {
namespace {

template <std::size_t n>
constexpr std::array<char32_t, n - 1> sorted(const char32_t (&text)[n]) {
  std::array<char32_t, n - 1> out{};
  std::copy(text, text + (n - 1), out.begin());
  std::sort(out.begin(), out.end());
  return out;
}

// The characters that make up more than half of any Chinese text in either script, or are common in Japanese news.
constexpr auto kCommonHan = sorted(
    U"一万三上下不与且世业东两並个中为主么义之也书了予争事二于五些交产享京人亿什今从他"
    U"代以们件任企会传但佈位住体何作你使來価便係保信個們候做傳像億儿元先光克兒入內全兩"
    U"公共关其内円再军决几出分切则別利别到制則前力加务动動務化北区區十南即却卻原去又及"
    U"反发取受变口只可司各合同名后向听告员命和品員問四回因団国图國圖在地场基報場声売处"
    U"変外多大天太头女她好如子学學它安完定实実家實对导対将將對導小少尔就展山工己已市布"
    U"师带師帶常平年并幾広应府度建开式张張強强当形很後得從德心必応思性总情想意感應成我"
    U"或战戦戰所手才打把投报拉持指挙据接提據放政教数數文料斯新方於无日时明是時更書最會"
    U"月有望期本术机权村条来東果査样格條検業楽樣機權次正此死比氏民气気氣水求決沒没沢治"
    U"法活济海清済源濟点無然爭爲爾片物特王现現理生產用由电町画界當発發白的目直相看県真"
    U"眼着知确確社神种科程種空立站笔第筆等管类系索経結給統經網総編總经结给统编网美義老"
    U"者而聞聲聽股育能自至與色萬處行術表被裏西要見規視覺觀见观规视觉解言計記設許評話該"
    U"認說読調論識讀變讓计认让记许论设评识话该说读象責買資责资走起路身車軍輯辑边込达过"
    U"运近还这进這通進運過道達選還邊那部都里重量金銀银長长門開間関閱關门问间闻阅队院隊"
    U"際难難電非面頁領頭頻題類页领频题首馬験马體高麼點");

// The commonest syllables of Korean.
constexpr auto kCommonHangul = sorted(
    U"가거것게경계고공과관구국그기김까나네년는니다대도동되된드들등라로를리마만말며면및"
    U"박보부비사상서선성소수스습시신아안어없에여연오와요용우원월위으은을의이인일있자장"
    U"전정제조주중지진최통하한할합해했회후");

template <std::size_t n>
bool has(const std::array<char32_t, n>& set, char32_t c) {
  return std::binary_search(set.begin(), set.end(), c);
}

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// Fitted by hand on texts in the encodings that are easily mistaken for each other.
constexpr double kError = -4.0;
constexpr double kNeverSeen = -2.0;

bool is_cjk_punctuation(char32_t c) {
  return between(c, 0x3001, 0x3003) || between(c, 0x3008, 0x3011) || between(c, 0xFF01, 0xFF5E) ||
         between(c, 0x2014, 0x201D) || c == 0x2026 || c == 0x00B7 || c == 0x30FB || c == 0x3000;
}

bool never_seen(char32_t c) {
  return between(c, 0x80, 0x9F) || between(c, 0xE000, 0xF8FF) || c >= 0xF0000 || between(c, 0xFFF0, 0xFFFC);
}

double value(char32_t c) {
  if (c == utf8::kReplacement) return kError;
  if (never_seen(c)) return kNeverSeen;
  if (is_cjk_punctuation(c)) return 0.6;
  if (between(c, 0x4E00, 0x9FFF)) return has(kCommonHan, c) ? 1.0 : 0.0;
  if (between(c, 0xAC00, 0xD7A3)) return has(kCommonHangul, c) ? 1.0 : 0.1;
  if (between(c, 0x3041, 0x30FE)) return 0.8;
  if (between(c, 0xFF61, 0xFF9F)) return -0.4;  // half-width katakana: Shift_JIS read from anything else
  return -0.6;
}

}  // namespace

double cjk_plausibility(std::string_view text) {
  double sum = 0;
  std::size_t count = 0;
  bool hangul = false;
  std::size_t han = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    if (c < 0x80) continue;
    ++count;
    sum += value(c);
    hangul = hangul || between(c, 0xAC00, 0xD7A3);
    han += between(c, 0x4E00, 0x9FFF) ? 1 : 0;
  }
  if (count == 0) return 0;
  // Korean of today has hardly a Han character; its encoding read into Chinese bytes gives both.
  if (hangul && han * 4 > count) sum -= static_cast<double>(han);
  return sum / static_cast<double>(count);
}

}  // namespace winnow
