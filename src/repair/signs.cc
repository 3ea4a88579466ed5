#include "repair/signs.h"

#include <string_view>

namespace winnow::repair {
namespace {

constexpr bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }

// macintosh has signs where others have letters; windows-1252 has some for bytes that no one would write there.
bool is_leading_sign(char32_t c) {
  return c == 0x221A || c == 0x201A || c == 0x25CA || c == 0x2248 || c == 0x192 || c == 0x178 || c == 0xFF ||
         c == 0xF8FF;
}

bool is_cjk(char32_t c) { return c >= 0x2E80 && c < 0xFF00; }

// Letters that follow others in words: of French or German, Greek, Russian, Hebrew and Arabic.
bool is_common_letter(char32_t c) {
  if (c < 0x100) return c >= 0xC0 && c != 0xC6 && c != 0xD8 && c != 0xE6 && c != 0xF8;
  return (c >= 0x370 && c < 0x400) || c == 0x401 || (c >= 0x410 && c < 0x450) || c == 0x451 ||
         (c >= 0x590 && c < 0x2000);
}

// What closes a word or a quotation in any Russian text.
bool is_closing(char32_t c) { return c == 0xBB || between(c, 0x2013, 0x201D) || c == 0x2026; }

bool is_box(char32_t c) { return between(c, 0x2500, 0x259F); }
bool is_greek(char32_t c) { return between(c, 0x370, 0x3FF); }
bool is_accented(char32_t c) { return between(c, 0xC0, 0x17F); }

// Greek capitals for the first two bytes of accented letters: "Ξ‘" and "ΓΌ" are real words' only by accident.
bool is_of_greek(char32_t last, char32_t c) {
  return (last == 0x392 || last == 0x393) && (between(c, 0x384, 0x390) || between(c, 0x3AA, 0x3AF));
}

// Code pages of consoles have boxes for the leads of two bytes, Greek letters for those of three.
bool is_of_console(char32_t last, char32_t c) {
  const bool letter = is_accented(c) || is_box(c) || c == 0x192 || c == 0x20A7 || c == 0x2310;
  if (is_box(last)) return letter || between(c, 0x400, 0x45F) || between(c, 0xA1, 0xBF);
  return is_greek(last) && letter;
}

bool is_halfwidth_kana(char32_t c) { return between(c, 0xFF61, 0xFF9F); }
bool is_ideograph(char32_t c) { return between(c, 0x3400, 0x9FFF); }

}  // namespace

bool is_suspect_control(char32_t c) {
  if (c < 0x2000) return c == 0 || between(c, 0x7F, 0x9F) || c == 0xAD || c == 0x61C || between(c, 0x180B, 0x180F);
  if (c < 0xFE00) return between(c, 0x200B, 0x200F) || between(c, 0x2028, 0x202E) || between(c, 0x2060, 0x206F);
  return between(c, 0xFE00, 0xFE0F) || c == 0xFEFF || between(c, 0xFFF9, 0xFFFB) || between(c, 0xE0000, 0xE0FFF);
}

bool is_private_use(char32_t c) { return between(c, 0xE000, 0xF8FF) || c >= 0xF0000; }

bool may_compose(char32_t c) {
  // Whole ranges of starters that NFC leaves alone; what lies between them may still be one.
  if (c < 0x300) return false;
  if (c < 0x1E00) {
    const bool european = between(c, 0x388, 0x482) || between(c, 0x48A, 0x590);
    const bool other = between(c, 0x5D0, 0x5EA) || between(c, 0x620, 0x64A) || between(c, 0xE01, 0xE37);
    return !european && !other;
  }
  if (c < 0x3000) {
    const bool signs = between(c, 0x2002, 0x20CF) || between(c, 0x2100, 0x2125) || between(c, 0x212C, 0x2328);
    return !between(c, 0x1E00, 0x1F6F) && !signs && !between(c, 0x232B, 0x2ADB);
  }
  const bool east_asian = between(c, 0x3000, 0x3029) || between(c, 0x3030, 0x3098) || between(c, 0x309B, 0xA66E) ||
                          between(c, 0xAC00, 0xD7A3);
  return !east_asian && !between(c, 0xE000, 0xF8FF) && !between(c, 0xFE00, 0xFE0F) && !between(c, 0xFF00, 0x101FC) &&
         !between(c, 0x1F000, 0x2F7FF) && c < 0xE0000;
}

bool may_lead(char32_t c) { return between(c, 0xC2, 0x52F) || is_leading_sign(c) || is_box(c); }

bool may_follow(char32_t last, char32_t c) {
  if (is_box(last)) return false;  // see is_of_console
  return may_lead(last) && c >= 0x80 && !is_cjk(c) && (is_leading_sign(last) || !is_common_letter(c)) &&
         !(last >= 0x410 && is_closing(c));
}

bool is_rare_metal(char32_t c) {
  // Those that Traditional Chinese and Japanese texts do have.
  constexpr std::u32string_view kUsual =
      U"銀銃銅銘銜銑銓銖銨銬銭銳銷銹鋁鋅鋒鋤鋪鋭鋰鋸鋼錄錐錘錠錢錦錨錫錬錮錯録錳錶鍊鍋鍍鍛鍬鍵鍾鎂鎊鎌鎖鎗鎢鎧鎬鎮鎰鎳"
      U"鏈鏑鏗鏘鏟鏡鏢鏤鏽鐘鐙鐳鐵鐸鐺鑄鑑"
      U"鑒鑠鑣鑫鑰鑲鑼鑽鑾鑿";
  return between(c, 0x9280, 0x947F) && kUsual.find(c) == std::u32string_view::npos;
}

bool is_of_wrong_decoding(char32_t last, char32_t c) {
  switch (c) {
    case 0xFFFD:  // lost
    case 0x951F:  // 锟, of 锟斤拷: U+FFFD read as GBK
    case 0x951B:
    case 0x9286:
    case 0x9428:  // 锛 銆 鐨: how ， 。 的 begin in GBK
    case 0x7E3A:
    case 0x7E67:
    case 0x7E5D:  // 縺 繧 繝: how kana begin in Shift_JIS
      return true;
    default:
      break;
  }
  // Vietnamese in macintosh: ·∫ and ·ª for the letters with two marks.
  if (last == 0xB7 && (c == 0x222B || c == 0xAA)) return true;
  return (is_halfwidth_kana(c) && is_ideograph(last)) || is_of_greek(last, c) || is_of_console(last, c);
}

}  // namespace winnow::repair
