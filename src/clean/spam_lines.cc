#include "clean/spam_lines.h"

#include <algorithm>
#include <cstddef>

namespace winnow::cleaning {
namespace {

constexpr std::size_t kEdgeLines = 12;

class Finder {
 public:
  Finder(std::span<const LookedAt> lines, std::string_view title, std::span<const std::string_view> words)
      : lines_(lines), title_(title), words_(words), candidate_(lines.size()), spam_(lines.size()) {}

  std::vector<bool> run() && {
    find_candidates();
    if (std::find(candidate_.begin(), candidate_.end(), true) == candidate_.end()) return std::move(spam_);
    learn();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (candidate_[i]) spam_[i] = is_keyword_spam(lines_[i].line, article_, words_) && !is_doubtful(i);
    }
    return std::move(spam_);
  }

 private:
  // Most pages have none, and then nothing is to be learned of the article.
  void find_candidates() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool edge = i < kEdgeLines || i + kEdgeLines >= lines_.size();
      if (lines_[i].prose && !edge) continue;
      candidate_[i] = may_be_keywords(lines_[i].line.folded);
    }
    const auto ordinary = [&](std::size_t i) { return lines_[i].prose && !candidate_[i]; };
    while (first_ < lines_.size() && !ordinary(first_)) ++first_;
    for (behind_ = lines_.size(); behind_ > 0 && !ordinary(behind_ - 1);) --behind_;
  }

  void learn() {
    article_.add(title_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].prose && !candidate_[i]) article_.add(lines_[i].line.folded);
    }
    if (article_.tells()) return;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!lines_[i].prose && !candidate_[i]) article_.add(lines_[i].line.folded);
    }
  }

  // Between paragraphs stand lists and verses by right: there the words alone must tell.
  bool is_doubtful(std::size_t i) const {
    return i >= first_ && i < behind_ && spam_words(lines_[i].line.folded, words_) < 3;
  }

  std::span<const LookedAt> lines_;
  std::string_view title_;
  std::span<const std::string_view> words_;
  std::vector<bool> candidate_, spam_;
  std::size_t first_ = 0, behind_ = 0;  // the first line of prose, and behind the last
  Familiar article_;
};

}  // namespace

std::vector<bool> find_spam_lines(std::span<const LookedAt> lines, std::string_view title,
                                  std::span<const std::string_view> words) {
  return Finder(lines, title, words).run();
}

}  // namespace winnow::cleaning
