#include "clean/spam.h"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kMostUnits = 200'000;
constexpr std::size_t kShortest = 16, kLongest = 2000;  // characters of a spam line
constexpr std::size_t kLongestPiece = 14;
constexpr double kForeign = 0.35;

// Words that such lines are made of, whatever they sell. One alone says nothing.
constexpr std::string_view kSpamWords[] = {
    "国产",     "亚洲",   "欧美",   "日韩",     "精品",     "无码",     "有码",     "中文字幕", "字幕",     "乱码",
    "一区",     "二区",   "三区",   "在线观看", "在线播放", "免费播放", "免费观看", "免费视频", "在线视频", "高清视频",
    "久久",     "综合",   "成人",   "自拍",     "偷拍",     "人妻",     "激情",     "伊人",     "麻豆",     "av",
    "专区",     "另类",   "色情",   "情色",     "毛片",     "黄色",     "自慰",     "少妇",     "熟女",     "三级",
    "视频在线", "免费看", "不卡",   "第一页",   "娱乐城",   "博彩",     "彩票",     "棋牌",     "真人娱乐", "百家乐",
    "老虎机",   "时时彩", "六合彩", "体育投注", "开户",     "注册送",   "代开发票", "办证",     "私服",     "外挂",
    "viagra",   "cialis", "casino", "porn",     "xxx",      "payday",   "escort",   "slot",     "togel",    "judi"};

bool is_piece_end(char32_t c) {
  static constexpr std::u32string_view kEnds = U",_|;/、 \t\u00B7-";
  return kEnds.find(c) != std::u32string_view::npos;
}

bool is_sentence_mark(char32_t c) {
  static constexpr std::u32string_view kMarks = U"。!?:“”\"「」《》()…";
  return kMarks.find(c) != std::u32string_view::npos;
}

// Characters that sentences can't do without and lists of keywords hardly have.
bool is_function_character(char32_t c) {
  static constexpr std::u32string_view kFunction = U"的了是我你他她它这那就也都不在和与说有为而把被以之其将会于对但";
  return kFunction.find(c) != std::u32string_view::npos;
}

struct Shape {
  std::size_t characters = 0, letters = 0, han = 0, pieces = 0, longest_piece = 0, function = 0;
  bool sentence = false;
};

Shape shape_of(std::string_view text) {
  Shape shape;
  std::size_t piece = 0;
  const auto close = [&] {
    if (piece > 0) ++shape.pieces;
    shape.longest_piece = std::max(shape.longest_piece, piece);
    piece = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = utf8::next(text, at);
    ++shape.characters;
    if (is_piece_end(c)) {
      close();
      continue;
    }
    ++piece;
    if (unicode::is_letter(c)) ++shape.letters;
    if (unicode::is_han(c)) ++shape.han;
    if (is_function_character(c)) ++shape.function;
    if (is_sentence_mark(c)) shape.sentence = true;
  }
  close();
  return shape;
}

// Calls `visit` with each pair of neighbouring Han, kana or hangul characters and each other word.
template <class Visit>
void for_each_unit(std::string_view text, Visit visit) {
  std::string word;
  std::string_view previous;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = utf8::next(text, at);
    const bool cjk = unicode::is_cjk(c), letter = unicode::is_letter(c);
    if ((cjk || !letter) && !word.empty()) {
      visit(word);
      word.clear();
    }
    const std::string_view here = text.substr(start, at - start);
    if (cjk && !previous.empty()) visit(std::string(previous) + std::string(here));
    previous = cjk ? here : std::string_view();
    if (letter && !cjk) word += here;
  }
  if (!word.empty()) visit(word);
}

}  // namespace

void Familiar::add(std::string_view folded) {
  for_each_unit(folded, [&](const std::string& unit) {
    if (units_.size() < kMostUnits) units_.insert(unit);
  });
}

double Familiar::share(std::string_view folded) const {
  std::size_t all = 0, known = 0;
  for_each_unit(folded, [&](const std::string& unit) {
    ++all;
    if (units_.contains(unit)) ++known;
  });
  return all == 0 ? 1.0 : static_cast<double>(known) / static_cast<double>(all);
}

int spam_words(std::string_view folded) {
  int count = 0;
  for (const std::string_view word : kSpamWords) {
    if (folded.find(word) != std::string_view::npos) ++count;
  }
  return count;
}

bool is_keyword_spam(std::string_view folded, const Familiar& familiar) {
  if (folded.size() > kLongest * 4) return false;
  const Shape shape = shape_of(folded);
  if (shape.sentence || shape.characters < kShortest || shape.characters > kLongest) return false;
  const int words = spam_words(folded);
  const bool chinese = shape.han * 2 > shape.letters;
  if (words >= 3 && (chinese || shape.pieces >= 4)) return familiar.share(folded) < 0.6;
  if (shape.pieces < 3 || !chinese || shape.longest_piece > kLongestPiece || shape.function * 25 > shape.han)
    return false;
  return familiar.share(folded) < (words > 0 ? kForeign : kForeign / 2);
}

}  // namespace winnow::cleaning
