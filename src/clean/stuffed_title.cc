#include "clean/stuffed_title.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <vector>

#include "base/unicode.h"
#include "base/utf8.h"
#include "clean/lines.h"
#include "clean/shape.h"

namespace winnow::cleaning {
namespace {

constexpr std::size_t kShortest = 24, kLongest = 2000;  // bytes
constexpr std::size_t kFewestPieces = 2, kMostPieces = 100;
constexpr double kForeign = 0.15;   // of the words of a headline more than this stand in the article
constexpr double kSpeaks = 0.2;     // what the small words of a sentence count for
constexpr double kSentence = 0.12;  // share of such words
constexpr double kDenseSentence = 0.05;
constexpr double kRepeats = 0.5;  // and what words count against it that stand in the other pieces too
constexpr std::size_t kSentenceWords = 4;

// What may part a headline from keywords, and these from each other. Spaces do where words are not spaced.
constexpr std::u32string_view kMarks = U",，_|｜;；、·•~/【】[]-–—《》<>+*★☆●◆■";

bool is_mark(char32_t c) { return kMarks.find(c) != std::u32string_view::npos; }

bool is_dense(char32_t c) { return unicode::is_han(c) || unicode::is_kana(c); }

// Most titles have no room for keywords: neither are they long, nor have they many pieces.
bool has_room(std::string_view title) {
  constexpr std::size_t kPieces = 3, kLong = 75;
  if (title.size() < kShortest || title.size() > kLongest) return false;
  std::size_t characters = 0, marks = 0, spaces = 0, cjk = 0;
  for (std::size_t at = 0; at < title.size(); ++characters) {
    const char32_t c = utf8::next(title, at);
    if (is_mark(c)) ++marks;
    if (unicode::is_space(c)) ++spaces;
    if (unicode::is_cjk(c)) ++cjk;
  }
  return marks >= kPieces || characters >= kLong || (spaces >= kPieces && cjk * 4 > characters);
}

struct Piece {
  std::size_t start = 0, end = 0;
  char32_t joint = 0;  // the mark before it; a space where there is no other
};

class Cutter {
 public:
  explicit Cutter(std::string_view title) : title_(title) {}

  std::vector<Piece> run() && {
    for (std::size_t at = 0; at < title_.size();) {
      const std::size_t here = at;
      const char32_t c = utf8::next(title_, at);
      if (unicode::is_space(c) || (is_mark(c) && !is_hyphen(c, at))) {
        gap(c, here);
      } else {
        if (open_ != 0) close(c, here);
        end_ = at;
      }
      before_ = c;
    }
    pieces_.push_back({start_, title_.size(), joint_});
    return std::move(pieces_);
  }

 private:
  void gap(char32_t c, std::size_t here) {
    if (open_ == 0) {
      open_ = U' ';
      end_ = here;
      dense_ = is_dense(before_);
    }
    if (is_mark(c)) open_ = c;
  }

  // Behind a gap: a new piece, unless it was but the space between two words.
  void close(char32_t c, std::size_t here) {
    const bool parts = open_ != U' ' || dense_ || is_dense(c);
    if (parts && pieces_.size() < kMostPieces) {
      if (end_ > start_) pieces_.push_back({start_, end_, joint_});
      start_ = here;
      joint_ = open_;
    }
    open_ = 0;
  }

  bool is_hyphen(char32_t c, std::size_t next) const {
    if (c != U'-' || !unicode::is_letter(before_) || unicode::is_cjk(before_) || next >= title_.size()) return false;
    const char32_t after = utf8::next(title_, next);
    return unicode::is_letter(after) && !unicode::is_cjk(after);
  }

