#include "clean/spam.h"

#include <algorithm>
#include <cstddef>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/shape.h"

namespace winnow::cleaning {
namespace {

constexpr std::string_view kSpamWords[] = {
    "国产",     "亚洲",   "欧美",   "日韩",     "精品",     "无码",     "有码",     "中文字幕", "字幕",     "乱码",
    "一区",     "二区",   "三区",   "在线观看", "在线播放", "免费播放", "免费观看", "免费视频", "在线视频", "高清视频",
    "久久",     "综合",   "成人",   "自拍",     "偷拍",     "人妻",     "激情",     "伊人",     "麻豆",     "av",
    "专区",     "另类",   "色情",   "情色",     "毛片",     "黄色",     "自慰",     "少妇",     "熟女",     "三级",
    "视频在线", "免费看", "不卡",   "第一页",   "娱乐城",   "博彩",     "彩票",     "棋牌",     "真人娱乐", "百家乐",
    "老虎机",   "时时彩", "六合彩", "体育投注", "开户",     "注册送",   "代开发票", "办证",     "私服",     "外挂",
    "viagra",   "cialis", "casino", "porn",     "xxx",      "payday",   "escort",   "slot",     "togel",    "judi"};

constexpr std::size_t kShortest = 12, kLongest = 2000;  // characters of a spam line
constexpr std::size_t kFewestPieces = 5;
constexpr std::size_t kRun = 8, kLongRun = 12;  // words in a row, nothing between them
constexpr double kRepeated = 0.15, kNamesRepeated = 0.25;

bool is_ascii_letter(char c) { return c >= 'a' && c <= 'z'; }

// A word of Latin letters counts whole only: "av" is no part of "have".
bool holds_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if (!is_ascii_letter(word.front())) return true;
    if ((at == 0 || !is_ascii_letter(text[at - 1])) && (end == text.size() || !is_ascii_letter(text[end]))) return true;
  }
  return false;
}

struct Measures {
  double known = 0;         // share of words or pairs that the article has
  double known_pieces = 0;  // share of pieces that stand in the article with all their words
  bool alien = false;       // of a script that the article hardly has
};

Measures measure(const Shape& shape, std::string_view folded, const Familiar& article) {
  Measures m;
  m.known = article.share(folded);
  m.alien = article.lacks(shape.script);
  std::size_t known = 0;
  for (const std::string_view piece : shape.pieces) {
    if (utf8::length(piece) > 1 && article.share(piece) >= 1) ++known;
  }
  m.known_pieces = static_cast<double>(known) / static_cast<double>(std::max<std::size_t>(shape.pieces.size(), 1));
  return m;
}

// Sentences, and lists that are no keywords whatever stands around them.
bool is_other(const Shape& shape) {
  const double most = shape.dense() ? 0.07 : shape.script == Script::hangul ? 0.45 : 0.18;
  return shape.sentence || shape.labelled || shape.numbers || shape.function > most;
}

double characters_a_piece(const Shape& shape) {
  return static_cast<double>(shape.letters) / static_cast<double>(std::max<std::size_t>(shape.pieces.size(), 1));
}

bool is_repetitive(const Shape& shape) { return shape.repeated >= kRepeated; }

// The same words again make fewer phrases enough, and the fewest where the article lacks their script.
bool has_pieces(const Shape& shape, bool alien) {
  return shape.pieces.size() >= kFewestPieces - (is_repetitive(shape) ? 1 + (alien ? 1 : 0) : 0);
}

// Phrases rather than names, tags, idioms or verses, where words are not spaced.
bool is_stuffed_dense(const Shape& shape, bool alien) {
  const double length = characters_a_piece(shape);
  if (!has_pieces(shape, alien) || length > 16) return false;
  if (is_repetitive(shape)) return length >= 3;
  const bool verse = shape.even && (length < 6 || length == 7);
  return length >= 4.5 && !verse && !shape.colon;
}

bool is_stuffed_spaced(const Shape& shape, std::string_view text, bool alien) {
  const double words = static_cast<double>(shape.words) / static_cast<double>(shape.pieces.size());
  const bool run = words <= 1.01;
  if (!has_pieces(shape, alien) || (run && shape.pieces.size() < kRun) || words > 8) return false;
  if (is_capitalised(text)) return shape.repeated >= kNamesRepeated;
  if (is_repetitive(shape)) return true;
  return !shape.colon && (run ? shape.pieces.size() >= kLongRun : words >= 1.8);
}

}  // namespace

std::span<const std::string_view> known_spam_words() { return kSpamWords; }

int spam_words(std::string_view folded, std::span<const std::string_view> words) {
  return static_cast<int>(
      std::count_if(words.begin(), words.end(), [folded](std::string_view word) { return holds_word(folded, word); }));
}

bool may_be_keywords(std::string_view folded) {
  if (folded.size() < kShortest || folded.size() > kLongest * 4 || is_sentence(folded)) return false;
  const Shape shape = shape_of(folded);
  return shape.characters >= kShortest && shape.characters <= kLongest && !is_other(shape);
}

bool is_keyword_spam(const SpamLine& line, const Familiar& article, std::span<const std::string_view> words) {
  if (line.folded.size() < kShortest || line.folded.size() > kLongest * 4 || is_sentence(line.folded)) return false;
  const Shape shape = shape_of(line.folded);
  if (shape.characters < kShortest || shape.characters > kLongest || is_other(shape)) return false;
  const int listed = spam_words(line.folded, words);
  const Measures m = measure(shape, line.folded, article);
  if (listed >= 3 && (shape.dense() || shape.pieces.size() + 1 >= kFewestPieces))
    return m.known < 0.6 || !article.tells();
  if (!article.tells() || shape.enumeration || m.known_pieces > 0.25 || m.known > (listed > 0 ? 0.45 : 0.35))
    return false;
  return shape.dense() ? is_stuffed_dense(shape, m.alien) : is_stuffed_spaced(shape, line.text, m.alien);
}

}  // namespace winnow::cleaning
