// What the repairs did to a text. Certain changes are counted, kind by kind, without an allocation each; they are kept
// one by one only for a caller who explains them. Guesses are always kept. Pure; not for several threads at once.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "winnow/article.h"

namespace winnow::repair {

// One change, its place in code points of the segment's result.
struct Change {
  std::string_view kind;  // as in Repair::kind; static
  std::size_t start = 0, end = 0;
  std::string before, after;  // cut to a line
  std::string why;
  double confidence = 1.0;  // under 1: a guess
};

class Log {
 public:
  // `detailed` keeps every change.
  explicit Log(bool detailed = false) : detailed_(detailed) {}

  [[nodiscard]] bool detailed() const { return detailed_; }

  // `before` became `after` at code point `start` of the result.
  void note(std::string_view kind, std::size_t start, std::string_view before, std::string_view after,
            std::string_view why, double confidence = 1.0);
  // So many certain changes of a kind at once, from a repair that saw that the log is not detailed.
  void count(std::string_view kind, std::size_t changes);
  // What was proved of a kind: `proven` of `all` units. The share bounds the kind's confidence.
  void prove(std::string_view kind, std::size_t proven, std::size_t all);

  // Drops what was only marked and stayed as it is: another look at the whole text will note it again.
  void forget_left();

  // What is gone from the text may come back with another fetch of its page.
  void ask_refetch() { refetch_ = true; }
  [[nodiscard]] bool refetch() const { return refetch_; }

  // Where the log stands, and the end of a segment whose result has `length` code points: what was noted since can't
  // lie past it.
  [[nodiscard]] std::size_t mark() const { return changes_.size(); }
  [[nodiscard]] std::size_t total() const { return total_; }
  void close_segment(std::size_t mark, std::size_t length);
  // Moves what was noted since `mark` by `offset` code points: its segment stands there in a longer text.
  void shift(std::size_t mark, std::size_t offset);

  [[nodiscard]] std::span<const Change> changes() const { return changes_; }
  void add(const Log& other);

  // One entry a kind, with the number of changes, the lowest confidence and the places of the guesses.
  [[nodiscard]] std::vector<Repair> summary() const;
  // The same of the certain changes alone.
  [[nodiscard]] std::vector<Repair> certain() const;

 private:
  struct Tally {
    std::string_view kind;
    std::size_t certain = 0;
    std::size_t proven = 0, all = 0;
    [[nodiscard]] double confidence() const;
  };
  Tally& tally(std::string_view kind);

  bool detailed_;
  bool refetch_ = false;
  std::size_t total_ = 0;
  std::vector<Tally> tallies_;
  std::vector<Change> changes_;
};

}  // namespace winnow::repair
