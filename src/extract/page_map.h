// What the body finder knows of a page before it chooses: what each element's names say, what is never shown, the
// lines with their values, and sums of those over any element in constant time. Internal to body.cc and friends.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "extract/lines.h"
#include "parse/document.h"

namespace winnow::extract {

class PageMap {
 public:
  // `drop`: elements that are as if they were not there.
  PageMap(const parse::Document& document, std::span<const parse::NodeId> drop, std::string_view title);

  [[nodiscard]] const parse::Document& document() const { return document_; }
  [[nodiscard]] std::uint32_t words(parse::NodeId id) const { return words_[id]; }
  [[nodiscard]] bool hidden(parse::NodeId id) const { return hidden_[id]; }
  // Whether no line has anything of it.
  [[nodiscard]] bool skipped(parse::NodeId id) const { return skip_[id]; }
  [[nodiscard]] const std::vector<Line>& lines() const { return lines_; }
  [[nodiscard]] std::vector<Line>& lines() { return lines_; }
  [[nodiscard]] std::span<const Line> lines_in(parse::NodeId id) const {
    return extract::lines_in(lines_, document_, id);
  }
  // The heading that holds the article's title; kNone where there is none.
  [[nodiscard]] parse::NodeId title() const { return title_; }

  // The title that was asked for, as bare_text gives it.
  [[nodiscard]] const std::string& title_words() const { return title_words_; }

  // Whether that heading has the words of the title that was asked for.
  [[nodiscard]] bool title_is_sure() const { return title_is_sure_; }

  void sum();                                         // again, after values changed
  [[nodiscard]] double good(parse::NodeId id) const;  // the sum of the values above zero inside
  [[nodiscard]] double net(parse::NodeId id) const;   // of all values
  // Of prose against links: no list of links beside it makes prose worthless.
  [[nodiscard]] double weight(parse::NodeId id) const;
  [[nodiscard]] double size(parse::NodeId id) const;  // of all characters

 private:
  [[nodiscard]] bool is_seen_phrase(parse::NodeId id) const;
  void mark(std::span<const parse::NodeId> drop);
  void find_title(std::string_view title);
  void find_titled_line();
  void weigh_by_title();
  [[nodiscard]] double between(const std::vector<double>& sums, parse::NodeId id) const;

  const parse::Document& document_;
  std::vector<std::uint32_t> words_;
  std::vector<bool> hidden_, skip_;
  std::vector<Line> lines_;
  std::vector<double> good_, net_, size_;  // running sums, one more than lines
  parse::NodeId title_ = parse::kNone;
  std::string title_words_;
  bool title_is_sure_ = false;
};

// Letters and digits of a text in one case, at most `most` of them: for comparing texts that should be equal.
[[nodiscard]] std::string bare_text(std::string_view text, std::size_t most = 400);

}  // namespace winnow::extract