  std::string_view title_;
  std::vector<Piece> pieces_;
  std::size_t start_ = 0, end_ = 0;
  char32_t before_ = 0, joint_ = 0, open_ = 0;
  bool dense_ = false;
};

// The mark that most of the joints are; 0 where there is none.
char32_t common_mark(const std::vector<Piece>& pieces) {
  constexpr std::size_t kFewest = 3;
  for (const char32_t mark : std::u32string(kMarks) + U' ') {
    const auto joints = static_cast<std::size_t>(
        std::count_if(pieces.begin(), pieces.end(), [mark](const Piece& piece) { return piece.joint == mark; }));
    if (joints >= kFewest && joints * 5 >= (pieces.size() - 1) * 4) return mark;
  }
  return 0;
}

// Where bars join the keywords, a comma in the headline parts nothing; nor does that between Chinese clauses, unless
// the keywords are joined by it.
std::vector<Piece> without_weak_joints(const std::vector<Piece>& pieces) {
  const char32_t mark = common_mark(pieces);
  std::vector<Piece> joined;
  for (const Piece& piece : pieces) {
    const bool parts = mark != 0 ? piece.joint == mark : piece.joint != U'，' && piece.joint != U'、';
    if (joined.empty() || parts) {
      joined.push_back(piece);
    } else {
      joined.back().end = piece.end;
    }
  }
  return joined;
}

class TitleByArticle {
 public:
  TitleByArticle(std::string_view title, std::span<const extract::DraftBlock> article,
                 std::span<const std::string_view> words)
      : title_(title), words_(words), pieces_(without_weak_joints(Cutter(title).run())) {
    if (pieces_.size() < kFewestPieces) return;
    for (const extract::DraftBlock& block : article) {
      if (block.block.type == BlockType::image || block.block.type == BlockType::code) continue;
      const std::string folded = fold_for_cues(block.block.text);
      if (!may_be_keywords(folded)) article_.add(folded);
    }
  }

  std::string_view run() {
    if (pieces_.size() < kFewestPieces || !article_.tells()) return title_;
    for (std::size_t i = 0; i < pieces_.size(); ++i) worth_.push_back(worth(i));
    const std::size_t end = best_end();
    if (end < pieces_.size() && is_spam(end, pieces_.size())) return between(0, end);
    const std::size_t start = best_start();
    if (start > 0 && is_spam(0, start)) return between(start, pieces_.size());
    return title_;
  }

 private:
  // How much a piece speaks for being a part of the headline: keywords say the same again and again.
  double worth(std::size_t piece) const {
    const std::string folded = fold_for_cues(between(piece, piece + 1));
    const Shape shape = shape_of(folded);
    const bool sentence =
        shape.dense() ? shape.function > kDenseSentence : shape.function > kSentence && shape.words >= kSentenceWords;
    const double speaks = article_.share(folded) + (sentence ? kSpeaks : 0) - kRepeats * others(piece).share(folded);
    return (speaks - kForeign) * static_cast<double>(shape.characters);
  }

  Familiar others(std::size_t piece) const {
    Familiar out;
    if (piece > 0) out.add(fold_for_cues(between(0, piece)));
    if (piece + 1 < pieces_.size()) out.add(fold_for_cues(between(piece + 1, pieces_.size())));
    return out;
  }

  // With the pieces up to there the most is kept that speaks for the headline and the least that does not.
  std::size_t best_end() const {
    double sum = 0, most = 0;
    std::size_t best = pieces_.size();
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      sum += worth_[i];
      if (sum > most) most = sum, best = i + 1;
    }
    return best;
  }

  std::size_t best_start() const {
    double sum = 0, most = 0;
    std::size_t best = 0;
    for (std::size_t i = pieces_.size(); i-- > 0;) {
      sum += worth_[i];
      if (sum > most) most = sum, best = i;
    }
    return best;
  }

  std::string_view between(std::size_t first, std::size_t behind) const {
    return title_.substr(pieces_[first].start, pieces_[behind - 1].end - pieces_[first].start);
  }

  bool is_spam(std::size_t first, std::size_t behind) const {
    const std::string_view text = between(first, behind);
    const std::string folded = fold_for_cues(text);
    return folded.size() >= kShortest && is_keyword_spam({text, folded}, article_, words_);
  }

  std::string_view title_;
  std::span<const std::string_view> words_;
  std::vector<Piece> pieces_;
  std::vector<double> worth_;
  Familiar article_;
};

}  // namespace

std::string_view without_stuffing(std::string_view title, std::span<const extract::DraftBlock> article,
                                  std::span<const std::string_view> words) {
  if (article.empty() || !has_room(title)) return title;
  return TitleByArticle(title, article, words).run();
}

}  // namespace winnow::cleaning
